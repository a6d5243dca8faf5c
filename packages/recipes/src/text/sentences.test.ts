import { expect, test } from 'vitest';
import { closedText, splitSentences } from './sentences.ts';

test('abbreviations and initials end no sentence', () => {
  expect(splitSentences('Dr. Ito measured it. J. R. Tolkien drank it, e.g. at noon.')).toEqual([
    'Dr. Ito measured it.',
    'J. R. Tolkien drank it, e.g. at noon.',
  ]);
});

test.each([
  ['Am 3. Oktober 1990 war es so. Dann kam die 2. Runde.', 2],
  ['8. Mai 1945: In Berlin endet der Krieg.', 1],
  ['1848. március 15.: a tea forró volt. Azután jött a tej.', 2],
  ['Den 3. oktober var det koldt. Så blev det varmt.', 2],
  ['Bu 5. bölüm. Sonra çay gelir.', 2],
  ['It costs 3. Then it costs 5. Nobody knows why.', 3],
  ['Das war 1945. Danach kam Tee.', 2],
])('a stop behind a number that counts ends no sentence: "%s"', (text, count) => {
  expect(splitSentences(text)).toHaveLength(count);
  expect(splitSentences(text).join(' ')).toBe(text);
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
