import { expect, test } from 'vitest';
import { WholeLines } from './whole-lines.ts';

test('lines are handed on whole, however they come, and one that was begun ends with its process', () => {
  const written: string[] = [];
  const lines = new WholeLines((text) => written.push(text));
  for (const part of ['{"a"', ':1}\n{"b":2}\n{"c', '":', '3}\n', '{"torn"']) lines.add(part);
  lines.end();
  lines.end();
  expect(written).toEqual(['{"a":1}\n{"b":2}\n', '{"c":3}\n', '{"torn"\n']);
});
