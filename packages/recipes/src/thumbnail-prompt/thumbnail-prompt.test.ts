import { expect, test } from 'vitest';
import { inputFor } from '../testing/input-for.ts';
import { answerAsks, circumstancesOf } from '../testing/answer-asks.ts';
import { deliverThumbnail } from './deliver.ts';
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
  palette_hex: ['2b1a12', 'brown', '#F4E3C1'],
  style: 'editorial photograph, high contrast',
  overlay_text: 'nine bars',
  avoid: ['clutter'],
};
const changes = [
  { variable: 'subject', value: 'a pressure gauge with its needle in the red' },
  { variable: 'overlay_text', value: 'Too fine?' },
];

function inputOf(body: Record<string, unknown> = {}): ThumbnailInput {
  return inputFor(thumbnailOperation, { title: 'How espresso works', ...body });
}

test('each concept changes the one variable it names and nothing else', () => {
  const input = inputOf();
  const { result, asks } = answerAsks(thumbnailOperation.write(input, circumstancesOf('single')), () => ({
    baseline,
    changes,
  }));
  expect(asks).toHaveLength(1);
  expect(thumbnailOperation.check(result, input, circumstancesOf('single')).filter(({ ok }) => !ok)).toEqual([]);
  const output = thumbnailOperation.output.parse(deliverThumbnail(result, input));
  expect(output.concepts.map(({ variable }) => variable)).toEqual(['baseline', 'subject', 'overlay_text']);
  const [first, second] = output.concepts;
  expect({ ...second, variable: '', subject: '', prompts: [] }).toEqual({
    ...first,
    variable: '',
    subject: '',
    prompts: [],
  });
  expect(first).toMatchObject({ overlay_text: 'NINE BARS', palette_hex: ['#2B1A12', '#F4E3C1'] });
  expect(first?.prompts.map(({ model_family: family }) => family)).toEqual([
    'openai',
    'gemini',
    'ideogram',
    'flux',
    'midjourney',
    'sdxl',
  ]);
  expect(output.prompt).toBe(first?.prompts[0]?.prompt);
  expect(output.style_tags).toContain('editorial photograph');
});

test('a change that changes nothing is asked for again, alone', () => {
  const input = inputOf();
  const same = [{ variable: 'subject', value: 'a stream of espresso' }, changes[1]];
  const { result } = answerAsks(thumbnailOperation.write(input, circumstancesOf('single')), () => ({
    baseline,
    changes: same,
  }));
  const failed = thumbnailOperation.check(result, input, circumstancesOf('single')).filter(({ ok }) => !ok);
  expect(failed).toMatchObject([{ name: 'variants_differ', path: 'concepts[1].subject' }]);
  const repaired = answerAsks(thumbnailOperation.repair(result, failed, input, circumstancesOf('single')), () => ({
    value: 'a red pressure gauge',
  }));
  expect(repaired.asks.map(({ part }) => part)).toEqual(['subject']);
  expect(thumbnailOperation.check(repaired.result, input, circumstancesOf('single')).every(({ ok }) => ok)).toBe(true);
});

test('brand colours, exact words and the text policy of the caller are kept', () => {
  const input = inputOf({
    brand_colours: ['#fa0'],
    overlay_text: 'Nine bars?',
    text_policy: 'overlay',
    image_models: ['openai'],
    variants: 1,
  });
  const { result } = answerAsks(thumbnailOperation.write(input, circumstancesOf('single')), () => ({
    baseline,
    changes,
  }));
  const { concepts } = deliverThumbnail(result, input);
  expect(concepts).toMatchObject([{ overlay_text: 'Nine bars?', palette_hex: ['#FFAA00'] }]);
  expect(concepts[0]?.prompts[0]?.prompt).not.toContain('Nine bars?');
});

