import { expect, test } from 'vitest';
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

test.each(['N/A', 'none', 'null', 'query_en', '...', '-'])('"%s" is no search, and gives no words for one', (query) => {
  expect(searchFault(query, 'en', '', '')).toBe('it is empty');
  expect(searchWordsOf(query)).toBe('');
});
