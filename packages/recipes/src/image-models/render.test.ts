import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dialectFaults } from './check.ts';
import { aspectRatios, imageModelFamilies, textPolicies, type ThumbnailConcept } from './concept.ts';
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

const phrase = fc.oneof(
  fc.constantFrom('a barista', 'no people', 'NINE BARS', 'a cup, without foam', '"quoted"', 'use --ar 1:1', ''),
  fc.lorem({ maxCount: 40 }),
);
const concept: fc.Arbitrary<ThumbnailConcept> = fc.record({
  subject: fc.lorem({ maxCount: 12 }),
  expression: phrase,
  action: phrase,
  setting: phrase,
  composition: phrase,
  focal_side: fc.constantFrom('left', 'center', 'right'),
  lighting: phrase,
  palette_hex: fc.constantFrom([], ['#112233']),
  style: phrase,
  overlay_text: fc.constantFrom('', 'NINE BARS', '九气压'),
  avoid: fc.array(phrase, { maxLength: 4 }),
});

test('whatever the concept says, every prompt keeps the rules of its family', () => {
  fc.assert(
    fc.property(
      concept,
      fc.constantFrom(...aspectRatios),
      fc.constantFrom(...textPolicies),
      (described, aspectRatio, textPolicy) => {
        for (const family of imageModelFamilies) {
          const asked = { aspectRatio, textPolicy };
          const rendered = renderPrompt(family, described, asked);
          expect(dialectFaults(rendered, described, asked)).toEqual([]);
          expect(rendered.length.value).toBeLessThanOrEqual(rendered.length.limit);
        }
      },
    ),
  );
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
    / --ar 16:9 --no clutter, watermark, latte art$/,
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
