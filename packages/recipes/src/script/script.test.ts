import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../language/load-languages.ts';
import { ESPRESSO_NARRATIONS } from '../testing/espresso.ts';
import { inputFor } from '../testing/input-for.ts';
import type { Finding } from '../port/finding.ts';
import { answerAsks, circumstancesOf } from '../testing/answer-asks.ts';
import type { ScriptDraft } from './draft.ts';
import { scriptOperation } from './kind.ts';
import type { ScriptInput } from './schema.ts';

beforeAll(() => loadLanguages(['en']));

function inputOf(body: Record<string, unknown>): ScriptInput {
  return inputFor(scriptOperation, { prompt: 'How espresso works', duration: 45, ...body });
}

const SHOTS = [
  'Espresso running into a cup',
  'A steel pump',
  'Ground coffee',
  'Crema in a glass',
  'Warm honey on a spoon',
];

function writtenScript(lines: readonly string[]) {
  const scenes = lines.map((narration, index) => ({
    narration,
    on_screen_text: 'Nine bars',
    visual: SHOTS[index] ?? `Shot number ${index}`,
    broll: [{ query_en: 'espresso cup', description: 'Espresso', image_prompt: 'Espresso running into a cup' }],
    pace: 'normal',
    emphasis: [],
  }));
  return {
    title: 'Nine bars',
    logline: 'Why espresso is pressed.',
    scenes,
    cta: 'Watch your next shot.',
    claims: [{ text: 'Nine bars', source_id: null }],
  };
}

const noModel = () => '';

function draftOf(lines: readonly string[], input = inputOf({})): ScriptDraft {
  return answerAsks(scriptOperation.write(input, circumstancesOf('single')), () => writtenScript(lines)).result;
}

function failedOf(draft: ScriptDraft, input: ScriptInput, earlier: readonly unknown[] = []): Finding[] {
  return scriptOperation.check(draft, input, circumstancesOf('single', earlier)).filter(({ ok }) => !ok);
}

test('a good answer becomes a script whose times, hook and whole text come from code', () => {
  const input = inputOf({});
  const draft = draftOf(ESPRESSO_NARRATIONS);
  expect(failedOf(draft, input)).toEqual([]);
  const output = scriptOperation.output.parse(
    answerAsks(scriptOperation.deliver(draft, input, circumstancesOf('single')), noModel).result,
  );
  expect(output).toMatchObject({
    id: 'scr_1',
    hook: ESPRESSO_NARRATIONS[0],
    language: 'en',
    duration: { target: 45, within_tolerance: true, tolerance: 0.1 },
  });
  expect(output.scenes.map(({ role }) => role)).toEqual(['hook', 'setup', 'point', 'proof', 'cta']);
  expect(output.scenes.at(-1)?.end_seconds).toBeCloseTo(output.duration.estimated, 1);
  for (const [index, scene] of output.scenes.entries())
    expect(scene.start_seconds).toBe(output.scenes[index - 1]?.end_seconds ?? 0);
  for (const line of ESPRESSO_NARRATIONS) expect(output.script).toContain(line);
});

test('a script that is too short names the scenes that carry the miss, and only they are asked for again', () => {
  const input = inputOf({});
  const draft = draftOf(ESPRESSO_NARRATIONS.with(2, 'The beans are ground.'));
  const failed = failedOf(draft, input);
  expect(failed.map(({ name, sceneId }) => [name, sceneId])).toEqual([
    ['duration', undefined],
    ['scene_duration', 'scene-3'],
  ]);
  const { result, asks } = answerAsks(
    scriptOperation.repair(draft, failed, input, circumstancesOf('single')),
    () => ESPRESSO_NARRATIONS[2],
  );
  expect(asks.map(({ part }) => part)).toEqual(['scenes[2].narration']);
  expect(asks[0]?.prompt).toMatch(/This scene takes .* about \d+ words/);
  expect(failedOf(result, input)).toEqual([]);
});

test('a small model is asked for one scene a round, the one that misses most', () => {
  const input = inputOf({});
  const draft = draftOf(
    ESPRESSO_NARRATIONS.with(2, 'The beans are ground.').with(1, 'A pump does the same work in half a minute.'),
  );
  const { asks } = answerAsks(
    scriptOperation.repair(draft, failedOf(draft, input), input, circumstancesOf('staged')),
    () => ESPRESSO_NARRATIONS[2],
  );
  expect(asks.map(({ part }) => part)).toEqual(['scenes[2].narration']);
});

