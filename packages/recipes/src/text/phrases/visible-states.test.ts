import { expect, test } from 'vitest';
import { visibleStates } from './visible-states.ts';

test.each([
  ['Cats purr when they feel relaxed, scared, or happy.', 'cats', ['relaxed cats']],
  ['The pipes are frozen.', undefined, ['frozen pipes']],
  ['A filter that is dusty lets less air through.', 'it', []],
])('how somebody or something looks is seen: %s', (sentence, they, states) => {
  expect(visibleStates(sentence, they)).toEqual(states);
});

test.each([
  'The cat is not scared.',
  'It feels relaxed.',
  'The bridge is full of cars.',
  'The effect is important.',
  'Happiness is dry.',
])('nothing is seen in: %s', (sentence) => {
  expect(visibleStates(sentence)).toEqual([]);
});
