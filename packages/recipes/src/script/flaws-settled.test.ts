import { expect, test } from 'vitest';
import { loadLanguages } from '../language/load-languages.ts';
import { UNUSABLE_REPLY, type Ask } from '../port/effects.ts';
import { ESPRESSO_NARRATIONS, ESPRESSO_SHOTS } from '../testing/espresso.ts';
import { inputFor } from '../testing/input-for.ts';
import { circumstancesOf } from '../testing/answer-asks.ts';
import { perform } from '../testing/perform.ts';
import { scriptOperation } from './kind.ts';

const SPANISH = [
  'Nueve bares de presión se esconden dentro de esa taza tan pequeña que tienes cada mañana en la cocina de tu casa.',
  'El agua sola necesitaría cuatro minutos para sacar el sabor del café molido, y una bomba hace el mismo trabajo en menos de treinta segundos.',
  'Primero los granos se muelen casi tan finos como el azúcar glas, y después se prensan en una pastilla plana para que el agua no encuentre un camino fácil.',
  'Con esa fuerza los aceites se rompen en gotas que no se pueden ver, flotan en el líquido con burbujas de gas, y el resultado es lo que llamamos crema.',
  'Así que mira bien tu próximo café, porque si corre como la miel caliente es que alguien acertó con la molienda.',
];
const SPANISH_SLOT = { language: 'es', duration: 52 };

interface Written {
  readonly title?: string;
  readonly logline?: string;
  readonly cta?: string;
  readonly claims?: readonly object[];
  readonly scene?: (index: number) => object;
}

function scriptOf(lines: readonly string[], { scene = () => ({}), ...rest }: Written = {}) {
  const scenes = lines.map((narration, index) => ({
    narration,
    on_screen_text: '',
    visual: ESPRESSO_SHOTS[index] ?? `shot ${index}`,
    broll: [{ query_en: 'espresso cup', description: '', image_prompt: 'Espresso running into a cup' }],
    pace: 'normal',
    emphasis: [],
    ...scene(index),
  }));
  return { title: '', logline: '', cta: lines.at(-1), claims: [], scenes, ...rest };
}

/** What comes of a first answer and a model that says the same to every later question. */
async function written(first: object, body: object, later: (question: Ask) => unknown) {
  const input = inputFor(scriptOperation, { prompt: 'How espresso works', duration: 45, language: 'en', ...body });
  await loadLanguages([input.language]);
  const played = perform(scriptOperation, input, circumstancesOf('single'), (question, count) =>
    count === 1 ? first : later(question),
  );
  const fixes = played.fixes.map(({ finding, outcome }) => ({ ...finding, outcome }));
  return { ...played, fixes, broken: played.failed.filter(({ severity }) => severity === 'must') };
}

const frame = { title: 'Nine bars of pressure', logline: 'Why espresso is pressed.' };
const marco = { title: 'Nueve bares de presión', logline: 'Por qué el espresso se hace con presión.' };

test('a scene that repeats another to the end is left out, with a finding on it and on the length', async () => {
  const repeated = ESPRESSO_NARRATIONS.with(3, ESPRESSO_NARRATIONS[2] ?? '');
  const { output, fixes, failed, broken } = await written(scriptOf(repeated, frame), {}, () => ESPRESSO_NARRATIONS[2]);
  expect(broken).toEqual([]);
  expect(output.scenes.map(({ id }) => id)).toEqual(['scene-1', 'scene-2', 'scene-3', 'scene-5']);
  expect(fixes.findLast(({ name }) => name === 'repetition')).toMatchObject({
    outcome: 'dropped',
    sceneId: 'scene-4',
    removed: [ESPRESSO_NARRATIONS[2]],
  });
  expect(failed[0]).toMatchObject({ name: 'duration', severity: 'target' });
});

