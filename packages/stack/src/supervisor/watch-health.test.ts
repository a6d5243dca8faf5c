import { expect, test } from 'vitest';
import { judge } from './watch-health.ts';

const readiness = { failureThreshold: 3, startTimeoutMs: 30_000 };
const no = { ok: false, answered: true, output: 'status 503' } as const;

test('a starting service may say no until its time to start is over', () => {
  const starting = { isStarting: true, failuresInARow: 100 };
  expect(judge(readiness, no, { ...starting, ranMs: 30_000 })).toBeUndefined();
  expect(judge(readiness, no, { ...starting, ranMs: 30_001 })).toEqual({ type: 'probe-failed', reason: 'status 503' });
});

test('one that was healthy may fail twice in a row, and no third time', () => {
  const healthy = { isStarting: false, ranMs: 90_000 };
  expect(judge(readiness, no, { ...healthy, failuresInARow: 2 })).toBeUndefined();
  expect(judge(readiness, no, { ...healthy, failuresInARow: 3 })).toMatchObject({ type: 'probe-failed' });
});

test('one yes is enough', () => {
  const late = { isStarting: true, failuresInARow: 0, ranMs: 90_000 };
  expect(judge(readiness, { ok: true, output: '' }, late)).toEqual({ type: 'probe-passed' });
});
