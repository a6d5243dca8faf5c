import { expect, test } from 'vitest';
import { isVisibleNoun } from './visible-nouns.ts';

test.each(['curtain', 'shelves', 'Cats', 'berries', 'mattress', 'women', 'boxes', 'knives', 'steam', 'toaster'])(
  'a camera can see %s',
  (noun) => {
    expect(isVisibleNoun(noun)).toBe(true);
  },
);

test.each([
  'noise',
  'sounds',
  'maintenance',
  'solutions',
  'waste',
  'efficiency',
  'technique',
  'costs',
  'behavior',
  'size',
])('nobody can see %s', (noun) => {
  expect(isVisibleNoun(noun)).toBe(false);
});
