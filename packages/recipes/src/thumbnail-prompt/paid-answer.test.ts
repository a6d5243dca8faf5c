import { expect, test } from 'vitest';
import { inputFor } from '../testing/input-for.ts';
import { circumstancesOf } from '../testing/answer-asks.ts';
import { perform } from '../testing/perform.ts';
import { thumbnailOperation } from './kind.ts';
import type { ThumbnailInput } from './schema.ts';

const baseline = {
  subject: 'a stream of espresso',
  expression: '',
  action: 'splitting into two golden threads',
  setting: 'a steel machine in a dark cafe',
  composition: 'extreme close-up',
  focal_side: 'left',
  lighting: 'warm side light',
  palette_hex: ['#2B1A12', '#F4E3C1'],
  style: 'editorial photograph, high contrast',
  overlay_text: 'nine bars',
  avoid: ['clutter'],
};
const changes = [
  { variable: 'subject', value: 'a pressure gauge with its needle in the red' },
  { variable: 'lighting', value: 'cold blue light from above' },
];

function inputOf(body: Record<string, unknown> = {}): ThumbnailInput {
  return inputFor(thumbnailOperation, { title: 'Why your espresso tastes sour', ...body });
}

/** A model that gives one design, and one value however often it is asked for another. */
function stubborn(body: Record<string, unknown>, design: object, value: string) {
  const whole = { baseline, changes, ...design };
  const made = perform(thumbnailOperation, inputOf(body), circumstancesOf('single'), ({ reply }) =>
    reply.form === 'json' && reply.name === 'change' ? { value } : whole,
  );
  const outcomes = made.fixes.map(({ finding: { name, path, removed }, outcome }) => [
    name,
    path,
    outcome,
    removed ?? [],
  ]);
  return { ...made, outcomes, concepts: made.output.concepts };
}

test('a headline that stays too long is cut where a phrase ends, with the words that went', () => {
  const long = 'Nine bars of pure pressure';
  const { concepts, failed, outcomes } = stubborn({}, { baseline: { ...baseline, overlay_text: long } }, long);
  expect(failed).toEqual([]);
  expect(concepts.map(({ overlay_text: text }) => text)).toEqual(['NINE BARS', 'NINE BARS', 'NINE BARS']);
  expect(outcomes).toEqual([['overlay_text', 'concepts[0].overlay_text', 'replaced', ['OF PURE PRESSURE']]]);
});

test.each([
  ['en', 'Why your espresso tastes sour', 'espresso machines hide secrets forever', 'ESPRESSO TASTES SOUR'],
  ['de', 'Warum dein Espresso sauer schmeckt', '浓缩咖啡', 'ESPRESSO SAUER SCHMECKT'],
  ['ja', 'エスプレッソの酸味', 'кофе', 'エスプレッソの酸味'],
])('a headline that stays unusable is the subject in the words of the caller: %s', (language, title, written, text) => {
  const { concepts, outcomes } = stubborn(
    { title, language },
    { baseline: { ...baseline, overlay_text: written } },
    written,
  );
  expect(concepts[0]?.overlay_text).toBe(text);
  expect(outcomes.map(([, path, outcome]) => [path, outcome])).toContainEqual(['concepts[0].overlay_text', 'replaced']);
});

test('a keyword is the best subject', () => {
  const empty = { baseline: { ...baseline, overlay_text: '' } };
  expect(stubborn({ keywords: ['crema'] }, empty, '..').concepts[0]?.overlay_text).toBe('CREMA');
  const turkish = { title: 'Sizin için bir ipucu', language: 'tr', keywords: ['ilk ipucu'] };
  expect(stubborn(turkish, empty, '..').concepts[0]?.overlay_text).toBe('İLK İPUCU');
});

test('emoji, quotation marks and labels are not drawn, and what went is told, without a question', () => {
  const written = 'Headline: “nine” 🔥 **bars** 👩🏽‍🍳';
  const { concepts, asks, outcomes } = stubborn({}, { baseline: { ...baseline, overlay_text: written } }, 'x');
  expect(asks).toHaveLength(1);
  expect(concepts[0]?.overlay_text).toBe('NINE BARS');
  expect(outcomes[0]?.slice(0, 3)).toEqual(['overlay_text', 'concepts[0].overlay_text', 'fixed']);
  expect(String(outcomes[0]?.[3])).toContain('🔥');
});

test('a change that changes nothing to the end becomes another change by code', () => {
  const same = [{ variable: 'subject', value: 'a stream of espresso' }, changes[1]];
  const { concepts, failed, outcomes } = stubborn({}, { changes: same }, 'a stream of espresso');
  expect(failed).toEqual([]);
  expect(concepts.map(({ variable }) => variable)).toEqual(['baseline', 'composition', 'lighting']);
  expect(outcomes.map(([name, , outcome]) => [name, outcome])).toEqual([['variants_differ', 'replaced']]);
});

test('too few concepts are those that stand, with the finding', () => {
  const { output, failed } = stubborn({ variants: 8 }, { changes: changes.slice(0, 1) }, 'a stream of espresso');
  expect(output.concepts.length).toBeGreaterThanOrEqual(2);
  expect(failed.every(({ severity }) => severity === 'report')).toBe(true);
});

