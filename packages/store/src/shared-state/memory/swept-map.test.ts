import { expect, test } from 'vitest';
import { SweptMap } from './swept-map.ts';

/** Entries are the times at which they are over. */
function counted(): { map: SweptMap<number, number>; looks: () => number } {
  let looks = 0;
  const map = new SweptMap<number, number>((endsAt, now) => {
    looks++;
    return endsAt <= now;
  });
  return { map, looks: () => looks };
}

test.each([100, 20_000, 100_000])('beside %i live entries another one looks at two, and none of them goes', (count) => {
  const { map, looks } = counted();
  for (let key = 0; key < count; key++) map.set(key, Infinity, 0);
  const before = looks();
  for (let key = 0; key < 1_000; key++) map.set(count + key, Infinity, 0);
  expect(looks() - before).toBeLessThanOrEqual(2_000);
  expect(map.size).toBe(count + 1_000);
});

test('what is over goes as new entries come, however many there were', () => {
  const { map } = counted();
  for (let key = 0; key < 20_000; key++) map.set(key, 1, 0);
  for (let key = 0; key < 20_000; key++) map.set(100_000 + key, Infinity, 2);
  expect(map.size).toBeLessThanOrEqual(30_000);
  for (let key = 0; key < 20_000; key++) map.set(200_000 + key, Infinity, 2);
  expect(map.size).toBe(40_000);
});

test('keys that change all the time hold no more than twice what is live', () => {
  const { map } = counted();
  const live = 5_000;
  for (let now = 0; now < 20 * live; now++) map.set(now, now + live, now);
  expect(map.size).toBeLessThanOrEqual(2 * live + 1);
});

test('an entry that is over is there until it is replaced or swept', () => {
  const { map } = counted();
  map.set(1, 5, 0);
  map.set(1, 9, 6);
  expect(map.get(1)).toBe(9);
  map.clear();
  expect([map.size, map.get(1)]).toEqual([0, undefined]);
});
