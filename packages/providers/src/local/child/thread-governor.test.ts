import { expect, test } from 'vitest';
import { threadsToUse } from './thread-governor.ts';

test('a thread runs where a core is free but for a little', () => {
  expect([2, 1.8, 1.6, 0.3].map((free) => threadsToUse(free, 2))).toEqual([2, 2, 1, 1]);
  expect(threadsToUse(15.9, 7)).toBe(7);
});
