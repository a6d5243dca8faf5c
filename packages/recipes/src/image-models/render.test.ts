import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dialectFaults } from './check.ts';
import {
  aspectRatios,
  imageModelFamilies,
  textPolicies,
  type ImageModelFamily,
  type ThumbnailConcept,
} from './concept.ts';
import { dialects } from './families.ts';
import { renderPrompt } from './render.ts';

const espresso: ThumbnailConcept = {
  subject: 'a stream of espresso',
  expression: '',
  action: 'splitting into two golden threads',
  setting: 'a steel machine in a dark cafe, no people',
  composition: 'extreme close-up',
  focal_side: 'left',
  lighting: 'warm side light',
  palette_hex: ['#2B1A12', '#F4E3C1'],
  style: 'editorial photograph',
  overlay_text: 'NINE BARS',
  avoid: ['clutter', 'watermark', 'latte art'],
};
const request = { aspectRatio: '16:9', textPolicy: 'auto' } as const;

const orders = ['--ar 1:1', '–v 6', '—stylize 250', 'close-up::2', '(cup:1.3)', '[steam]', '<lora:x:0.8>', '--no cup'];
const scripts = [
  '咖啡机的特写',
  'เครื่องชงกาแฟเอสเปรสโซ',
  'ເຄື່ອງຊົງກາເຟ',
  'آلة قهوة إسبريسو',
  'מכונת אספרסו',
  'एस्प्रेसो मशीन',
  'кофемашина крупным планом',
  '👩🏽‍🍳👨‍👩‍👧‍👦🇩🇪',
  'e\u0301\u0323 Å n\u0303',
];
const headlines = [
  '',
  'NINE BARS',
  'nine bars',
  '九气压',
  '5',
  '5 PM',
  '35',
  'ماء ساخن',
  'ÑANDÚ',
  'ไม่ขม',
  '"HI"',
  'NO',
  'Not Now',
  'FFAA00',
  '2B1A12',
  'a',
  'ART',
];
const phrase = fc.oneof(
  fc.constantFrom(
    'a barista',
    'no people',
    'NINE BARS of nine bars',
    'a cup, without foam',
    '"quoted"',
    'a chef who does not smile',
    'Nothing Phone 3',
    '35mm lens, f/1.5, 5 pm',
    '',
  ),
  fc.constantFrom(...orders, ...scripts, ...headlines),
  fc
    .array(fc.constantFrom(...scripts, ...orders, 'a cup', 'smart part'), { maxLength: 30 })
    .map((parts) => parts.join(' ')),
  fc.lorem({ maxCount: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const concept: fc.Arbitrary<ThumbnailConcept> = fc.record({
  subject: phrase,
  expression: phrase,
  action: phrase,
  setting: phrase,
  composition: phrase,
  focal_side: fc.constantFrom('left', 'center', 'right'),
  lighting: phrase,
  palette_hex: fc.constantFrom([], ['#112233'], ['#FFAA00', 'red', '#2B1A12']),
  style: phrase,
  overlay_text: fc.constantFrom(...headlines),
  avoid: fc.array(phrase, { maxLength: 4 }),
});
const anyRequest = fc.record({
  aspectRatio: fc.constantFrom(...aspectRatios),
  textPolicy: fc.constantFrom(...textPolicies),
  language: fc.constantFrom('en', 'de', 'ja', 'th'),
  essential: fc.constantFrom([], ['style'] as const, ['palette_hex', 'lighting'] as const),
  room: fc.nat({ max: 7 }),
});

/** Any two hyphens, and any other dash, before a letter; weights and networks: written anew, not the product's own. */
const ORDER = /(?:^|\s)(?:--|[‐-―−])\p{L}|::|\([^()]*:\d|<lora/u;
const graphemesOf = (text: string) => Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);

test('whatever the concept says, every prompt keeps the rules of its family', () => {
  fc.assert(
    fc.property(concept, anyRequest, (described, asked) => {
      const given = Object.values(described).flat().join(' ').normalize('NFC');
      const known = new Set(graphemesOf(`${given} ${given.toUpperCase()} ${given.toLowerCase()} ‘’“”`));
      for (const family of imageModelFamilies) {
        const rendered = renderPrompt(family, described, asked);
        expect(dialectFaults(rendered, described, asked)).toEqual([]);
        expect(rendered.length.value).toBeLessThanOrEqual(rendered.length.limit);
        const own = rendered.prompt.replace(/ --ar \d+:\d+(?: --no .*)?$/su, '').replace(/:1\.2\)/, ')');
        expect(own).not.toMatch(ORDER);
        const cut = graphemesOf(own).filter((one) => !known.has(one) && /[^\x20-\x7E\n]/u.test(one));
        expect(cut).toEqual([]);
      }
    }),
  );
});

test('a headline stands in quotation marks once, byte for byte, in every family that draws words', () => {
  fc.assert(
    fc.property(concept, anyRequest, (described, asked) => {
      const headline = described.overlay_text;
      fc.pre(headline !== '' && !headline.includes('"'));
      for (const family of ['openai', 'gemini', 'ideogram', 'flux'] as const) {
        const { prompt } = renderPrompt(family, described, { ...asked, textPolicy: 'auto' });
        expect(prompt.split(`"${headline}"`)).toHaveLength(2);
        expect(prompt.split('"')).toHaveLength(3);
      }
    }),
  );
});

test('a headline that is a figure leaves lenses, times, counts and colours alone', () => {
  const details = '35mm lens, f/1.5, 5 pm, 15 cups';
  for (const headline of ['5', '15', '2B1A12', '35']) {
    for (const family of imageModelFamilies) {
      const { prompt } = renderPrompt(family, { ...espresso, overlay_text: headline, style: details }, request);
      expect(prompt).toContain(details);
    }
  }
  expect(renderPrompt('openai', { ...espresso, overlay_text: '2B1A12' }, request).prompt).toContain('#2B1A12');
  const cups = { ...espresso, overlay_text: '五', style: '五杯咖啡' };
  expect(renderPrompt('flux', cups, request).prompt).toContain('五杯咖啡');
  const art = { ...espresso, overlay_text: 'ART', style: 'SMART PARTS, ART print' };
  expect(renderPrompt('flux', art, request).prompt).toContain('SMART PARTS, Art print');
});

test.each(['Nothing Phone 3', "No Man's Sky", 'Never Eat Alone', 'Zero Dark Thirty', 'Nie wieder', 'Sin City'])(
  'the subject %s is in the prompt of every family',
  (name) => {
    for (const family of imageModelFamilies) {
      const { prompt, negative_prompt: negative } = renderPrompt(family, { ...espresso, subject: name }, request);
      expect(prompt).toContain(name);
      expect(negative ?? '').not.toContain(name);
    }
  },
);

test('a chef who does not smile is in every prompt, and the smile where the family reads it or in a warning', () => {
  const chef = { ...espresso, subject: 'a chef who does not smile', avoid: [] };
  const of = (family: ImageModelFamily) => renderPrompt(family, chef, request);
  for (const family of imageModelFamilies) expect(of(family).prompt).toMatch(/a chef\b/i);
  expect(of('openai').prompt).toContain('do not show smile, people');
  expect(of('ideogram').negative_prompt).toContain('smile');
  expect(of('midjourney').prompt).toMatch(/--no smile, people$/);
  expect(of('sdxl').negative_prompt).toContain('smile');
  expect(of('flux').prompt).toContain('serious, still face');
  const hatless = renderPrompt('gemini', { ...chef, subject: 'a chef not wearing a hat' }, request);
  expect(hatless.warnings).toContain('cannot be said without a negative, left out: wearing a hat');
});

test('orders to image models in the words are taken out and told', () => {
  const style = 'cinematic photo –ar 9:16 —v 6 --stylize 250, close-up::2, (cup:1.3), <lora:x:1>';
  for (const family of imageModelFamilies) {
    const { prompt, warnings } = renderPrompt(family, { ...espresso, style }, request);
    expect(prompt).toContain('cinematic photo, close-up, cup');
    expect(prompt).not.toMatch(/9:16|stylize|250|::|lora/);
    expect(warnings).toContain('taken out, an order and no words: --stylize 250');
  }
});

test('sides for OpenAI are multiples of 16 and at most three to one, and ratios hold', () => {
  for (const ratio of aspectRatios) {
    const [across = 1, down = 1] = ratio.split(':').map(Number);
    const [width = 0, height = 0] = String(dialects.openai.params(ratio).size).split('x').map(Number);
    expect([width % 16, height % 16]).toEqual([0, 0]);
    expect(Math.max(width / height, height / width)).toBeLessThanOrEqual(3);
    expect(width / height).toBeCloseTo(across / down, 2);
    expect(renderPrompt('midjourney', espresso, { ...request, aspectRatio: ratio }).prompt).toContain(`--ar ${ratio}`);
  }
});

test('what differs between two concepts goes last when a prompt is too long', () => {
  const long = 'a very long description of a thing that goes on and on '.repeat(3).trim();
  const wordy = { ...espresso, action: long, setting: long, composition: long, lighting: long };
  for (const family of ['flux', 'midjourney', 'sdxl'] as const) {
    const asked = { ...request, essential: ['lighting'] as const };
    const [one, other] = ['rim light', 'candle light'].map((lighting) =>
      renderPrompt(family, { ...wordy, lighting }, asked),
    );
    expect(one?.prompt).toContain('im light');
    expect(one?.prompt).not.toBe(other?.prompt);
    expect(one?.warnings.join('\n')).toContain('left out to keep the length');
  }
});

test('families that draw words get the headline once and quoted, others leave room and say so', () => {
  for (const family of ['openai', 'gemini', 'ideogram', 'flux'] as const) {
    expect(renderPrompt(family, espresso, request).prompt.split('"NINE BARS"')).toHaveLength(2);
  }
  for (const family of ['midjourney', 'sdxl'] as const) {
    const { prompt, warnings } = renderPrompt(family, espresso, request);
    expect(prompt).toContain('empty space on the right side for a headline');
    expect(prompt).not.toContain('NINE BARS');
    expect(warnings).toContainEqual(expect.stringContaining('add "NINE BARS" over the picture'));
  }
});

test('what to avoid goes where the family reads it', () => {
  expect(renderPrompt('midjourney', espresso, request).prompt).toMatch(
    / --ar 16:9 --no clutter, watermark, latte art, people$/,
  );
  expect(renderPrompt('sdxl', espresso, request).negative_prompt).toContain('latte art');
  expect(renderPrompt('openai', espresso, request)).toMatchObject({
    negative_prompt: null,
    prompt: expect.stringContaining('do not show clutter'),
  });
  const flux = renderPrompt('flux', espresso, request);
  expect(flux.negative_prompt).toBeNull();
  expect(flux.prompt).toContain('clean, simple background');
  expect(flux.prompt).not.toContain('no people');
  expect(flux.warnings).toContainEqual(expect.stringContaining('latte art'));
});
