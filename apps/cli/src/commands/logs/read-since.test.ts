import { expect, test } from 'vitest';
import { readSince } from './read-since.ts';

const now = Date.parse('2026-11-23T10:00:00Z');

test.each([
  ['90s', '2026-11-23T09:58:30.000Z'],
  ['10 m', '2026-11-23T09:50:00.000Z'],
  ['1d', '2026-11-22T10:00:00.000Z'],
  ['2026-11-23', '2026-11-23T00:00:00.000Z'],
  ['2026-11-23T10:00Z', '2026-11-23T10:00:00.000Z'],
  ['2026-11-23 12:00+02:00', '2026-11-23T10:00:00.000Z'],
])('%s is %s', (text, moment) => {
  expect(readSince(text, now)).toBe(moment);
});

test.each(['10', '5', 'yesterday', 'gateway 3', '10:00', '2026-13-01', '999999999999d', ''])(
  '%j is no moment',
  (text) => {
    expect(readSince(text, now)).toBeUndefined();
  },
);
