import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords, words } from './words.ts';

test.each(["it's", "'tis the dogs' rock'n'roll", "a''b 'c' d'", 'x-ray, 3.5 l; C3PO', '', "'", 'one\ntwo\tthree'])(
  'counts as many words in %j as there are',
  (text) => {
    expect(countWords(text)).toBe(words(text).length);
  },
);

test('counts as many words as there are in any text of ASCII', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aZ09 \'-.,\n"_`@[{/:'.split('')) });
  fc.assert(
    fc.property(text, (any) => {
      expect(countWords(any)).toBe(words(any).length);
    }),
  );
});
