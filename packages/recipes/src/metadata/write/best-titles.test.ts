import { expect, test } from 'vitest';
import { readInput } from '../../read-input.ts';
import { metadataOperation } from '../kind.ts';
import { bestTitles } from './best-titles.ts';

function chosen(working: string, written: string): readonly string[] {
  const read = readInput(metadataOperation, { title: working, content: `${working}.`, language: 'en', variants: 3 });
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.issues));
  return bestTitles([written], read.input).map(({ text }) => text);
}

test.each([
  ['Why cats purr', 'When are cats purr?'],
  ['How espresso works', 'Why does espresso works'],
])('of "%s" the broken question "%s" is no title', (working, written) => {
  expect(chosen(working, written).map((title) => title.toLowerCase())).not.toContain(written.toLowerCase());
});

test.each([
  ['Why cats purr', 'When do cats purr?'],
  ['Why cats purr', 'What it means that cats purr'],
  ['How espresso works', 'Why espresso works so fast'],
])('of "%s" the title "%s" stays', (working, written) => {
  expect(chosen(working, written).map((title) => title.toLowerCase())).toContain(written.toLowerCase());
});
