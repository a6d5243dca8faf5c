import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawable, headlineWords, isFragment, shortened } from './headline.ts';

test.each([
  ['th', 'ทำไมกาแฟของคุณถึงเปรี้ยวและวิธีแก้ไขง่ายๆที่บ้าน', 8, 20],
  ['zh', '为什么你的咖啡是酸的', 5, 7],
  ['ja', 'なぜ酸っぱいのか', 3, 6],
  ['en', "don't grind 3.5 finer", 4, 4],
])('words are counted in scripts with and without spaces: %s', (language, text, least, most) => {
  const count = headlineWords(text, language).length;
  expect(count).toBeGreaterThanOrEqual(least);
  expect(count).toBeLessThanOrEqual(most);
});

test.each([
  ['WATER FLOWS INTO THE', 'en', true],
  ["CANCELLING HEADPHONES AREN'T", 'en', true],
  ['DER GRUND FÜR', 'de', true],
  ['EL SECRETO DE', 'es', true],
  ['TRY THIS', 'en', false],
  ['WHY NOT', 'en', false],
  ['IS IT WORTH IT?', 'en', false],
  ['NINE BARS', 'en', false],
  ['THE', 'en', true],
])('a phrase that waits for more is a fragment: %s', (text, language, expected) => {
  expect(isFragment(text, language)).toBe(expected);
});

test.each([
  ['NINE BARS OF PURE PRESSURE', 'en', 'NINE BARS'],
  ['TOO SOUR? GRIND IT FINER NOW', 'en', 'TOO SOUR?'],
  ['DER GRUND FÜR SAUREN ESPRESSO ZUHAUSE', 'de', 'DER GRUND'],
  ['NINE BARS', 'en', 'NINE BARS'],
  ['ESPRESSO MACHINES HIDE SECRETS FOREVER', 'en', ''],
])('a long headline is cut where a phrase ends: %s', (text, language, expected) => {
  expect(shortened(text, language)).toBe(expected);
});

test.each([
  ['5️⃣ tips 🔥', '5 tips'],
  ['“Nine” bars…', 'Nine bars…'],
  ['C# & A* ©2026', 'C# & A* ©2026'],
  ['Text: **24:00**', '24:00'],
  ['24: Live', '24: Live'],
  ['👨‍👩‍👧‍👦', ''],
  ['क्षत्रिय', 'क्षत्रिय'],
  ['می‌خواهم', 'می‌خواهم'],
])('what can be drawn stays, and nothing else: %s', (text, expected) => {
  expect(drawable(text)).toBe(expected);
});

test('whatever is written, what is drawn holds no emoji and no quotation mark, and drawing it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = drawable(text);
      expect(once).not.toMatch(/["“”]|\p{Emoji_Presentation}/u);
      expect(drawable(once)).toBe(once);
    }),
  );
});
