import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../language/load-languages.ts';
import { ESPRESSO_NARRATIONS, ESPRESSO_SHOTS } from '../testing/espresso.ts';
import { inputFor } from '../testing/input-for.ts';
import type { Ask } from '../port/effects.ts';
import { circumstancesOf } from '../testing/answer-asks.ts';
import { perform } from '../testing/perform.ts';
import { scriptOperation } from './kind.ts';

beforeAll(() => loadLanguages(['en']));

function sceneOf(narration: string, index: number, other: object = {}) {
  return {
    narration,
    on_screen_text: '',
    visual: ESPRESSO_SHOTS[index] ?? `shot ${index}`,
    broll: [{ query_en: 'espresso', description: 'Espresso', image_prompt: 'Espresso' }],
    pace: 'normal',
    emphasis: [],
    ...other,
  };
}

function scriptOf(scenes: readonly object[]) {
  return { title: 'Nine bars', logline: 'Why espresso is pressed.', cta: 'Watch your next shot.', scenes, claims: [] };
}

const good = scriptOf(ESPRESSO_NARRATIONS.map((line, index) => sceneOf(line, index)));

/** The first answer has a fault; every later question gets what a good model says to it. */
function written(first: object, body: object = {}) {
  const input = inputFor(scriptOperation, { prompt: 'How espresso works', duration: 45, language: 'en', ...body });
  let isFirst = true;
  const { output, failed, asks } = perform(scriptOperation, input, circumstancesOf('single'), (question) => {
    if (isFirst) {
      isFirst = false;
      return first;
    }
    return later(question);
  });
  return { output, failed, repairs: asks.slice(1).map(({ part }) => part), asks };
}

function later({ part, reply }: Ask): unknown {
  const index = Number(/\d+/.exec(part)?.[0] ?? 0);
  if (part === 'script') return good;
  if (part === 'title') return { title: good.title };
  if (part.endsWith('.visual')) return { visual: ESPRESSO_SHOTS[index], broll: [] };
  if (reply.form === 'text') return ESPRESSO_NARRATIONS[index];
  return {
    scenes: ESPRESSO_NARRATIONS.slice(index, index + 2).map((line, at) => sceneOf(line, index + at)),
    claims: [],
  };
}

const faults: readonly [fault: string, first: object, repairs: readonly string[]][] = [
  ['nothing', good, []],
  [
    'every scene half too long',
    scriptOf(
      ESPRESSO_NARRATIONS.map((line, index) =>
        sceneOf(`${line} Nobody counts minute ${index}, though everybody waits for it.`, index),
      ),
    ),
    [],
  ],
  [
    'two scenes of one word',
    scriptOf(
      good.scenes.map((scene, index) => (index === 1 || index === 2 ? { ...scene, narration: 'Pressure.' } : scene)),
    ),
    ['scenes[1].narration', 'scenes[2].narration'],
  ],
  ['two scenes missing', scriptOf(good.scenes.toSpliced(2, 2)), ['scenes[2]']],
  [
    'markdown, labels, emoji and a hashtag in the narration',
    scriptOf(
      ESPRESSO_NARRATIONS.map((line, index) =>
        sceneOf(
          [`**Hook:** ${line}`, `> ${line}`, `- ${line} ☕️🔥`, `[music] ${line}`, `${line} #espresso`][index] ?? '',
          index,
        ),
      ),
    ),
    [],
  ],
  [
    'one picture in three scenes',
    scriptOf(ESPRESSO_NARRATIONS.map((line, index) => sceneOf(line, index, index < 3 ? { visual: 'A tiny cup' } : {}))),
    ['scenes[1].visual', 'scenes[2].visual'],
  ],
  [
    'another language',
    scriptOf(
      ESPRESSO_NARRATIONS.map((_, index) =>
        sceneOf(
          `Der Druck macht den Unterschied, und ohne ihn ist Kaffee nur eine dünne Brühe, Punkt ${index}.`,
          index,
        ),
      ),
    ),
    ['script'],
  ],
  [
    'screen texts that nobody can read in passing',
    scriptOf(ESPRESSO_NARRATIONS.map((line, index) => sceneOf(line, index, { on_screen_text: line }))),
    [],
  ],
];

test.each(faults)(
  '%s: only what failed is asked for again, and the script keeps its guarantees',
  (_, first, repairs) => {
    const { output, failed, repairs: asked } = written(first);
    expect(failed).toEqual([]);
    expect(asked).toEqual(repairs);
    expect(output.duration.within_tolerance).toBe(true);
    expect(output.narration).not.toMatch(/[*#>[\]☕🔥]|Hook:|Druck/u);
  },
);

test('scenes that were counted are added or joined until the number is right', () => {
  const fewer = written(scriptOf(good.scenes.toSpliced(2, 2)), { scenes: 5 });
  expect(fewer.repairs).toEqual(['scenes[2]']);
  expect(fewer.output.scenes.map(({ narration }) => narration)).toEqual(ESPRESSO_NARRATIONS);
  expect(fewer.output.scenes.map(({ role }) => role)).toEqual(['hook', 'setup', 'point', 'proof', 'cta']);
  const more = written(good, { scenes: 4 });
  expect(more.repairs).toEqual([]);
  expect(more.output.scenes).toHaveLength(4);
  expect(more.output.narration.replaceAll('\n\n', ' ')).toBe(ESPRESSO_NARRATIONS.join(' '));
});

test('a model that was told of the wrong language hears what was wrong', () => {
  const german = faults.find(([fault]) => fault === 'another language')?.[1] ?? {};
  expect(written(german).asks[1]?.prompt).toContain('Not again: The narration has to be in en; its language is de.');
});

test('a scene without a word is asked for again, and left out where it stays silent', () => {
  const silent = scriptOf(ESPRESSO_NARRATIONS.map((line, index) => sceneOf(index === 2 ? '' : line, index)));
  expect(written(silent).repairs).toContain('scenes[2].narration');
  const input = inputFor(scriptOperation, { prompt: 'How espresso works', duration: 45, language: 'en' });
  const { output, fixes } = perform(scriptOperation, input, circumstancesOf('single'), ({ part, reply }) => {
    if (part === 'script') return silent;
    return reply.form === 'text' ? '…' : { scenes: [sceneOf('…', 2)], claims: [] };
  });
  expect(output.scenes.map(({ narration }) => narration)).toEqual(
    ESPRESSO_NARRATIONS.filter((_, index) => index !== 2),
  );
  expect(fixes).toContainEqual(
    expect.objectContaining({ outcome: 'dropped', finding: expect.objectContaining({ name: 'narration_speakable' }) }),
  );
});

test('an empty title is written anew, and is the subject in the end', () => {
  const untitled = { ...good, title: '' };
  expect(written(untitled).repairs).toContain('title');
  const input = inputFor(scriptOperation, { prompt: 'How espresso works', duration: 45, language: 'en' });
  const { output } = perform(scriptOperation, input, circumstancesOf('single'), (question) => {
    if (question.part === 'script') return untitled;
    return question.part === 'title' ? { title: '' } : later(question);
  });
  expect(output.title).toBe('How espresso works');
});
