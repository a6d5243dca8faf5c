import { expect, test } from 'vitest';
import { metadataOperation } from './metadata/kind.ts';
import type { Operation } from './port/operation.ts';
import { readInput } from './read-input.ts';
import { scriptOperation } from './script/kind.ts';
import { thumbnailOperation } from './thumbnail-prompt/kind.ts';

test.each([
  [scriptOperation, { prompt: 'x', colour: 'red', 'a.b': 1 }, ['colour', 'a.b']],
  [
    scriptOperation,
    { prompt: 'x', sources: ['plain', { text: 'y', author: 'z' }], brand_voice: { name: 'n', mood: 'm' } },
    ['sources[1].author', 'brand_voice.mood'],
  ],
  [scriptOperation, { prompt: 'x', calibration: { units: 1, seconds: 1, voice: 'v' } }, ['calibration.voice']],
  [scriptOperation, { prompt: 'x', toString: 1, hasOwnProperty: 2 }, ['toString', 'hasOwnProperty']],
  [scriptOperation, { prompt: 'x', colour: null, sources: [{ text: 'y', author: null }] }, []],
  [metadataOperation, { content: 'x', chapters: [{ start: 0, title: 'a', icon: 'b' }] }, ['chapters[0].icon']],
  // A script is taken as whoever made it has it.
  [thumbnailOperation, { script: { narration: 'x', mood: 1, scenes: [{ narration: 'x', mood: 1 }] } }, []],
])('members that %# does not know are named where they stand', (operation, body, ignored) => {
  const { input } = operation as Operation;
  expect(readInput({ input }, body as unknown as Record<string, unknown>)).toMatchObject({ kind: 'read', ignored });
});

test('of tens of thousands the first fifty are', () => {
  const body = { prompt: 'x', ...Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`m${at}`, at])) };
  expect(readInput(scriptOperation, body)).toHaveProperty('ignored.length', 50);
});
