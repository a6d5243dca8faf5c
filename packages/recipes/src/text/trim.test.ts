import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphemes, measure, type LengthUnit } from './measure.ts';
import { trimAtSentence, trimAtWord } from './trim.ts';

const units: readonly LengthUnit[] = ['characters', 'bytes', 'utf16_units', 'graphemes', 'x_weight'];
const pieces = [
  'word',
  ' ',
  'é',
  'e\u0301',
  '👨‍👩‍👧‍👦',
  '🇩🇪',
  '浓缩咖啡',
  'مرحبا',
  '\u200F',
  '. ',
  'ไทย',
  '1️⃣',
  '\u0301',
  'https://a.example/b ',
  'ß',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme' })), { maxLength: 40 })
  .map((parts) => parts.join(''));

test('a trimmed text fits, begins as the whole did and ends between graphemes', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 60 }), fc.constantFrom(...units), (whole, limit, unit) => {
      for (const trim of [trimAtWord, trimAtSentence]) {
        const kept = trim(whole, limit, unit);
        expect(measure(kept, unit)).toBeLessThanOrEqual(limit);
        const start = whole.startsWith(kept) ? whole : whole.trimStart();
        expect(start.startsWith(kept)).toBe(true);
        const keptGraphemes = graphemes(kept);
        expect(graphemes(start).slice(0, keptGraphemes.length)).toEqual(keptGraphemes);
      }
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

test('each unit counts as its platform does', () => {
  expect(measure('👨‍👩‍👧', 'characters')).toBe(5);
  expect(measure('👨‍👩‍👧', 'graphemes')).toBe(1);
  expect(measure('👨‍👩‍👧', 'utf16_units')).toBe(8);
  expect(measure('Привет', 'bytes')).toBe(12);
  expect(measure('咖啡 and https://example.com/a/very/long/path', 'x_weight')).toBe(4 + 5 + 23);
});
