import { expect, test } from 'vitest';
import { restartDelay } from './restart-delay.ts';

test('each crash of a row waits twice as long, up to a limit, and the last one is a crash loop', () => {
  const policy = { firstDelayMs: 200, maxDelayMs: 1_000, maxCrashes: 6, stableAfterMs: 10_000 };
  expect([1, 2, 3, 4, 5, 6].map((crashes) => restartDelay(policy, crashes))).toEqual([
    200,
    400,
    800,
    1_000,
    1_000,
    undefined,
  ]);
});