test('a sentence that was said before goes, without a question, and one that is short may come again', async () => {
  const again = ESPRESSO_NARRATIONS.with(
    3,
    `Think of it. ${ESPRESSO_NARRATIONS[3]} ${ESPRESSO_NARRATIONS[0]} Think of it.`,
  );
  const { output, fixes, asks } = await written(scriptOf(again, frame), { duration: 48 }, () => 'nothing');
  expect(output.scenes[3]?.narration).toBe(`Think of it. ${ESPRESSO_NARRATIONS[3]} Think of it.`);
  expect(fixes.find(({ name }) => name === 'said_twice')).toMatchObject({
    outcome: 'fixed',
    sceneId: 'scene-4',
    removed: [ESPRESSO_NARRATIONS[0]],
  });
  expect(asks).toHaveLength(1);
});

test('of a scene with a foreign sentence that comes again that sentence is left out', async () => {
  const own = [
    'Девять бар давления каждое утро прячутся в маленькой чашке на вашей кухне.',
    'Насос проталкивает горячую воду через кофе меньше чем за тридцать секунд.',
    'Под этим давлением масла распадаются на капли, которых никто не видит.',
    'Поэтому внимательно посмотрите завтра на свою чашку и посчитайте секунды.',
  ];
  const mixed = own.with(1, `${own[1]} That is what makes the golden foam.`);
  const { output, broken } = await written(
    scriptOf(mixed, { title: 'Девять бар', logline: 'Почему эспрессо готовят под давлением.' }),
    { language: 'ru', duration: 30 },
    () => mixed[1],
  );
  expect(broken).toEqual([]);
  expect(output.scenes.map(({ narration }) => narration)).toEqual(own);
});

test('a script of which two scenes would be left is none', async () => {
  const { broken, output } = await written(
    scriptOf(
      ESPRESSO_NARRATIONS.map(() => ESPRESSO_NARRATIONS[2] ?? ''),
      frame,
    ),
    {},
    () => ESPRESSO_NARRATIONS[2],
  );
  expect(broken.map(({ name }) => name)).toContain('repetition');
  expect(output.scenes).toHaveLength(5);
});

test('one English scene of five in a Spanish script is asked for again, alone', async () => {
  const first = scriptOf(SPANISH.with(2, ESPRESSO_NARRATIONS[2] ?? ''), marco);
  const { output, failed, asks } = await written(first, SPANISH_SLOT, () => SPANISH[2]);
  expect(asks.slice(1).map(({ part }) => part)).toEqual(['scenes[2].narration']);
  expect(asks[1]?.prompt).toContain('This scene has to be in es; it is in en.');
  expect(output.scenes[2]?.narration).toBe(SPANISH[2]);
  expect(failed.filter(({ name }) => name.includes('language'))).toEqual([]);
});

test('a scene that stays in another language is left out; its narration is never replaced by words of ours', async () => {
  const first = scriptOf(SPANISH.with(2, ESPRESSO_NARRATIONS[2] ?? ''), marco);
  const { output, fixes, broken } = await written(first, SPANISH_SLOT, () => ESPRESSO_NARRATIONS[2]);
  expect(broken).toEqual([]);
  expect(output.scenes.map(({ narration }) => narration)).toEqual(SPANISH.toSpliced(2, 1));
  expect(fixes.at(-1)).toMatchObject({
    name: 'scene_language',
    outcome: 'dropped',
    value: 'en',
    removed: [ESPRESSO_NARRATIONS[2]],
  });
});

test('a script that is too long loses the scene in another language, not one that is right', async () => {
  const lines = [...SPANISH.slice(0, 2), ESPRESSO_NARRATIONS[2] ?? '', SPANISH[4] ?? ''];
  const { output, broken } = await written(
    scriptOf(lines, marco),
    { language: 'es', duration: 30 },
    () => ESPRESSO_NARRATIONS[2],
  );
  expect(broken).toEqual([]);
  expect(output.scenes.map(({ narration }) => narration)).not.toContain(ESPRESSO_NARRATIONS[2]);
  expect(output.scenes).toHaveLength(3);
});

