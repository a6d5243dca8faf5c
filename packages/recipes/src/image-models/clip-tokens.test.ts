import { expect, test } from 'vitest';
import { clipTokens } from './clip-tokens.ts';

/** Counted by instant-clip-tokenizer 0.1.1, whose results are those of openai/CLIP, without the two special tokens. */
const COUNTED: readonly (readonly [text: string, tokens: number])[] = [
  [
    '(a stream of espresso:1.2), splitting into two golden threads, a steel machine in a dark cafe, empty space on the right side for a headline, extreme close-up, warm side light, editorial photograph',
    45,
  ],
  [
    'a weathered fisherman mending a torn net, squinting into low sun, wooden trawler deck with frayed ropes, rule of thirds, rim lighting, documentary photograph, muted teal and amber palette',
    40,
  ],
  [
    'close-up of a cracked smartphone screen reflecting a shocked teenager, neon convenience store at midnight, cinematic anamorphic bokeh, high contrast',
    28,
  ],
  [
    'the nothing phone 3 with its glyph interface glowing, matte black studio background, product photograph, macro lens',
    21,
  ],
  [
    'a mechanical keyboard disassembled into floating switches and keycaps, isometric composition, softbox lighting, hyperrealistic render',
    23,
  ],
  [
    'a beekeeper lifting a honeycomb frame dripping with honey, swirling smoke, golden hour, shallow depth of field, vibrant saturated colours',
    26,
  ],
  [
    "an astronaut's gloved hand touching a rusted lander, martian dunes, volumetric dust, ultrawide composition, vintage kodachrome film grain",
    29,
  ],
  [
    'a sourdough loaf split open with steam rising, flour-dusted countertop, overhead flat lay, rustic farmhouse, warm tungsten lighting',
    26,
  ],
  ['an umlaut: Küche, Straße', 13],
  ['九气压 的咖啡', 17],
  ['ภาพถ่ายกาแฟ', 14],
  ['👩‍🍳 chef', 3],
  ["it's Grandma's 24/7 C++ café", 11],
  ['supercalifragilisticexpialidocious electroencephalography', 14],
  ['#2B1A12 amber, #F4E3C1', 16],
  ['Привет мир', 11],
  ["don't ::2 --ar 16:9", 10],
];

test.each(COUNTED)('no text has more tokens for CLIP than are counted: %s', (text, tokens) => {
  expect(clipTokens(text)).toBeGreaterThanOrEqual(tokens);
});

test('words that everyone uses are one token, as CLIP has them', () => {
  expect(clipTokens('a photo of a coffee cup on the table')).toBe(9);
  expect(clipTokens('Soft light, f/1.5')).toBe(8);
});