test('a concept in foreign letters goes, the others stay', () => {
  const foreign = [{ variable: 'subject', value: '压力表' }, changes[1]];
  const { concepts, failed, outcomes } = stubborn({}, { changes: foreign }, '压力表');
  expect(concepts.map(({ variable }) => variable)).toEqual(['baseline', 'lighting']);
  expect(outcomes).toContainEqual(['language', 'concepts[1].subject', 'dropped', ['压力表']]);
  expect(failed.map(({ name, severity }) => [name, severity])).toEqual([['variants', 'report']]);
});

test('what shall not be seen: a concept that alone shows it goes, the first loses the phrase, its subject is a must', () => {
  const body = { avoid: ['gauge', 'steel'] };
  const { concepts, failed } = stubborn(
    body,
    { baseline: { ...baseline, setting: 'a dark cafe, brushed steel' } },
    'a gauge',
  );
  expect(concepts.map(({ variable, setting }) => [variable, setting])).toEqual([
    ['baseline', 'a dark cafe'],
    ['lighting', 'a dark cafe'],
  ]);
  expect(failed.map(({ name }) => name)).toEqual(['variants']);
  const never = stubborn({ avoid: ['stream'] }, {}, 'x y');
  expect(never.failed).toContainEqual(expect.objectContaining({ name: 'avoid', severity: 'must' }));
  expect(
    stubborn({ avoid: ['people'] }, { baseline: { ...baseline, setting: 'a cafe, no people' } }, 'x').failed,
  ).toEqual([]);
});

test('orders to image models are taken out of the concepts, once, and told', () => {
  const style = 'cinematic photo –ar 9:16 —v 6 --stylize 250 --no steam';
  const { concepts, asks, outcomes, output } = stubborn({}, { baseline: { ...baseline, style } }, 'x');
  expect(asks).toHaveLength(1);
  expect(concepts.map((concept) => concept.style)).toEqual(['cinematic photo', 'cinematic photo', 'cinematic photo']);
  expect(concepts[0]?.avoid).toEqual(['clutter', 'steam']);
  expect(outcomes).toEqual([
    ['plain_words', 'concepts[0].style', 'fixed', ['--no steam', '–ar 9:16', '—v 6', '--stylize 250']],
  ]);
  expect(output.style_tags).toEqual(['cinematic photo', 'warm side light']);
});

test('concepts differ in what is drawn where no family draws words', () => {
  const words = [
    { variable: 'overlay_text', value: 'Too sour?' },
    { variable: 'overlay_text', value: 'Grind finer' },
  ];
  const { concepts, failed } = stubborn({ image_models: ['midjourney', 'sdxl'] }, { changes: words }, 'nothing new');
  expect(failed).toEqual([]);
  expect(concepts).toHaveLength(3);
  for (const family of [0, 1]) {
    const prompts = concepts.map(({ prompts: all }) => all[family]?.prompt.replace(/[^,]*for a headline/, ''));
    expect(new Set(prompts).size).toBe(3);
  }
});

test('where some family draws words, the others keep a room of its own for each headline', () => {
  const words = [
    { variable: 'overlay_text', value: 'Too sour?' },
    { variable: 'overlay_text', value: 'Grind finer' },
  ];
  const { concepts, asks, failed } = stubborn({}, { changes: words }, 'x');
  expect(asks).toHaveLength(1);
  expect(failed).toEqual([]);
  for (const [place] of concepts[0]?.prompts.entries() ?? [])
    expect(new Set(concepts.map(({ prompts }) => prompts[place]?.prompt)).size).toBe(3);
});

test.each([
  ['zh-Hant', '热水变茶', '熱水變茶'],
  ['zh-HK', '时间到了', '時間到了'],
  ['zh-CN', '熱水變茶', '热水变茶'],
])('in %s the words on the picture "%s" are written "%s"', async (language, written, own) => {
  await thumbnailOperation.prepare?.(inputOf({ title: '茶', language }));
  const { concepts, outcomes, asks } = stubborn(
    { title: '茶', language },
    { baseline: { ...baseline, overlay_text: written }, changes },
    'x',
  );
  expect(concepts.map(({ overlay_text: text }) => text)).toEqual([own, own, own]);
  expect(outcomes).toContainEqual(['chinese_variant', 'concepts[0].overlay_text', 'fixed', []]);
  expect(asks).toHaveLength(1);
});

test('a concept that changes more than it names is told', () => {
  const input = inputOf();
  const [first, second] = stubborn({}, {}, 'x').concepts;
  if (first === undefined || second === undefined) throw new Error('Two concepts are needed.');
  const draft = { concepts: [first, { ...second, setting: 'a garden' }] as const };
  expect(thumbnailOperation.check(draft, input, circumstancesOf('single'))).toContainEqual(
    expect.objectContaining({
      name: 'variants_change_one',
      ok: false,
      value: 2,
      path: 'concepts[1]',
      severity: 'report',
    }),
  );
});