test('where missing scenes cannot be had, the others are asked for all the same', async () => {
  const first = scriptOf([SPANISH[0] ?? '', SPANISH[1] ?? '', ESPRESSO_NARRATIONS[2] ?? '', SPANISH[4] ?? ''], marco);
  const { output, broken } = await written(first, { language: 'es', duration: 80 }, ({ part }) => {
    if (part === 'scenes[2].narration') return SPANISH[2];
    throw Object.assign(new Error('The JSON did not have the wanted shape.'), { name: UNUSABLE_REPLY });
  });
  expect(broken).toEqual([]);
  expect(output.scenes[2]?.narration).toBe(SPANISH[2]);
});

const ENGLISH_HOOK =
  'Nine bars of pressure hide inside that tiny cup on your kitchen counter every single morning, and they are what makes it so good.';

test('a hook in another language cannot be left out', async () => {
  const first = scriptOf(SPANISH.with(0, ENGLISH_HOOK), marco);
  const { broken } = await written(first, SPANISH_SLOT, () => ENGLISH_HOOK);
  expect(broken.map(({ name, sceneId }) => [name, sceneId])).toEqual([['scene_language', 'scene-1']]);
});

const ENGLISH_TITLE =
  'How the pressure of a pump makes the coffee in your cup so much stronger than what a filter can do for you at home';

test('title, call to action and screen text in another language are asked for again in one question', async () => {
  const first = scriptOf(SPANISH, {
    ...marco,
    title: ENGLISH_TITLE,
    cta: 'So watch your next shot closely and if it runs like warm honey then you know that somebody got the grind right.',
  });
  const { output, asks, failed } = await written(first, SPANISH_SLOT, () => ({
    title: marco.title,
    'call to action': SPANISH[4],
  }));
  expect(asks.slice(1).map(({ part }) => part)).toEqual(['title']);
  expect(output).toMatchObject({ title: marco.title, cta: SPANISH[4] });
  expect(failed.filter(({ name }) => name === 'text_language')).toEqual([]);
});

test('a title that stays in another language gives way to the subject in the caller’s words', async () => {
  const first = scriptOf(SPANISH, { ...marco, title: ENGLISH_TITLE });
  const body = { ...SPANISH_SLOT, prompt: '¿Cómo funciona el espresso?' };
  const { output, fixes } = await written(first, body, () => ({ title: ENGLISH_TITLE }));
  expect(output.title).toBe('¿Cómo funciona el espresso?');
  expect(fixes.at(-1)).toMatchObject({ name: 'text_language', path: 'title', outcome: 'replaced' });
});

const TRADITIONAL = '義式濃縮咖啡需要九個大氣壓的壓力，水泵把熱水推過磨細的咖啡粉。';
const SIMPLIFIED = '意式浓缩咖啡需要九个大气压的压力，水泵把热水推过磨细的咖啡粉。';

test.each([
  ['zh-TW', SIMPLIFIED, /[濃壓熱過細]/u, /[浓压热过细]/u],
  ['zh-HK', SIMPLIFIED, /[濃壓熱過細]/u, /[浓压热过细]/u],
  ['zh-Hans', TRADITIONAL, /[浓压热过细]/u, /[濃壓熱過細]/u],
])('%s is written in its own characters, in every text', async (language, line, own, other) => {
  const lines = [line, `${line}第二。`, '咖啡', '水', '杯子'];
  const first = scriptOf(lines, { title: line, logline: line, scene: () => ({ on_screen_text: line.slice(0, 8) }) });
  const { output, fixes } = await written(first, { language, prompt: '咖啡' }, ({ reply }) =>
    reply.form === 'text' ? line : {},
  );
  for (const text of [output.title, output.logline, output.narration, output.scenes[0]?.on_screen_text ?? '']) {
    expect(text).toMatch(own);
    expect(text).not.toMatch(other);
  }
  expect(fixes).toContainEqual(expect.objectContaining({ name: 'chinese_variant', path: 'title', outcome: 'fixed' }));
});

