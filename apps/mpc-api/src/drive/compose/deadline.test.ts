import { expect, test } from 'vitest';
import { defaultDeadlineMs, defaultJobDeadlineMs } from './deadline.ts';

test.each([
  ['single', 0, 120_000],
  ['single', 60, 120_000],
  ['single', 599, 120_000],
  ['single', 600, 240_000],
  ['single', 1200, 360_000],
  ['single', 3600, 600_000],
  ['staged', 60, 600_000],
  ['staged', 3600, 600_000],
] as const)('asked %s, %d s of speech may take %d ms', (strategy, seconds, milliseconds) => {
  expect(defaultDeadlineMs(strategy, seconds)).toBe(milliseconds);
});

test.each([
  ['single', 0, 600_000],
  ['single', 60, 600_000],
  ['single', 1200, 840_000],
  ['staged', 60, 600_000],
  ['staged', 3600, 7_200_000],
] as const)(
  'as a job, which nobody waits for, asked %s, %d s of speech may take %d ms',
  (strategy, seconds, milliseconds) => {
    expect(defaultJobDeadlineMs(strategy, seconds)).toBe(milliseconds);
  },
);
