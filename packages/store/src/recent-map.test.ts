import { expect, test } from 'vitest';
import { RecentMap } from './recent-map.ts';

test('holds no more than it may, and of those the last used', () => {
  const map = new RecentMap<number, string>(1_000);
  let largest = 0;
  for (let key = 0; key < 100_000; key++) {
    map.set(key, `value ${key}`);
    expect(map.get(0)).toBe('value 0');
    largest = Math.max(largest, map.size);
  }
  expect(largest).toBeLessThanOrEqual(1_000);
  for (let key = 99_501; key < 100_000; key++) expect(map.get(key)).toBe(`value ${key}`);
  expect(map.get(50_000)).toBeUndefined();
});

test('a key that is set again has its new value alone', () => {
  const map = new RecentMap<string, number>(4);
  map.set('a', 1);
  map.set('b', 1);
  map.set('c', 1);
  map.set('a', 2);
  expect([map.get('a'), map.get('b')]).toEqual([2, 1]);
  map.clear();
  expect([map.size, map.get('a')]).toEqual([0, undefined]);
});
