import { expect, test } from 'vitest';
import { toTitleCase } from './title-case.ts';

test.each([
  ['Why do cats purr?', 'Why Do Cats Purr?'],
  ['how noise-cancelling headphones work', 'How Noise-Cancelling Headphones Work'],
  ['The secret of a good espresso: the grind', 'The Secret of a Good Espresso: The Grind'],
  ['5 mistakes with solar panels at home', '5 Mistakes with Solar Panels at Home'],
  ['What the iPhone gets right', 'What the iPhone Gets Right'],
  ['A place to look out for', 'A Place to Look out For'],
])('an English title has the capitals of a title: %s', (title, capitalised) => {
  expect(toTitleCase(title, 'en-GB')).toBe(capitalised);
});

test('titles of other languages keep the capitals that their writers gave them', () => {
  expect(toTitleCase('Warum schnurren Katzen?', 'de')).toBe('Warum schnurren Katzen?');
});
