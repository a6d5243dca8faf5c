import { expect, test } from 'vitest';
import { takenOut } from './taken-out.ts';

const scene = (id: string, narration: string) => ({ id, narration, pictures: ['a cup'] });
const draft = {
  title: 'Nine bars',
  scenes: [scene('s1', 'One. Two.'), scene('s2', 'Three.'), scene('s3', 'Four.')],
  claims: [{ text: 'A' }, { text: 'B' }, { text: 'C' }],
};

test('what a text has lost is told where a finding names it', () => {
  const after = { ...draft, scenes: draft.scenes.with(0, scene('s1', 'One.')) };
  expect(takenOut('scenes[0].narration', draft, after)).toEqual(['Two.']);
  expect(takenOut('scenes[1].narration', draft, after)).toEqual([]);
  expect(takenOut(undefined, draft, after)).toEqual(['Two.']);
});

test('a thing that was dropped is lost whole, what moved into its place is not', () => {
  const after = { ...draft, scenes: draft.scenes.toSpliced(1, 1) };
  expect(takenOut('scenes[1].narration', draft, after)).toEqual(['Three.']);
  expect(takenOut('scenes[2].narration', draft, after)).toEqual([]);
  expect(takenOut('claims', draft, { ...draft, claims: draft.claims.toSpliced(1, 1) })).toEqual(['B']);
});

test('what stands in the place of another text has lost the words that are not in it', () => {
  expect(takenOut('title', draft, { ...draft, title: 'Nine cups' })).toEqual(['bars']);
});
