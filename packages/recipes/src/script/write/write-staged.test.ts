import { expect, test } from 'vitest';
import { readInput } from '../../read-input.ts';
import type { Ask } from '../../port/effects.ts';
import { answerAsks, circumstancesOf } from '../../testing/answer-asks.ts';
import { scriptOperation } from '../kind.ts';
import type { ScriptInput } from '../schema.ts';
import { isSameShot } from '../shots.ts';

const LINES = [
  'Nine bars of pressure hide inside that tiny cup on your kitchen counter every single morning.',
  'You order one at the bar, and before you find your coins the cup stands there, hot and black, under a coat of foam.',
  'A pump pushes water through a puck of coffee ground almost as fine as powdered sugar. The puck resists, so the flavour comes out in twenty-five seconds.',
  'Under that force oils break into drops too small to see. They float between tiny bubbles of gas, and you know the result as crema.',
  'Watch your next shot closely. If it runs like warm honey, somebody got the grind right.',
];
const TITLE = 'title of four to eight plain words';
const LOGLINE = 'whole video in one sentence';
const SHOTS = ['A steel pump', 'press ground coffee', 'a glass with crema', 'honey on a spoon', 'lifts a small cup'];

function inputOf(body: Record<string, unknown> = {}): ScriptInput {
  const read = readInput(scriptOperation, { prompt: 'How espresso works', duration: 45, ...body });
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.issues));
  return read.input;
}

/** The members that an answer has to have, as the model sees them. */
function membersOf({ reply }: Ask): string[] {
  if (reply.form === 'text') return [];
  return Object.keys(reply.schema.toJSONSchema().properties ?? {});
}

function isPictures({ part }: Ask): boolean {
  return part.endsWith('.visual');
}

function inMembers(question: Ask, values: readonly string[], other: Readonly<Record<string, string>> = {}) {
  const entries = membersOf(question).map((name, index) => [name, other[name] ?? values[index] ?? 'Nothing more.']);
  return Object.fromEntries(entries) as Record<string, string>;
}

const ABOUT = {
  [TITLE]: 'Why espresso needs pressure',
  [LOGLINE]: 'A pump makes the difference between coffee and espresso.',
};

function write(input: ScriptInput, lines: readonly string[], text: (question: Ask) => string = () => '') {
  return answerAsks(scriptOperation.write(input, circumstancesOf('staged')), (question) => {
    if (question.reply.form === 'text') return text(question);
    return isPictures(question) ? inMembers(question, SHOTS) : inMembers(question, lines, ABOUT);
  });
}

test('a good answer costs two asks: the words of all scenes with title and logline, then the pictures', () => {
  const input = inputOf();
  const { result, asks } = write(input, LINES);
  expect(asks.map(({ part }) => part)).toEqual(['script', 'scenes[0].visual']);
  expect(new Set(asks.map(({ system }) => system)).size).toBe(1);
  expect(result).toMatchObject({ title: ABOUT[TITLE], logline: ABOUT[LOGLINE], cta: LINES[4] });
  expect(result.scenes.map(({ narration }) => narration)).toEqual(LINES);
  expect(result.scenes.map(({ visual }) => visual)).toEqual([
    'Close-up of a steel pump',
    'Hands that press ground coffee',
    'View from above of a glass with crema',
    'Side view of honey on a spoon',
    'Person who lifts a small cup',
  ]);
  expect(result.scenes[0]?.broll[0]?.query_en).toBe('steel pump');
  expect(scriptOperation.check(result, input, circumstancesOf('staged')).filter(({ ok }) => !ok)).toEqual([]);
  const output = answerAsks(scriptOperation.deliver(result, input, circumstancesOf('staged')), () => '').result;
  expect(output.claims.length).toBeGreaterThan(0);
  expect(output.claims.every((claim) => claim.needs_check)).toBe(true);
});

test('scenes are told while the answer grows, each once', () => {
  const question = write(inputOf(), LINES).asks[0] as Ask;
  const names = membersOf(question);
  const told = [1, 1, 3, 5].flatMap((count) =>
    (question.observe?.(Object.fromEntries(names.slice(0, count).map((name, at) => [name, LINES[at]]))) ?? []).flatMap(
      (one) => (one.kind === 'event' ? [(one.data as { narration: string }).narration] : []),
    ),
  );
  expect(told).toEqual(LINES);
});

test('a small model’s remarks, repetitions and slips never reach the narration', () => {
  const { result } = write(inputOf(), [
    LINES[0] ?? '',
    `The narrator explains the next scene. ${LINES[0]} ${LINES[1]}`,
    `"${LINES[2]}"`,
    `A cup of 浓郁 coffee. ${LINES[3]}`,
    `In this video, we learn a lot. ${LINES[4]}`,
  ]);
  expect(result.scenes.map(({ narration }) => narration)).toEqual([...LINES]);
});

test('a part that ran into its limit loses the sentence or the clause that was cut', () => {
  const cut = `${LINES[1]} ${LINES[3]}`.slice(0, 168);
  expect(write(inputOf(), LINES.with(1, cut)).result.scenes[1]?.narration).toBe(LINES[1]);
});

