import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import { keyPhrases, strongestPhrase } from './key-phrases.ts';

beforeAll(() => loadLanguages(['de']));

test('verbs and prepositions that come back are no key phrases, in English and German', () => {
  const english =
    'Notice how water pushes through the coffee grounds. Water goes through, and you notice the coffee grounds swell.';
  expect(keyPhrases(english, 'en', 10)).toEqual(['coffee grounds', 'water', 'coffee', 'grounds']);
  const german =
    'Die Wärmepumpe macht Wärme, damit diese Wärme durch das Haus geht. Die Wärmepumpe macht damit das Haus warm.';
  expect(keyPhrases(german, 'de', 10)).toEqual(['wärmepumpe', 'wärme', 'haus']);
});

test('a pair stands within one clause, and a number is no word of a phrase', () => {
  const list = 'Three cheap ways to a quiet home\nThree cheap ways to a quiet home\nThree cheap rugs: rugs help.';
  expect(keyPhrases(list, 'en', 10)).toEqual(['quiet home', 'cheap', 'quiet', 'home', 'rugs']);
});

test('the strongest phrase is a number with what it counts, else the longest run of content words in one clause', () => {
  expect(strongestPhrase('Each shot contains about 10 grams (3.5 ounces) of coffee.', 'en')).toBe('10 grams');
  expect(strongestPhrase('Use 3.5 grams.', 'en')).toBe('3.5 grams');
  expect(strongestPhrase('A pump drives hot water, coffee waits.', 'en')).toBe('drives hot water');
  expect(strongestPhrase('咖啡很香。', 'zh')).toBe('');
});
