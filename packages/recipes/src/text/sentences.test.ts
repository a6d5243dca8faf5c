import { expect, test } from 'vitest';
import { closedText, splitSentences } from './sentences.ts';

test('abbreviations and initials end no sentence', () => {
  expect(splitSentences('Dr. Ito measured it. J. R. Tolkien drank it, e.g. at noon.')).toEqual([
    'Dr. Ito measured it.',
    'J. R. Tolkien drank it, e.g. at noon.',
  ]);
});

test.each([
  ['a text below its limit only lacks its stop', 'Water meets coffee', 60, 'Water meets coffee.'],
  ['the same in a script without spaces', '水遇到咖啡', 60, '水遇到咖啡。'],
  ['a whole text stays', 'Water meets coffee!', 19, 'Water meets coffee!'],
  ['a cut text loses its last sentence', 'Water meets coffee. Then the pu', 31, 'Water meets coffee.'],
  [
    'a cut sentence loses its last clause',
    'Water is pushed through the coffee, which slo',
    45,
    'Water is pushed through the coffee.',
  ],
  [
    'a sentence that ended a token before its limit was cut as well',
    'Water is pushed through the coffee, which have been metic',
    61,
    'Water is pushed through the coffee.',
  ],
  ['nothing is left of half a clause', 'Water is pushed through the cof', 31, ''],
])('%s', (_, text, most, closed) => {
  expect(closedText(text, most)).toBe(closed);
});
