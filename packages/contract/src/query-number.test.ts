import { expect, test } from 'vitest';
import { queryNumber } from './query-number.ts';

const limit = queryNumber(1, 200).default(50);

test.each([
  [undefined, 50],
  ['1', 1],
  ['200', 200],
  [7, 7],
])('%j is read as %i', (text, number) => {
  expect(limit.parse(text)).toBe(number);
});

test.each([
  '',
  ' ',
  '0',
  '201',
  '-1',
  '+5',
  '05',
  '1e2',
  '0x10',
  '0b1',
  '5.0',
  '5.',
  ' 5',
  '5 ',
  '1_0',
  '1,0',
  '٥',
  '５',
  'Infinity',
  'NaN',
  'true',
  'null',
  '9'.repeat(30),
])('%j is refused, with what is allowed', (text) => {
  const read = limit.safeParse(text);
  expect(read.error?.issues[0]?.message).toBe('must be a whole number from 1 to 200 in digits');
});