test('a script that is too long loses last sentences without a question', () => {
  const input = inputOf({});
  const extra =
    ' The pump hums while the machine holds its temperature as steady as it can. Nobody hears it over the grinder anyway.';
  const draft = draftOf(ESPRESSO_NARRATIONS.with(3, ESPRESSO_NARRATIONS[3] + extra));
  const { result, asks } = answerAsks(
    scriptOperation.repair(draft, failedOf(draft, input), input, circumstancesOf('single')),
    () => '',
  );
  expect(asks).toEqual([]);
  expect(failedOf(result, input)).toEqual([]);
});

test('markup and labels are fixed by code, words are not touched', () => {
  const input = inputOf({});
  const draft = draftOf(
    ESPRESSO_NARRATIONS.with(1, `**Setup:** ${ESPRESSO_NARRATIONS[1]} 🙂`).with(0, `Hook: ${ESPRESSO_NARRATIONS[0]}`),
  );
  expect(failedOf(draft, input).map(({ name }) => name)).toEqual(['narration_speakable', 'narration_speakable']);
  const { result, asks } = answerAsks(
    scriptOperation.repair(draft, failedOf(draft, input), input, circumstancesOf('single')),
    () => '',
  );
  expect(asks).toEqual([]);
  expect(failedOf(result, input)).toEqual([]);
});

test('the wrong language, a missing phrase, a word to avoid and an invented source are findings that must not stand', () => {
  const german = draftOf(
    ESPRESSO_NARRATIONS.map(
      () => 'Der Druck macht den Unterschied, und ohne ihn ist der Kaffee nur eine dünne Brühe.',
    ).map((line, index) => `${line} Punkt ${index}.`),
  );
  expect(
    failedOf(german, inputOf({})).filter(({ name, severity }) => name === 'language' && severity === 'must'),
  ).toHaveLength(1);
  expect(failedOf(draftOf(ESPRESSO_NARRATIONS), inputOf({ must_include: ['Puck Prep'] }))).toMatchObject([
    { name: 'must_include', limit: 'Puck Prep' },
  ]);
  expect(failedOf(draftOf(ESPRESSO_NARRATIONS), inputOf({ avoid: 'CREMA' }))).toMatchObject([
    { name: 'avoid', value: 'CREMA', sceneId: 'scene-4', path: 'scenes[3].narration' },
    { name: 'avoid', value: 'CREMA', sceneId: 'scene-4', path: 'scenes[3].visual' },
  ]);
  const invented = { ...draftOf(ESPRESSO_NARRATIONS), claims: [{ text: 'Nine bars', source_id: 'made-up' }] };
  const input = inputOf({ sources: ['https://a.example/espresso'] });
  expect(failedOf(invented, input)).toMatchObject([{ name: 'sources', value: 'made-up', path: 'claims[0].source_id' }]);
  expect(
    answerAsks(scriptOperation.repair(invented, failedOf(invented, input), input, circumstancesOf('single')), () => '')
      .result.claims,
  ).toEqual([{ text: 'Nine bars', source_id: null }]);
});

test('one paragraph in every scene is no script, and a second variant that repeats the first is none either', () => {
  const input = inputOf({});
  expect(
    failedOf(draftOf(ESPRESSO_NARRATIONS.map(() => ESPRESSO_NARRATIONS[2] ?? '')), input).filter(
      ({ name }) => name === 'repetition',
    ),
  ).toHaveLength(4);
  const first = answerAsks(
    scriptOperation.deliver(draftOf(ESPRESSO_NARRATIONS), input, circumstancesOf('single')),
    noModel,
  ).result;
  expect(failedOf(draftOf(ESPRESSO_NARRATIONS), input, [first])).toMatchObject([
    { name: 'variants_differ', severity: 'target' },
  ]);
});

test('a repair that can do nothing gives the same draft back', () => {
  const draft = draftOf(ESPRESSO_NARRATIONS);
  expect(answerAsks(scriptOperation.repair(draft, [], inputOf({}), circumstancesOf('single')), () => '').result).toBe(
    draft,
  );
});

