import { expect, test } from 'vitest';
import { loadLanguages } from '../language/load-languages.ts';
import type { Ask } from '../port/effects.ts';
import { ESPRESSO_NARRATIONS, ESPRESSO_SHOTS } from '../testing/espresso.ts';
import { inputFor } from '../testing/input-for.ts';
import { circumstancesOf } from '../testing/answer-asks.ts';
import { perform } from '../testing/perform.ts';
import { scriptOperation } from './kind.ts';

type Shot = Readonly<Record<'query_en' | 'description' | 'image_prompt', string>>;
const SHOT: Shot = { query_en: 'espresso cup', description: 'Espresso', image_prompt: 'Espresso runs into a cup' };

function scriptOf(changes: object = {}, shot: Partial<Shot> = {}) {
  const scenes = ESPRESSO_NARRATIONS.map((narration, index) => ({
    narration,
    on_screen_text: '',
    visual: ESPRESSO_SHOTS[index],
    broll: [index === 1 ? { ...SHOT, ...shot } : SHOT],
    pace: 'normal',
    emphasis: [],
  }));
  const frame = { title: 'Nine bars', logline: 'Why espresso is pressed.', cta: 'Watch your next shot.', claims: [] };
  return { ...frame, scenes, ...changes };
}

async function written(first: object, body: object = {}, later: (question: Ask) => unknown = () => '') {
  const input = inputFor(scriptOperation, { prompt: 'How espresso works', duration: 45, language: 'en', ...body });
  await loadLanguages([input.language]);
  return perform(scriptOperation, input, circumstancesOf('single'), (question, count) =>
    count === 1 ? first : later(question),
  );
}

test.each([
  ['咖啡机 压力表', 'Steel pump of an espresso machine, soft light, photograph', 'steel pump espresso machine'],
  ['', 'A barista presses ground coffee', 'barista presses ground coffee'],
  ['espresso pump --ar 16:9', '', 'espresso pump'],
  ['кофейная помпа', 'Close-up of a humming pump', 'humming pump'],
  ['مضخة القهوة', 'A pump in a coffee machine', 'pump coffee machine'],
  ['Show a steel pump that pushes hot water through a puck of ground coffee', '', 'show steel pump pushes'],
  ['"espresso pump"', '', 'espresso pump'],
])('the query "%s" is made an English search of what is there', async (query, image_prompt, search) => {
  const { output, fixes, asks } = await written(scriptOf({}, { query_en: query, image_prompt }));
  expect(output.scenes[1]?.broll[0]?.query_en).toBe(search);
  expect(asks).toHaveLength(1);
  expect(fixes).toMatchObject([
    { finding: { name: 'query_en', path: 'scenes[1].broll[0].query_en', value: query }, outcome: 'replaced' },
  ]);
});

test('what is too long is shortened around the call to action, which stays the last word', async () => {
  const more = [
    'Heat matters as well.',
    'A cold handle steals three degrees from it.',
    'Watch your next shot closely.',
  ];
  const scenes = scriptOf().scenes.map((scene, index) =>
    index === ESPRESSO_NARRATIONS.length - 1
      ? { ...scene, narration: [ESPRESSO_NARRATIONS[1], ...more].join(' ') }
      : scene,
  );
  const { output, fixes } = await written(scriptOf({ scenes }), { duration: 42 });
  expect(fixes.map(({ outcome }) => outcome)).toContain('dropped');
  expect(output.narration.endsWith('Watch your next shot closely.')).toBe(true);
  expect(output.duration.within_tolerance).toBe(true);
});

test('a picture without a word of English is asked for again, and a shot that stays so is left out', async () => {
  const chinese = { query_en: '咖啡机', description: '咖啡机', image_prompt: '咖啡机的压力表' };
  const picture = { visual: 'a humming pump', broll: [{ ...SHOT, query_en: 'espresso pump' }] };
  const again = await written(scriptOf({}, chinese), {}, () => picture);
  expect(again.asks.map(({ part }) => part)).toEqual(['script', 'scenes[1].visual']);
  expect(again.output.scenes[1]?.broll[0]?.query_en).toBe('espresso pump');
  const never = await written(scriptOf({}, chinese), {}, () => ({ ...picture, broll: [chinese] }));
  expect(never.output.scenes[1]?.broll).toEqual([]);
  expect(never.fixes.at(-1)).toMatchObject({ finding: { name: 'query_en' }, outcome: 'dropped' });
});

test.each([
  ['es', 'taza de café caliente'],
  ['fr', 'tasse avec la crème'],
  ['de', 'Pumpe und Wasser'],
  ['pt', 'xícara de café'],
])('a query in %s is no English search', async (language, query) => {
  const { fixes } = await written(scriptOf({}, { query_en: query }), { language }, ({ part, reply }) =>
    part.endsWith('.visual') ? { visual: 'x', broll: [] } : reply.form === 'text' ? '' : scriptOf({}),
  );
  expect(fixes).toContainEqual(
    expect.objectContaining({ finding: expect.objectContaining({ name: 'query_en', value: query }) }),
  );
});

test('an end that asks for nothing is asked for again, and delivered with the finding', async () => {
  const { asks, failed } = await written(scriptOf({ cta: '' }), {}, ({ reply }) =>
    reply.form === 'text' ? ESPRESSO_NARRATIONS[4] : { 'call to action': '' },
  );
  expect(asks.slice(1, 3).map(({ part }) => part)).toEqual(['scenes[4].narration', 'cta']);
  expect(failed).toMatchObject([{ name: 'call_to_action', severity: 'target', value: 0 }]);
  const spoken = await written(scriptOf({ cta: '' }), {}, ({ reply }) =>
    reply.form === 'text' ? ESPRESSO_NARRATIONS[4] : { 'call to action': 'Watch your next shot closely.' },
  );
  expect(spoken.output.cta).toBe('Watch your next shot closely.');
  expect(spoken.failed).toEqual([]);
});

test('sentences that only universities read are a finding', async () => {
  const hard =
    'Consequently, contemporary thermodynamic considerations regarding pressurised extraction necessitate comprehensive reconsideration of established preparation conventions throughout professional environments.';
  const scenes = scriptOf().scenes.map((scene, index) => (index % 2 === 1 ? { ...scene, narration: hard } : scene));
  const { failed } = await written(scriptOf({ scenes: scenes.slice(1, 4) }), { duration: 30 }, ({ reply }) =>
    reply.form === 'text' ? hard : { ...scenes[1], scenes: scenes.slice(1, 2), claims: [] },
  );
  expect(failed).toContainEqual(expect.objectContaining({ name: 'reading_grade', severity: 'target' }));
  expect((await written(scriptOf())).failed).toEqual([]);
});

test('a picture that shows nothing of what is said is asked for again', async () => {
  const scenes = scriptOf().scenes.with(2, {
    ...scriptOf().scenes[2],
    visual: 'a mountain lake',
    broll: [{ query_en: 'alpine lake', description: 'Lake', image_prompt: 'A lake between mountains' }],
  } as never);
  const { asks, output, failed } = await written(scriptOf({ scenes }), {}, () => ({
    visual: 'a flat puck',
    broll: [SHOT],
  }));
  expect(asks.map(({ part }) => part)).toEqual(['script', 'scenes[2].visual']);
  expect(output.scenes[2]?.visual).toBe('a flat puck');
  expect(failed).toEqual([]);
});
