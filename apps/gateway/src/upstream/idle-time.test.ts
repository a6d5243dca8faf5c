import { expect, test } from 'vitest';
import { IdleTime } from './idle-time.ts';

test('encrypted connections wait longer than plain ones, and neither longer than their peer says', () => {
  const [plain, encrypted] = [new IdleTime(false), new IdleTime(true)];
  expect([plain.within(Infinity), plain.within(2_000), plain.within(60_000)]).toEqual([4_000, 2_000, 4_000]);
  expect([encrypted.within(Infinity), encrypted.within(6_000), encrypted.within(60_000)]).toEqual([
    15_000, 6_000, 15_000,
  ]);
});

test('who closes connections that wait is closed before, but a restart shortens nothing below four seconds', () => {
  const idle = new IdleTime(true);
  idle.hearClosed(10_000);
  expect(idle.within(Infinity)).toBe(9_000);
  idle.hearClosed(14_000);
  expect(idle.within(Infinity)).toBe(9_000);
  idle.hearClosed(300);
  expect(idle.within(Infinity)).toBe(4_000);
});
