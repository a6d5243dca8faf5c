import { expect, test } from 'vitest';
import { topicsDeed, topicsDeedSeen } from './topics-deed.ts';

test.each([
  ['Why cats purr', 'cats', 'purr', 'cats purring'],
  ['Why sourdough bread rises without yeast from a packet', 'sourdough bread', 'rises', 'sourdough bread rising'],
  ['Why cats knead blankets', 'cats', 'knead', 'cats kneading blankets'],
  ['Why cats ignore their names', 'cats', 'ignore', undefined],
])('of "%s" %s are seen doing it', (subject, doer, verb, seen) => {
  expect(topicsDeed(subject)).toMatchObject({ doer: { text: doer }, verb });
  expect(topicsDeedSeen(subject)).toBe(seen);
});

test.each(['How espresso works', 'Three ways to save water', 'How to knead dough', 'Why it rains'])(
  'nothing is seen doing anything of its own in "%s"',
  (subject) => {
    expect(topicsDeedSeen(subject)).toBeUndefined();
  },
);
