import { closingLinesReporter, toolTags } from '@showrunner/testkit/vitest';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{apps,packages,bench,scripts,runtime}/**/*.test.ts', 'docs/**/*.test.ts'],
    globalSetup: ['packages/testkit/src/vitest/global-setup.ts'],
    reporters: ['dot', closingLinesReporter()],
    tags: toolTags(),
    // Starting our servers takes ten times as long where a machine is busy with much else.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