test('a scene without a usable word is asked for alone, and left out when that gives nothing either', () => {
  const lines = LINES.with(2, 'The narrator explains it.');
  const { result, asks } = write(inputOf(), lines, ({ part }) =>
    part === 'scenes[2].narration' ? (LINES[2] ?? '') : '',
  );
  expect(asks.map(({ part }) => part)).toEqual(['script', 'scenes[2].narration', 'scenes[0].visual']);
  expect(result.scenes.map(({ narration }) => narration)).toEqual(LINES);
  expect(write(inputOf(), lines).result.scenes.map(({ id }) => id)).toEqual([
    'scene-1',
    'scene-2',
    'scene-4',
    'scene-5',
  ]);
  const counted = write(inputOf({ scenes: 5 }), lines);
  const failed = scriptOperation
    .check(counted.result, inputOf({ scenes: 5 }), circumstancesOf('staged'))
    .filter(({ ok }) => !ok);
  expect(failed).toContainEqual(expect.objectContaining({ name: 'narration_speakable', sceneId: 'scene-3' }));
});

test('the weakest scene is asked for once more, and the new one taken only when it says more', () => {
  const filler = 'It plays a crucial role in coffee, and there are many ways of pressure in a cup every morning.';
  const lines = LINES.with(1, filler);
  const rewritten = write(inputOf(), lines, () => LINES[1] ?? '');
  expect(rewritten.asks.map(({ part }) => part)).toEqual(['script', 'scenes[1].narration', 'scenes[0].visual']);
  expect(rewritten.asks[1]?.prompt).toContain('Name real things');
  expect(rewritten.result.scenes[1]?.narration).toBe(LINES[1]);
  expect(write(inputOf(), lines, () => filler).result.scenes[1]?.narration).toBe(filler);
});

test('a script that is short is gone on with where most is missing, never with what was said before', () => {
  const lines = LINES.with(2, 'A pump pushes water through the puck.');
  const addition =
    'Twenty-five seconds later two thin streams of brown syrup fall into the warm porcelain below the steel spout.';
  const { result, asks } = write(inputOf({ duration: 50 }), lines, () => addition);
  expect(asks.at(1)?.part).toBe('scenes[2].narration');
  expect(result.scenes[2]?.narration).toBe(`${lines[2]} ${addition}`);
  const repeated = write(inputOf({ duration: 50 }), lines, () => 'A pump pushes the water through a puck of coffee.');
  expect(repeated.result.scenes[2]?.narration).toBe(lines[2]);
});

test('a title or logline that fits any video gives way to the subject', () => {
  const { result } = answerAsks(scriptOperation.write(inputOf(), circumstancesOf('staged')), (question) =>
    isPictures(question)
      ? inMembers(question, SHOTS)
      : inMembers(question, LINES, {
          [TITLE]: 'Unlock the Secrets of Espresso: The Science Behind It All',
          [LOGLINE]: 'In this video, we learn how a pump makes espresso.',
        }),
  );
  expect(result.title).toBe('How espresso works');
  expect(result.logline).toBe('How a pump makes espresso.');
});

test('pictures that repeat each other or the narration are changed', () => {
  const { result } = answerAsks(scriptOperation.write(inputOf(), circumstancesOf('staged')), (question) =>
    isPictures(question)
      ? inMembers(question, [
          'coffee_machine on a bar',
          'Close-up of a coffee machine on a bar',
          LINES[2] ?? '',
          'x',
          SHOTS[4] ?? '',
        ])
      : inMembers(question, LINES, ABOUT),
  );
  const shots = result.scenes.map(({ visual }) => visual);
  expect(shots[0]).toBe('Close-up of coffee machine on a bar');
  for (const [index, shot] of shots.entries())
    expect(shots.slice(0, index).some((earlier) => isSameShot(earlier, shot))).toBe(false);
  expect(shots[2]).not.toContain(LINES[2]);
});

test('many scenes are planned first and written six at a time, each group with what was said last', () => {
  const input = inputOf({ duration: 180, must_include: ['Puck Prep'], cta: 'weigh your next dose' });
  const { asks } = write(input, LINES, ({ part }) =>
    part === 'plan'
      ? Array.from(
          { length: 11 },
          (_, index) => `${index + 1}. part ${index} of the machine ${'abcdefghijk'[index]}`,
        ).join('\n')
      : '',
  );
  const written = asks.filter((question) => question.reply.form === 'json' && !isPictures(question));
  expect(asks[0]?.part).toBe('plan');
  expect(written.map((question) => membersOf(question).length)).toEqual([6, 7]);
  expect(written[0]?.prompt).toContain('use exactly these words: Puck Prep');
  expect(written[1]?.prompt).toContain('ask the viewer to: weigh your next dose');
  expect(written[1]?.prompt).toContain('Said so far, which you must not repeat');
});

test('every scene has a member of its own, in every format and number', () => {
  for (const format of [
    'educational',
    'listicle',
    'story',
    'review',
    'news',
    'tutorial',
    'ad',
    'vlog',
    'documentary',
  ]) {
    for (const scenes of [1, 2, 6, 23]) {
      const { asks } = write(inputOf({ format, scenes, duration: scenes * 8 }), LINES);
      const names = asks.filter(({ part }) => part === 'script' || /^scenes\[\d+\]$/.test(part)).flatMap(membersOf);
      expect(new Set(names).size).toBe(scenes + 2);
    }
  }
});