test('Chinese without a wish for one way of writing may be in either', async () => {
  const first = scriptOf([SIMPLIFIED, TRADITIONAL], frame);
  const { fixes } = await written(first, { language: 'zh', prompt: '咖啡' }, ({ reply }) =>
    reply.form === 'text' ? SIMPLIFIED : { ...first, ...first.scenes[0] },
  );
  expect(fixes.filter(({ name }) => name === 'chinese_variant')).toEqual([]);
});

test('a banned word in a title is replaced and in a picture left out; in the narration it fails', async () => {
  const first = scriptOf(ESPRESSO_NARRATIONS, {
    ...frame,
    title: 'Delve into espresso',
    scene: (index) =>
      index === 1 ? { broll: [{ query_en: 'delve', description: 'delved', image_prompt: 'delves' }] } : {},
  });
  const stubborn = ({ part }: Ask) =>
    part.endsWith('.visual') ? first.scenes[1] : { title: 'Delves into pressure', 'call to action': 'x' };
  const { output, broken, fixes } = await written(first, { avoid: ['delve'] }, stubborn);
  expect(broken).toEqual([]);
  expect(output.title).toBe('How espresso works');
  expect(output.scenes[1]?.broll).toEqual([]);
  expect(fixes.filter(({ name }) => name === 'avoid').map(({ path, outcome }) => [path, outcome])).toEqual(
    expect.arrayContaining([
      ['title', 'replaced'],
      ['scenes[1].broll[0].query_en', 'dropped'],
    ]),
  );
  const spoken = await written(
    scriptOf(ESPRESSO_NARRATIONS, frame),
    { avoid: ['crema'] },
    () => ESPRESSO_NARRATIONS[3],
  );
  expect(spoken.broken).toMatchObject([{ name: 'avoid', path: 'scenes[3].narration' }]);
});

test('names of roles and paces are no words of the model', async () => {
  const { broken } = await written(
    scriptOf(ESPRESSO_NARRATIONS, frame),
    { avoid: ['hook', 'normal', 'proof'] },
    () => '',
  );
  expect(broken).toEqual([]);
});

test.each([
  ['Welcome back to [Channel Name]. Water alone would need four slow minutes to pull flavour out.', '[Channel Name]'],
  [
    'Water alone would need four slow minutes to pull flavour out. Read more at brew.example/guide today.',
    'brew.example',
  ],
])('a sentence that nobody can speak goes where the model insists on it, the others stay: %s', async (line, gone) => {
  const lines = ESPRESSO_NARRATIONS.with(1, line);
  const { output, fixes, broken } = await written(scriptOf(lines, frame), {}, ({ reply }) =>
    reply.form === 'text' ? line : { scenes: [], claims: [], visual: 'a pump', broll: [] },
  );
  expect(broken).toEqual([]);
  expect(output.scenes[1]?.narration).toBe('Water alone would need four slow minutes to pull flavour out.');
  const fixed = fixes.find(({ name, outcome }) => name === 'narration_speakable' && outcome === 'fixed');
  expect(JSON.stringify(fixed?.removed)).toContain(gone.replace(/[[\]]/g, ''));
});

test('a scene of which nothing can be spoken goes, where a script is left without it', async () => {
  const line = 'Welcome back to [Channel Name], where we brew.';
  const again = ({ reply }: Ask) =>
    reply.form === 'text' ? line : { scenes: [], claims: [], visual: 'a pump', broll: [] };
  const { output, broken } = await written(scriptOf(ESPRESSO_NARRATIONS.with(2, line), frame), {}, again);
  expect(broken).toEqual([]);
  expect(output.scenes.map(({ narration }) => narration)).toEqual(ESPRESSO_NARRATIONS.toSpliced(2, 1));
  const hook = await written(scriptOf(ESPRESSO_NARRATIONS.with(0, line), frame), {}, again);
  expect(hook.broken.map(({ name }) => name)).toEqual(['narration_speakable']);
});
