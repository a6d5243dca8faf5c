import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import { readInput } from '../../read-input.ts';
import { metadataOperation } from '../kind.ts';
import { bestTitles } from './best-titles.ts';
import { spareTitles } from './spare-titles.ts';

beforeAll(() => loadLanguages(['en', 'de']));

function inputOf(title: string, content = 'Nothing of it is said here.', language = 'en') {
  const read = readInput(metadataOperation, { title, content, language });
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.issues));
  return read.input;
}

test('a list is named by what it counts first, and asked after', () => {
  const said = 'First, use blackout curtains. They keep noise out. Second, add a rug. Third, seal the door.';
  expect(spareTitles(inputOf('Three cheap ways to make a small apartment quieter', said))).toEqual([
    'Blackout curtains and two more cheap ways to make a small apartment quieter',
    'Do you know these three cheap ways to make a small apartment quieter?',
    'Rug and two more cheap ways to make a small apartment quieter',
    'Seal the door and two more cheap ways to make a small apartment quieter',
  ]);
});

test.each([
  [
    'Five mistakes people make with solar panels at home',
    ['Are you making these five mistakes with solar panels at home?'],
  ],
  ['Why cats purr', ['Ever wondered why cats purr?', 'So that is why cats purr']],
  [
    'Why sourdough bread rises without yeast',
    [
      'Ever wondered why sourdough bread rises without yeast?',
      'Ever wondered why sourdough bread rises?',
      'So that is why sourdough bread rises without yeast',
    ],
  ],
  ['How to get your boiler ready for winter', ['Get your boiler ready for winter, step by step']],
  ['A repair cafe that fixes toasters', []],
])('%s', (title, titles) => {
  expect(spareTitles(inputOf(title))).toEqual(titles);
});

test('what a longer working title is about stands before what it is explained by', () => {
  const said = 'Natural bacteria make carbon dioxide gas. Warm water helps.';
  expect(spareTitles(inputOf('Why sourdough bread rises without yeast from a packet', said))).toContain(
    'sourdough bread: natural bacteria and carbon dioxide gas',
  );
});

test('other languages have none', () => {
  expect(spareTitles(inputOf('Warum Katzen schnurren', 'Katzen schnurren gern.', 'de'))).toEqual([]);
});

test('there are as many titles as are asked for, though a model wrote none', () => {
  const titles = bestTitles([], inputOf('Why cats purr', 'Cats purr when they are calm.'));
  expect(titles.map(({ text }) => text)).toEqual([
    'Why Cats Purr',
    'Ever Wondered Why Cats Purr?',
    'So That Is Why Cats Purr',
  ]);
});
