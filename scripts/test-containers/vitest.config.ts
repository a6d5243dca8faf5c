import { closingLinesReporter } from '@showrunner/testkit/vitest';
import { defineConfig } from 'vitest/config';

/** `npm run test:containers`: the images and the stack on a real engine. It takes minutes, so it is no part of `npm test`. */
export default defineConfig({
  test: {
    include: ['scripts/test-containers/*.containers.ts'],
    globalSetup: ['scripts/test-containers/engine.ts'],
    reporters: ['verbose', closingLinesReporter()],
    testTimeout: 300_000,
    hookTimeout: 900_000,
    // One engine, and figures that others must not disturb.
    fileParallelism: false,
  },
});