test('a picture described in another language is designed anew, words in foreign letters are asked for again', () => {
  const input = inputOf();
  const german = {
    ...baseline,
    subject: 'ein dünner Strahl von Espresso, der in eine kleine weiße Tasse läuft',
    setting: 'vor einer alten Maschine aus Stahl in einem dunklen Café mit vielen Leuten',
    action: 'wie er sich in zwei goldene Fäden teilt und auf die Tasse trifft',
    overlay_text: '浓缩咖啡',
  };
  const context = circumstancesOf('single');
  const { result } = answerAsks(thumbnailOperation.write(input, context), () => ({ baseline: german, changes }));
  const failed = thumbnailOperation.check(result, input, context).filter(({ ok }) => !ok);
  expect(failed).toContainEqual(expect.objectContaining({ name: 'language', value: 'de', severity: 'must' }));
  expect(failed).toContainEqual(
    expect.objectContaining({ name: 'overlay_language', path: 'concepts[0].overlay_text' }),
  );
  const anew = answerAsks(thumbnailOperation.repair(result, failed, input, context), () => ({ baseline, changes }));
  expect(thumbnailOperation.check(anew.result, input, context).filter(({ ok }) => !ok)).toEqual([]);

  const words = failed.filter(({ name }) => name === 'overlay_language');
  const again = answerAsks(thumbnailOperation.repair(result, words, input, context), () => ({ value: 'Nine bars?' }));
  expect(again.asks.map(({ part }) => part)).toEqual(['overlay_text']);
  expect(again.result.concepts[0].overlay_text).toBe('NINE BARS?');
});

const idea = {
  'close-up of': 'an espresso machine',
  'which is': 'is dripping_into a cup and',
  'in front of': 'a small bar',
  'question on the photo': 'Why the pressure?',
  'other photo: a person who': 'lifts a steaming cup',
  'claim on the other photo': 'Nine bars',
};

function staged(input: ThumbnailInput, other: Partial<typeof idea> = {}) {
  const context = circumstancesOf('staged');
  const { result, asks } = answerAsks(thumbnailOperation.write(input, context), ({ reply }) =>
    reply.form === 'text' ? '' : { ...idea, ...other },
  );
  const failed = thumbnailOperation.check(result, input, context).filter(({ ok }) => !ok);
  return { asks, failed, result, concepts: deliverThumbnail(result, input).concepts };
}

test('a small model is asked once, and code makes light, colours, framing and what to avoid', () => {
  const { asks, failed, concepts } = staged(inputOf());
  expect(asks).toHaveLength(1);
  expect(failed).toEqual([]);
  expect(concepts.map(({ subject, overlay_text: text }) => [subject, text])).toEqual([
    ['an espresso machine dripping into a cup', 'WHY THE PRESSURE?'],
    ['an espresso machine dripping into a cup', 'NINE BARS'],
    ['a person who lifts a steaming cup', 'WHY THE PRESSURE?'],
  ]);
  expect(concepts[0]?.setting).toBe('in front of a small bar');
  expect(staged(inputOf(), { 'in front of': 'grind the beans' }).concepts[0]?.setting).toBe(
    'on a plain dark background',
  );
  expect(concepts[0]?.palette_hex.length).toBeGreaterThan(1);
});

test('headlines that a small model leaves half or writes twice come from what the video says', () => {
  const input = inputOf({ content: 'A pump makes 9 bars of pressure. Golden crema covers the cup.' });
  const { failed, concepts } = staged(input, {
    'question on the photo': 'What kind of',
    'claim on the other photo': 'is using a',
  });
  expect(failed).toEqual([]);
  expect(concepts.map(({ overlay_text: text }) => text)).toEqual([
    '9 BARS OF PRESSURE',
    'PUMP MAKES 9 BARS',
    '9 BARS OF PRESSURE',
  ]);
});

test('a small model’s four pictures have three headlines, and no family is asked the same twice', () => {
  const content =
    'Cats purr to express happiness. They do this by vibrating their vocal cords. Kittens drink warm milk.';
  const input = inputOf({ title: 'Why cats purr', content, variants: 4 });
  const { result } = answerAsks(thumbnailOperation.write(input, circumstancesOf('staged')), () => '');
  const { concepts } = thumbnailOperation.output.parse(deliverThumbnail(result, input));
  expect(concepts.map(({ variable }) => variable)).toEqual(['baseline', 'overlay_text', 'subject', 'overlay_text']);
  expect(new Set(concepts.map(({ overlay_text: text }) => text)).size).toBe(3);
  for (const family of input.image_models) {
    const prompts = concepts.flatMap(({ prompts: all }) =>
      all.flatMap(({ model_family: own, prompt }) => (own === family ? [prompt] : [])),
    );
    expect(new Set(prompts).size).toBe(4);
  }
});
