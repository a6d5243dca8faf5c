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
