import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textIn, worldScripts } from '../../testing/texts-of-the-world.ts';
import { graphemes } from './graphemes.ts';
import { measure, type LengthUnit } from './measure.ts';
import { cutAway, trimAtSentence, trimAtWord } from './trim.ts';

const units: readonly LengthUnit[] = [
  'characters',
  'bytes',
  'utf16_units',
  'graphemes',
  'x_weight',
  'threads_characters',
];
const wordSegmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Where words end, but not inside a grapheme, as the dictionaries of Khmer and Burmese may have it. */
function wordEnds(text: string): number[] {
  const whole = new Set([text.length]);
  let end = 0;
  for (const grapheme of graphemes(text)) whole.add((end += grapheme.length));
  const ends = Array.from(wordSegmenter.segment(text), ({ index, segment }) => index + segment.length);
  return ends.filter((position) => whole.has(position));
}

test.each(worldScripts)('a trimmed text in %s fits, begins as the whole did and ends between graphemes', (script) => {
  const limit = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(textIn(script), limit, fc.constantFrom(...units), (whole, most, unit) => {
      for (const trim of [trimAtWord, trimAtSentence]) {
        const kept = trim(whole, most, unit);
        expect(measure(kept, unit)).toBeLessThanOrEqual(most);
        const start = whole.startsWith(kept) ? whole : whole.trimStart();
        expect(start.startsWith(kept)).toBe(true);
        const keptGraphemes = graphemes(kept);
        expect(graphemes(start).slice(0, keptGraphemes.length)).toEqual(keptGraphemes);
      }
    }),
  );
});

const writingSystems = worldScripts.filter((script) => script !== 'Emoji' && script !== 'Marks');

test.each(writingSystems)('no word in %s is cut where a whole one fits', (script) => {
  fc.assert(
    fc.property(textIn(script), fc.integer({ min: 1, max: 60 }), (whole, most) => {
      const [first = 0] = wordEnds(whole);
      fc.pre(/^[\p{L}\p{N}]/u.test(whole) && first <= most);
      expect(wordEnds(whole)).toContain(trimAtWord(whole, most, 'utf16_units').length);
    }),
  );
});

test('a text that fits stays as it is', () => {
  expect(trimAtWord('Exactly ten', 11, 'characters')).toBe('Exactly ten');
});

test('a cut falls between words and takes what would dangle', () => {
  expect(trimAtWord('Nine bars, and why they matter', 14, 'characters')).toBe('Nine bars, and');
  expect(trimAtWord('Nine bars, and why they matter', 11, 'characters')).toBe('Nine bars');
  expect(trimAtWord('The grind (and the tamp)', 12, 'characters')).toBe('The grind');
});

test('what was cut away can be told', () => {
  expect(cutAway('Nine bars, and why', 'Nine bars')).toBe(', and why');
  expect(cutAway('กาแฟตอนเช้า', 'กาแฟ')).toBe('ตอนเช้า');
  expect(cutAway('Nine bars', 'Nine bars')).toBe('');
});

test('scripts without spaces are cut between their words', () => {
  expect(trimAtWord('กาแฟตอนเช้าอร่อยมาก', 6, 'characters')).toBe('กาแฟ');
  expect(trimAtWord('ກາເຟຕອນເຊົ້າ', 7, 'characters')).toBe('ກາເຟ');
  expect(trimAtWord('東京特許許可局の人', 3, 'characters')).toBe('東京');
});

test('an address stays whole or goes', () => {
  expect(trimAtWord('See https://a.example/one/two now', 20, 'characters')).toBe('See');
  expect(trimAtWord('今天看 bit.ly/g1-long 吧', 10, 'characters')).toBe('今天看');
});

test('each unit counts as its platform does', () => {
  expect(measure('👨‍👩‍👧', 'characters')).toBe(5);
  expect(measure('👨‍👩‍👧', 'graphemes')).toBe(1);
  expect(measure('👨‍👩‍👧', 'utf16_units')).toBe(8);
  expect(measure('Привет', 'bytes')).toBe(12);
  expect(measure('Ja 👨‍👩‍👧!', 'threads_characters')).toBe(4 + 18);
  expect(measure('咖啡 and https://example.com/a/very/long/path', 'x_weight')).toBe(4 + 5 + 23);
  expect(['👨‍👩‍👧', '🇩🇪', '1️⃣', '👍🏽', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'].map((emoji) => measure(emoji, 'x_weight'))).toEqual([2, 2, 2, 2, 2]);
});
