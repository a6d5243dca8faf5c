import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import { readInput } from '../../read-input.ts';
import { metadataOperation } from '../kind.ts';
import { statementTitles } from './statement-titles.ts';

beforeAll(() => loadLanguages(['en']));

function titlesOf(title: string, content: string, language = 'en') {
  const read = readInput(metadataOperation, { title, content, language });
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.issues));
  return statementTitles(read.input);
}

test('what is said of the topic in a short sentence is a title', () => {
  const news =
    'The old harbour bridge reopens after two years of repairs. The work cost 38 million euros. The bridge now carries trucks of up to 40 tonnes.';
  expect(titlesOf('The old harbour bridge reopens after two years of repairs', news)).toEqual([
    'The bridge now carries trucks of up to 40 tonnes',
  ]);
  expect(titlesOf('Why cats purr', 'Cats purr to express happiness, comfort, and warmth. They do it often.')).toEqual([
    'Cats purr to express happiness, comfort, and warmth',
  ]);
});

test.each([
  ['Five mistakes with solar panels', 'Solar panels lose power to dust on the glass.', 'en'],
  ['Why cats purr', 'Cats purr when they are calm and when it is warm.', 'en'],
  ['Warum Katzen schnurren', 'Katzen schnurren, wenn es warm und ruhig ist.', 'de'],
])('"%s" has no sentence of its own for a title', (title, content, language) => {
  expect(titlesOf(title, content, language)).toEqual([]);
});
