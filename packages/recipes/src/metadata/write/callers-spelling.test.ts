import { expect, test } from 'vitest';
import { readInput } from '../../read-input.ts';
import { metadataOperation } from '../kind.ts';
import { inCallersSpelling } from './callers-spelling.ts';

test.each([
  ['How noise cancelling headphones work', 'Inside Noise Canceling Headphones', 'Inside Noise Cancelling Headphones'],
  ['How noise canceling headphones work', 'Inside Noise Cancelling Headphones', 'Inside Noise Canceling Headphones'],
  ['The old harbour bridge reopens', 'A Harbor Reopens', 'A Harbour Reopens'],
  ['Why cats purr', 'What Cats Tell by Purring', 'What Cats Tell by Purring'],
  ['How to fill a pen', 'Filing a Pen', 'Filing a Pen'],
])('of "%s" the title "%s" is spelled "%s"', (working, title, spelled) => {
  const read = readInput(metadataOperation, { title: working, content: working, language: 'en' });
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.issues));
  expect(inCallersSpelling(title, read.input)).toBe(spelled);
});
