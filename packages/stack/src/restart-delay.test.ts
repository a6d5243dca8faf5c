import { expect, test } from 'vitest';
import { countCrash, restartDelay } from './restart-delay.ts';

const policy = { firstDelayMs: 200, maxDelayMs: 1_000, maxCrashes: 6, stableAfterMs: 10_000 };

test('each crash of a row waits twice as long, up to a limit, and the last one is a crash loop', () => {
  expect([1, 2, 3, 4, 5, 6].map((crashes) => restartDelay(policy, crashes))).toEqual([
    200,
    400,
    800,
    1_000,
    1_000,
    undefined,
  ]);
});

test('a short run makes the row longer, a stable one begins a new row', () => {
  expect(countCrash(policy, 3, 9_999)).toBe(4);
  expect(countCrash(policy, 3, 10_000)).toBe(1);
});
