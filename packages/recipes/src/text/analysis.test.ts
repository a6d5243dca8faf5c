import { expect, test } from 'vitest';
import { analysisOf } from './analysis.ts';

test('all checks of a draft are given one analysis of a text, and another draft its own', () => {
  const draft = { title: 'Café au lait' };
  const analysis = analysisOf(draft.title, draft);
  expect(analysisOf(['Café', 'au lait'].join(' '), draft)).toBe(analysis);
  expect(analysis.foldedWords).toBe(analysis.foldedWords);
  expect(analysisOf(draft.title, { ...draft })).not.toBe(analysis);
});

test('it sees words, sentences, characters and language', () => {
  const { words, foldedWords, vocabulary, sentences, characters, survey } = analysisOf(
    'Où est Zoé? Zoé est là. 水',
    {},
  );
  expect(words).toEqual(['Où', 'est', 'Zoé', 'Zoé', 'est', 'là', '水']);
  expect(foldedWords).toEqual(['ou', 'est', 'zoe', 'zoe', 'est', 'la', '水']);
  expect([...vocabulary]).toEqual(['ou', 'est', 'zoe', 'la', '水']);
  expect(sentences).toEqual(['Où est Zoé?', 'Zoé est là.', '水']);
  expect(characters).toBe(1);
  expect([...survey.shares.keys()]).toEqual(['Latin', 'Han']);
});
