import { expect, test } from 'vitest';
import { MemoryLimits } from './memory-limits.ts';

const OVER_AT_ONCE_SECONDS = 1e-6;

test('keys that have ended are not kept, though each is asked for only once', () => {
  const limits = new MemoryLimits();
  for (let holder = 0; holder < 30_000; holder++) {
    const slot = { kind: 'slot', key: `slots ${holder}`, holder } as const;
    limits.claim([
      { kind: 'window', key: `window ${holder}`, limit: 9, amount: 1, windowSeconds: OVER_AT_ONCE_SECONDS },
      { ...slot, limit: 9 },
    ]);
    limits.settle([slot]);
  }
  expect(limits.size).toBeLessThan(10);
});

test('keys that have not are all kept', () => {
  const limits = new MemoryLimits();
  const claim = (key: number) =>
    limits.claim([{ kind: 'window', key: String(key), limit: 1, amount: 1, windowSeconds: 600 }]).isGranted;
  for (let key = 0; key < 20_000; key++) claim(key);
  expect([claim(0), claim(19_999), claim(20_000)]).toEqual([false, false, true]);
});

test('slots are given back in any order, each by whoever holds it', () => {
  const limits = new MemoryLimits();
  const slot = (holder: number) => ({ kind: 'slot', key: 'slots', holder }) as const;
  const claim = (holder: number) => limits.claim([{ ...slot(holder), limit: 3 }]);
  const left = (holder: number): number | undefined => claim(holder).states[0]?.remaining;
  expect([left(1), left(2), left(3), claim(4).isGranted]).toEqual([2, 1, 0, false]);
  limits.settle([slot(4), slot(2), slot(1), slot(1)]);
  expect([left(5), left(6)]).toEqual([1, 0]);
  limits.settle([slot(3), slot(6), slot(6)]);
  expect([left(7), left(8), claim(9).isGranted]).toEqual([1, 0, false]);
  limits.settle([slot(5), slot(7), slot(8)]);
  expect(left(10)).toBe(2);
});

test('what was swept leaves nothing to whoever counts in its place', () => {
  const limits = new MemoryLimits();
  const window = (key: string, windowSeconds: number) =>
    ({ kind: 'window', key, limit: 10, amount: 3, windowSeconds }) as const;
  for (let round = 0; round < 2_000; round++) {
    const claimed = limits.claim([
      window(`short ${round}`, OVER_AT_ONCE_SECONDS),
      {
        kind: 'purse',
        key: `purse ${round}`,
        limit: 10,
        amount: 4,
        spentAtLeast: 1,
        keepSeconds: OVER_AT_ONCE_SECONDS,
      },
      { kind: 'slot', key: `slots ${round}`, limit: 2, holder: round },
    ]);
    expect(claimed.states.map(({ remaining }) => remaining)).toEqual([7, 5, 1]);
    limits.settle([
      { kind: 'purse', key: `purse ${round}`, reserved: 4, spent: 2, keepSeconds: OVER_AT_ONCE_SECONDS },
      { kind: 'slot', key: `slots ${round}`, holder: round },
    ]);
  }
  expect(limits.size).toBeLessThan(20);
});

test('of two claims on one limit both count', () => {
  const limits = new MemoryLimits();
  const window = { kind: 'window', key: 'window', limit: 10, amount: 3, windowSeconds: 600 } as const;
  limits.claim([window, window]);
  expect(limits.claim([{ ...window, amount: 0 }]).states[0]?.remaining).toBe(4);
});
