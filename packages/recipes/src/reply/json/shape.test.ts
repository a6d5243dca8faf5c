import { expect, test } from 'vitest';
import { writtenScript } from '../../script/write/written.ts';
import { readReply } from '../read-reply.ts';
import { shaped } from './shape.ts';

const SCENE = {
  narration: 'Neuf bars poussent l’eau chaude dans le café moulu.',
  on_screen_text: '',
  visual: 'a brass pump',
  broll: [{ query_en: 'brass pump', description: 'pump', image_prompt: 'a brass pump' }],
  pace: 'normal',
  emphasis: [] as string[],
};
const SCRIPT = { title: 'Le café', logline: 'Pourquoi neuf bars.', scenes: [SCENE], cta: 'Essayez.', claims: [] };

function read(...values: readonly unknown[]): unknown {
  const text = values.map((value) => JSON.stringify(value)).join('\n');
  const reply = { text, finishReason: 'stop', refusal: null };
  const reading = readReply(reply, {
    part: 'script',
    system: '',
    prompt: '',
    reply: { form: 'json', name: 'script', schema: writtenScript },
  });
  return reading.usable ? reading.value : reading.finding;
}

test.each([
  ['names in other letters', { ...SCRIPT, scenes: [{ ...SCENE, on_screen_text: undefined, onScreenText: '' }] }],
  [
    'names with capitals',
    { Title: SCRIPT.title, LOGLINE: SCRIPT.logline, Scenes: [SCENE], CTA: SCRIPT.cta, claims: [] },
  ],
  ['null for an empty list', { ...SCRIPT, claims: null, scenes: [{ ...SCENE, emphasis: null }] }],
  ['a list that is not there', { ...SCRIPT, claims: undefined }],
  ['one for a list of one', { ...SCRIPT, scenes: { ...SCENE, broll: SCENE.broll[0] } }],
  ['scenes under names of their own', { ...SCRIPT, scenes: { scène_1: SCENE } }],
  ['scenes as JSON in a text', { ...SCRIPT, scenes: JSON.stringify([SCENE]) }],
  ['a word that nobody offered', { ...SCRIPT, scenes: [{ ...SCENE, pace: 'brisk' }] }],
  ['a word in other letters', { ...SCRIPT, scenes: [{ ...SCENE, pace: 'Normal' }] }],
  ['a narration in parts', { ...SCRIPT, scenes: [{ ...SCENE, narration: SCENE.narration.split(/(?<=bars) /u) }] }],
  ['all of it in a wrapper', { result: { ...SCRIPT, claims: null } }],
])('%s is read as it is meant', (_, value) => {
  expect(read(value)).toEqual(SCRIPT);
});

test('an empty text or one that is not there is a flaw of that text alone', () => {
  expect(read({ ...SCRIPT, title: null, scenes: [SCENE, { ...SCENE, narration: '' }] })).toEqual({
    ...SCRIPT,
    title: '',
    scenes: [SCENE, { ...SCENE, narration: '' }],
  });
});

test('a claim in a text alone is one without a source', () => {
  expect(read({ ...SCRIPT, claims: ['९ बार का दबाव'] })).toMatchObject({
    claims: [{ text: '९ बार का दबाव', source_id: null }],
  });
});

test.each([
  { notes: 'I kept to 60 seconds.', words: 130 },
  { title: 'Le café' },
  { scenes: [] },
  'Le café',
  [],
  null,
  7,
])('nothing is made of %j', (value) => {
  expect(writtenScript.safeParse(shaped(value, writtenScript)).success).toBe(false);
});

test('what fits as it stands comes before what has to be brought into shape', () => {
  const notes = { title: 'Notes', scenes: [{ narration: 'Too long.', visual: 'none', pace: 'slow' }], cta: null };
  expect(read(SCRIPT, notes)).toEqual(SCRIPT);
});
