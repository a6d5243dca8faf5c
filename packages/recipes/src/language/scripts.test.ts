import fc from 'fast-check';
import { expect, test } from 'vitest';
import { worldText } from '../testing/texts-of-the-world.ts';
import { wordsByScript } from './function-words/by-script.ts';
import { scriptShares } from './scripts.ts';

test('scripts have the share of their letters, the commonest first, whatever stands between them', () => {
  expect([...scriptShares('Кофе, а по-английски coffee: 咖啡 1')]).toEqual([
    ['Cyrillic', 16 / 24],
    ['Latin', 6 / 24],
    ['Han', 2 / 24],
  ]);
  expect([...scriptShares('abc де!')]).toEqual([
    ['Latin', 3 / 5],
    ['Cyrillic', 2 / 5],
  ]);
  expect([...scriptShares('123 …')]).toEqual([]);
});

test('a text in ASCII is told like any other', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), worldText(5)), (text) => {
      // A letter of no script that is told makes it a text that is looked through.
      expect(scriptShares(text)).toEqual(scriptShares(`${text}\u02B0`));
    }),
  );
});

test('no language has a letter of ASCII for its own', () => {
  const marks = Object.values(wordsByScript).flatMap((languages) => Object.values(languages));
  const ascii = String.fromCharCode(...Array(0x80).keys());
  for (const { letters } of marks) expect(letters?.test(ascii) ?? false).toBe(false);
});
