import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../../language/load-languages.ts';
import { inputFor } from '../../../testing/input-for.ts';
import { spokenScene } from '../../draft.ts';
import { scriptOperation } from '../../kind.ts';
import { fitted } from './fit-narration.ts';

beforeAll(() => loadLanguages(['en', 'de']));

function inputOf(body: Record<string, unknown>) {
  return inputFor(scriptOperation, { prompt: 'How locks work', language: 'en', ...body });
}

const SAID = [
  'The key lifts five small pins in the lock.',
  'The cylinder is then turned by the key, which also pulls back the bolt.',
  'Try another of your keys to see which one still turns.',
];
const fittedTo = (duration: number, body: Record<string, unknown> = {}) =>
  fitted(
    SAID.map((text, index) => spokenScene(index, index === 2 ? 'cta' : 'point', text)),
    inputOf({ duration, ...body }),
  ).map(({ narration }) => narration);

test('what fits stays as it is', () => {
  expect(fittedTo(14)).toEqual(SAID);
});

test('what the call is good for goes first, then small words, then what hangs on a sentence', () => {
  expect(fittedTo(11.5)).toEqual([SAID[0], SAID[1], 'Try another of your keys.']);
  expect(fittedTo(10.5)).toEqual([
    SAID[0],
    'The cylinder is turned by the key, which pulls back the bolt.',
    'Try another of your keys.',
  ]);
  expect(fittedTo(9)).toEqual([SAID[0], 'The cylinder is turned by the key.', 'Try another of your keys.']);
});

test('words that the caller wants stay, and so does another language', () => {
  expect(fittedTo(9, { must_include: ['pulls back the bolt'] })[1]).toContain('pulls back the bolt');
  expect(fittedTo(9, { language: 'de' })).toEqual(SAID);
});

test('where nothing hangs on a sentence, one that leaves the script nearest to its length goes', () => {
  const said = [
    'The key lifts five small pins in the lock.',
    'The cylinder turns with the key. A spring pushes the pins down again behind it. The bolt slides back.',
    'Try another of your keys.',
  ];
  const scenes = said.map((text, index) => spokenScene(index, index === 2 ? 'cta' : 'point', text));
  const narrations = fitted(scenes, inputOf({ duration: 10.5 })).map(({ narration }) => narration);
  expect(narrations[1]).toBe('The cylinder turns with the key. The bolt slides back.');
  expect(narrations.toSpliced(1, 1)).toEqual(said.toSpliced(1, 1));
});

test('of what is too long the name of a principle goes, and what it means stays', () => {
  const said = [
    'Locks know their keys by the pins.',
    'The process is based on the principle of tumblers, where every pin has to stand at its own height.',
    'Try another of your keys.',
  ];
  const scenes = said.map((text, index) => spokenScene(index, index === 2 ? 'cta' : 'point', text));
  const [, second] = fitted(scenes, inputOf({ duration: 9.5 }));
  expect(second?.narration).toBe('Every pin has to stand at its own height.');
});
