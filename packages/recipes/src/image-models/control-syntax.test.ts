import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainWords } from './control-syntax.ts';

test.each([
  ['cinematic photo –ar 9:16 —v 6 --stylize 250', 'cinematic photo'],
  ['close-up::2', 'close-up'],
  ['close-up::2, soft light::-0.5', 'close-up, soft light'],
  ['red car:: blue sky::', 'red car: blue sky:'],
  ['(golden crema:1.3), ((dark cup)), [steam]', 'golden crema, dark cup, steam'],
  ['a cup <lora:coffeeXL:0.8>', 'a cup'],
  ['a cup −s 750', 'a cup'],
  ['a cup ‐‐ar 1:1', 'a cup'],
  ['a cup --sref https://x.example/a.png --raw', 'a cup'],
  ['a cup --banana 5 on a table', 'a cup on a table'],
  ['a cup -- ar 16:9', 'a cup'],
  ['https://x.example/a.png a cup', 'a cup'],
  ['{red, green} cup', 'red, green cup'],
  ['Küche －v 7', 'Küche'],
  ['咖啡杯 —ar 16:9', '咖啡杯'],
  ['コーヒー ⸺ar 9：16 ⸻v 6', 'コーヒー'],
  ['портрет—v 6, фото --ar9:16', 'портрет, фото'],
  ['portrait--ar 9:16', 'portrait'],
  ['3 - 5 cups', '3-5 cups'],
  ['a {red|blue} cup BREAK masterpiece', 'a red blue cup masterpiece'],
  ['/imagine prompt: a cup', 'a cup'],
  ['a photo, aspect ratio 9:16, seed 1234, cfg scale: 7, steps 30', 'a photo'],
  ['A photo. Negative prompt: ugly, blurry. Steps: 20, Sampler: Euler a', 'A photo.'],
  ['a cup \\(hot\\)', 'a cup (hot)'],
  ['(((masterpiece))) cup', 'masterpiece cup'],
  ['a cup --p abc123', 'a cup'],
  ['کوب —sref a1b2c3 --ar 1:1', 'کوب'],
])('no order is left, and the words are: %s', (written, text) => {
  expect(plainWords(written)).toMatchObject({ text });
});

test.each([
  'a well-lit, high-contrast close-up',
  'a range of 5–10 cups at 5 pm, f/1.5, 35mm lens',
  'a gauge (about 130 psi)',
  'a thermometer at −5 °C',
  'Chanel—No 5 and the 1920s—1930s',
  'C++ code on a screen, ratio 16:9',
  'Spider-Man, post-apocalyptic city',
  'version 6 of the phone, style from the 80s',
  'seed 3 in a hand, steps 5 and 6 up to a door',
  'naïve café – 珈琲店'.replace(' – ', ', '),
])('what is no order stays as it is: %s', (written) => {
  expect(plainWords(written)).toEqual({ text: written, absent: [], removed: [] });
});

test('what was taken out is told, and what a flag wants not to be seen is known', () => {
  expect(plainWords('a cup, --no steam, logos --ar 1:1')).toEqual({
    text: 'a cup',
    absent: ['steam', 'logos'],
    removed: ['--no steam, logos', '--ar 1:1'],
  });
  expect(plainWords('espresso — the king')).toMatchObject({ text: 'espresso, the king', removed: [] });
});

test('whatever is written, cleaning it again changes nothing', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '--ar 1:1',
      '–v 6',
      '::2',
      '((a))',
      '[b',
      'c]',
      '<lora:x:1>',
      '--',
      '—',
      '-',
      '(d:1.2)',
      '__e__',
      '--no f',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (parts) => {
      const once = plainWords(parts.join(' ')).text;
      expect(plainWords(once).text).toBe(once);
      expect(once).not.toMatch(/--|::|(?<=^|\s)[–—―−‐](?=\p{L})/u);
    }),
  );
});
