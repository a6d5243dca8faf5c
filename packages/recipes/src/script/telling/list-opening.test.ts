import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import { inputFor } from '../../testing/input-for.ts';
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
  const input = inputFor(scriptOperation, { prompt, duration: 45, language, format: 'listicle' });
  expect(listOpening(input)).toBe(opening);
});
