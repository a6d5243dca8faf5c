import { expect, test } from 'vitest';
import { readInput } from '../read-input.ts';
import { scriptOperation } from './kind.ts';

/** The paths at which a request is refused; none where it is read. */
function refusedAt(body: Record<string, unknown>): (string | null)[] {
  const read = readInput(scriptOperation, { prompt: 'How espresso works', duration: 45, ...body });
  return read.kind === 'read' ? [] : read.issues.map(({ path }) => path);
}

test.each([
  ['one word wanted and avoided', { must_include: ['espresso'], avoid: ['Espresso'] }, ['must_include[0]']],
  ['inside a wanted phrase', { must_include: ['nine bars', 'cost of beans'], avoid: ['cost'] }, ['must_include[1]']],
  [
    'banned by the brand, in Russian',
    { must_include: ['настоящий эспрессо'], brand_voice: { banned_words: ['эспрессо'] }, language: 'ru' },
    ['must_include[0]'],
  ],
  ['in Japanese', { must_include: ['美味しいコーヒー'], avoid: ['コーヒー'], language: 'ja' }, ['must_include[0]']],
  ['in a keyword', { keywords: 'crema, puck', avoid: ['puck'] }, ['keywords[1]']],
  ['in the call to action', { cta: 'Subscribe now', avoid: ['subscribe'] }, ['cta']],
])('what is wanted may not be avoided: %s', (_, body, paths) => {
  expect(refusedAt(body)).toEqual(paths);
});

test('a wanted word that only stands inside an avoided phrase, or inside another word, is no contradiction', () => {
  expect(refusedAt({ must_include: ['cost'], avoid: ['the cost of living'] })).toEqual([]);
  expect(refusedAt({ must_include: ['said'], avoid: ['AI'] })).toEqual([]);
});

test.each(['www.x.example', 'https://x.example/shop', '☕️', '— …', '**bold**'])(
  '"%s" cannot be spoken, so nobody can be made to say it',
  (phrase) => {
    expect(refusedAt({ must_include: ['nine bars', phrase] })).toEqual(['must_include[1]']);
  },
);

test('what has to be said fits into the duration', () => {
  const long = Array.from({ length: 40 }, () => 'a word').join(' ');
  expect(refusedAt({ must_include: [long], duration: 10 })).toEqual(['must_include']);
  expect(refusedAt({ must_include: ['水'.repeat(120)], duration: 15, language: 'zh' })).toEqual(['must_include']);
  expect(refusedAt({ must_include: [long], duration: 60 })).toEqual([]);
  expect(refusedAt({ must_include: ['95 % for $5', '3 पर ₹ और १२३', 'tea & cake'], language: 'hi' })).toEqual([]);
});

test('two sources cannot share an id, and one that is numbered never takes a given one', () => {
  expect(refusedAt({ sources: [{ id: 'a', text: 'Tea' }, 'https://b.example', { id: 'a', text: 'Milk' }] })).toEqual([
    'sources[2].id',
  ]);
  const read = readInput(scriptOperation, { prompt: 'Tea', sources: [{ id: 'source-2', text: 'Tea' }, 'Milk'] });
  expect(read).toMatchObject({ input: { sources: [{ id: 'source-2' }, { id: 'source-2-unnamed' }] } });
  expect(refusedAt({ sources: [{ id: 'empty' }] })).toEqual(['sources[0]']);
});

test('scenes, outline and duration agree', () => {
  expect(refusedAt({ scenes: 12, duration: 15 })).toEqual(['scenes']);
  expect(refusedAt({ outline: ['a', 'b', 'c', 'd', 'e'], duration: 5 })).toEqual(['outline']);
  expect(refusedAt({ outline: ['grind', 'press', 'pour'], scenes: 2 })).toEqual(['outline']);
  expect(refusedAt({ outline: ['grind', 'press'], scenes: 3, duration: 5 })).toEqual([]);
});

test('one thing says how fast the voice is, and it is speech', () => {
  const calibration = { units: 150, seconds: 60 };
  expect(refusedAt({ calibration, pace: 'fast' })).toEqual(['pace']);
  expect(refusedAt({ calibration, pace: 170 })).toEqual(['pace']);
  expect(refusedAt({ calibration: { units: 150, seconds: 1 } })).toEqual(['calibration']);
  expect(refusedAt({ calibration, pace: 'normal' })).toEqual([]);
});
