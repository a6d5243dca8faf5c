import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import { inputFor } from '../../testing/input-for.ts';
import { circumstancesOf, type Model } from '../../testing/answer-asks.ts';
import { perform } from '../../testing/perform.ts';
import { scriptOperation } from '../kind.ts';
import type { ScriptInput } from '../schema.ts';

beforeAll(() => loadLanguages(['en', 'ja', 'th']));

function inputOf(body: Record<string, unknown>): ScriptInput {
  return inputFor(scriptOperation, { prompt: 'How espresso works', duration: 45, ...body });
}

const SENTENCES = [
  'Nine bars of pressure hide inside that tiny cup on your kitchen counter every single morning.',
  'Water alone would need four slow minutes to pull flavour out of ground coffee.',
  'A pump does the same work in under thirty seconds.',
  'First the beans are ground almost as fine as powdered sugar.',
  'Then they are pressed into a flat puck, so the water cannot find an easy way through.',
  'Under that force the oils break into drops too small to see.',
  'They float in the liquid together with tiny bubbles of gas, and you know the result as crema.',
  'So watch your next shot closely.',
  'If it runs like warm honey, somebody got the grind right.',
];

function writtenScene(narration: string, visual = 'Espresso running into a cup') {
  const broll = [{ query_en: 'espresso cup', description: 'Espresso', image_prompt: visual }];
  return { narration, on_screen_text: 'Nine bars', visual, broll, pace: 'normal', emphasis: ['crema', 'pressure'] };
}

function writtenScript(narrations: readonly string[]) {
  const [title, logline, cta] = ['Nine bars', 'Why espresso is pressed.', 'Watch your next shot closely.'];
  return { title, logline, scenes: narrations.map((text) => writtenScene(text)), cta, claims: [] };
}

const SHOTS = [
  'A pump at work',
  'Beans in a grinder',
  'A flat puck of coffee',
  'Oil drops and bubbles of gas',
  'Warm honey on a spoon',
];

function unusable(): Error {
  return Object.assign(new Error('The answer was empty.'), { name: 'UnusableReplyError' });
}

/** Writes everything in the scenes that are given, and draws each picture that it is asked for. */
function modelOf(narrations: readonly string[], drawn: readonly string[] = SHOTS): Model {
  return ({ part }, count) => {
    if (count === 1) return writtenScript(narrations);
    const visual = drawn[Number(/^scenes\[(\d+)\]/.exec(part)?.[1] ?? 1) - 1] ?? '';
    const broll = [{ query_en: visual.toLowerCase(), description: visual, image_prompt: visual }];
    if (part.endsWith('.visual')) return { visual, broll };
    throw unusable();
  };
}

test.each([
  ['one scene', [SENTENCES.join(' ')]],
  ['two scenes', [SENTENCES.slice(0, 6).join(' '), SENTENCES.slice(6).join(' ')]],
])('a script that came as %s is dealt into those of its plan, and no word changes', (_, narrations) => {
  const { output, failed } = perform(scriptOperation, inputOf({}), circumstancesOf('single'), modelOf(narrations));
  expect(output.scenes.length).toBeGreaterThanOrEqual(4);
  expect(output.scenes.map(({ narration }) => narration).join(' ')).toBe(SENTENCES.join(' '));
  expect(output.scenes.map(({ role }) => role)).toEqual(
    ['hook', 'setup', 'point', 'proof', 'cta'].slice(-output.scenes.length),
  );
  expect(new Set(output.scenes.map(({ visual }) => visual)).size).toBe(output.scenes.length);
  expect(output.scenes.filter(({ on_screen_text: text }) => text !== '')).toHaveLength(1);
  for (const { narration, delivery } of output.scenes)
    for (const words of delivery.emphasis) expect(narration).toContain(words);
  expect(failed).toEqual([]);
});

test('scenes whose pictures cannot be had keep the one that they came with, and it is told', () => {
  const model = modelOf([SENTENCES.join(' ')]);
  const { output, failed } = perform(scriptOperation, inputOf({}), circumstancesOf('single'), (question, count) => {
    if (!question.part.endsWith('.visual')) return model(question, count);
    throw unusable();
  });
  expect(output.scenes.length).toBeGreaterThanOrEqual(4);
  expect(new Set(output.scenes.map(({ visual }) => visual)).size).toBe(1);
  expect(failed.map(({ name }) => name)).toContain('visuals_differ');
});

test('one sentence that cannot be dealt is delivered with the finding', () => {
  const whole = `${SENTENCES.join(' ').replaceAll(/[.,]/g, ' and').slice(0, -4)}.`;
  const { output, failed } = perform(scriptOperation, inputOf({}), circumstancesOf('single'), modelOf([whole]));
  expect(output.scenes).toHaveLength(1);
  expect(failed).toContainEqual(
    expect.objectContaining({
      name: 'scene_count',
      value: 1,
      limit: 3,
      message: '1 scene was written; 45 s want at least 3.',
    }),
  );
});

test.each([
  [
    'ja',
    '毎朝、その小さなカップの中に九気圧が隠れています。ほとんどの人は気づきません。ポンプが熱いお湯を粉に押し通します。三十秒もかからずに油と糖が出てきます。挽き目が細かすぎるとお湯が止まり、味は苦くなります。粗すぎるとお湯が速く流れ、酸っぱくなります。だから挽き目だけを変えてみましょう。明日、自分のカップを量ってみてください。',
  ],
])('in %s sentences are dealt too', (language, narration) => {
  const input = inputOf({ language, prompt: 'エスプレッソの仕組み', duration: 35 });
  const { output } = perform(scriptOperation, input, circumstancesOf('single'), modelOf([narration]));
  expect(output.scenes.length).toBeGreaterThanOrEqual(3);
  expect(output.scenes.map(({ narration: text }) => text).join('')).toBe(narration);
});

test('a video of a few seconds may be one scene', () => {
  const { output, failed } = perform(
    scriptOperation,
    inputOf({ duration: 6 }),
    circumstancesOf('single'),
    modelOf([SENTENCES[0] ?? '']),
  );
  expect(output.scenes).toHaveLength(1);
  expect(failed.map(({ name }) => name)).not.toContain('scene_count');
});
