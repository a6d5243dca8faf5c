import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import { readInput } from '../../read-input.ts';
import { scriptOperation } from '../kind.ts';
import { listOpening } from './list-opening.ts';

beforeAll(() => loadLanguages(['en', 'de']));

test.each([
  [
    'en',
    'Five mistakes people make with solar panels at home',
    'Here are five mistakes people make with solar panels at home.',
  ],
  ['en', '3 ways to sleep better!', 'Here are 3 ways to sleep better.'],
  ['en', 'The five oldest bridges', 'The five oldest bridges.'],
  ['de', 'Drei Fehler beim Lüften', 'Drei Fehler beim Lüften.'],
])('a list is opened with a sentence (%s): %s', (language, prompt, opening) => {
  const read = readInput(scriptOperation, { prompt, duration: 45, language, format: 'listicle' });
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.issues));
  expect(listOpening(read.input)).toBe(opening);
});
