import { expect, test } from 'vitest';
import { prepareLanguages } from '../language/prepare-languages.ts';
import { searchFault, searchWordsOf } from './search-words.ts';

test.each([
  ['tr', 'Değirmen'],
  ['pl', 'młynek do kawy'],
  ['vi', 'cà phê đá'],
  ['pt', 'óleo escuro'],
])('a query in %s with letters that English has not is no English search: %s', (language, query) => {
  expect(searchFault(query, language, 'x', 'x')).toBe('it is not English');
});

test.each(['café terrace', 'crème brûlée', 'jalapeño', 'naïve art', 'steel burrs'])(
  'words that came into English with their marks can be searched: %s',
  (query) => {
    expect(searchFault(query, 'de', 'x', 'x')).toBeUndefined();
  },
);

test.each(['cup -table', 'coffee OR tea', '茶 NOT coffee'])('operators find nothing: %s', (query) => {
  expect(searchFault(query, 'de', '', '')).toBeDefined();
});

test.each([
  ['de', 'Kaffeemaschine Druck'],
  ['fr', 'moulin cafe grains'],
  ['it', 'macchina espresso pressione'],
  ['tr', 'kahve makinesi basinc'],
  ['nl', 'koffie kopje tafel'],
  ['fi', 'kahvi kuppi poyta'],
])('a query that is likeliest in %s and has no word of the English text beside it: %s', async (language, query) => {
  await prepareLanguages([language]);
  expect(searchFault(query, language, '', 'a machine in a bright room')).toBe('it is not English');
  expect(searchFault(query, language, '', query)).toBeUndefined();
});

test.each(['N/A', 'none', 'null', 'query_en', '...', '-'])('"%s" is no search, and gives no words for one', (query) => {
  expect(searchFault(query, 'en', '', '')).toBe('it is empty');
  expect(searchWordsOf(query)).toBe('');
});