test('scenes are told as soon as they are complete in the growing answer, each once', () => {
  const input = inputOf({});
  const [question] = answerAsks(scriptOperation.write(input, circumstancesOf('single')), () =>
    writtenScript(ESPRESSO_NARRATIONS),
  ).asks;
  const whole = writtenScript(ESPRESSO_NARRATIONS);
  const told = [1, 1, 3, 5].flatMap(
    (count) => question?.observe?.({ title: 'x', scenes: whole.scenes.slice(0, count) }) ?? [],
  );
  expect(told.flatMap((one) => (one.kind === 'event' ? [(one.data as { id: string }).id] : []))).toEqual([
    'scene-1',
    'scene-2',
    'scene-3',
    'scene-4',
    'scene-5',
  ]);
});

test.each([
  ['en', '**Narrator:** Nine bars press the water. [upbeat music]', 'Nine bars press the water.'],
  ['de', 'Sprecher: Neun Bar pressen das Wasser. 🎬', 'Neun Bar pressen das Wasser.'],
  ['ja', 'ナレーション：九気圧で湯を押し出します。（音楽）', '九気圧で湯を押し出します。'],
])('a scene in "%s" is told as it is delivered, without what code takes out', async (language, written, spoken) => {
  await loadLanguages([language]);
  const input = { ...inputOf({}), language };
  const whole = writtenScript([written, ...ESPRESSO_NARRATIONS.slice(1)]);
  const scenes = whole.scenes.map((scene) => ({ ...scene, on_screen_text: '**Nine**' }));
  const [question] = answerAsks(scriptOperation.write(input, circumstancesOf('single')), () => whole).asks;
  const [told] = question?.observe?.({ title: 'x', scenes }) ?? [];
  expect(told).toMatchObject({ name: 'scene', data: { narration: spoken, on_screen_text: 'Nine' } });
});

test('a scene that shows an earlier one’s picture gets another, alone', () => {
  const input = inputOf({});
  const draft = draftOf(ESPRESSO_NARRATIONS);
  const repeated = {
    ...draft,
    scenes: draft.scenes.map((scene, index) =>
      index === 3 ? { ...scene, visual: 'Close-up of a steel pump' } : scene,
    ),
  };
  const failed = failedOf(repeated, input);
  expect(failed).toMatchObject([{ name: 'visuals_differ', sceneId: 'scene-4', severity: 'report' }]);
  const picture = {
    visual: 'Crema folding under a spoon',
    broll: [{ query_en: 'coffee crema', description: 'Crema', image_prompt: 'Crema under a spoon' }],
  };
  const { result, asks } = answerAsks(
    scriptOperation.repair(repeated, failed, input, circumstancesOf('single')),
    () => picture,
  );
  expect(asks.map(({ part }) => part)).toEqual(['scenes[3].visual']);
  expect(result.scenes[3]).toMatchObject({ ...picture, narration: ESPRESSO_NARRATIONS[3] });
  expect(failedOf(result, input)).toEqual([]);

  const small = answerAsks(scriptOperation.repair(repeated, failed, input, circumstancesOf('staged')), () => '');
  expect(small.asks).toEqual([]);
  expect(failedOf(small.result, input)).toEqual([]);
});

test.each([
  ['shorts', 240, 180],
  ['reels', 200, 180],
  ['tiktok', 700, 600],
  ['x', 150, 140],
  ['threads', 400, 300],
  ['bluesky', 200, 180],
  ['pinterest', 960, 900],
  ['linkedin', 1860, 1800],
])('a script for %s of %d s is one that the platform does not take, and says so', (platform, duration, limit) => {
  const draft = draftOf(
    Array.from(
      { length: Math.ceil(duration / 9) },
      (_, index) => `${ESPRESSO_NARRATIONS[index % 5]} ${ESPRESSO_NARRATIONS[0]}`,
    ),
  );
  const found = failedOf(draft, inputOf({ platform, duration })).find(({ name }) => name === 'platform_length');
  expect(found).toMatchObject({ limit, unit: 'seconds', severity: 'report' });
  expect(failedOf(draft, inputOf({ duration })).map(({ name }) => name)).not.toContain('platform_length');
});
