import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { period, refuseBackwards } from './period.ts';

const query = z.object({ ...period }).superRefine(refuseBackwards);

const issueOf = (bounds: { from?: string; to?: string }) => {
  const [issue] = query.safeParse(bounds).error?.issues ?? [];
  return issue && [issue.path.join('.'), issue.message];
};

describe('where a period begins and ends', () => {
  test.each([
    ['2026-03-29', '2026-03-29T00:00:00.000Z', '2026-03-30T00:00:00.000Z'],
    ['2026-03-29T01:00:00+02:00', '2026-03-28T23:00:00.000Z', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29T01:00:00 02:00', '2026-03-28T23:00:00.000Z', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29t01:00z', '2026-03-29T01:00:00.000Z', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29T01:00:00.123456789-0230', '2026-03-29T03:30:00.123Z', '2026-03-29T03:30:00.123Z'],
    ['0000-01-01', '0000-01-01T00:00:00.000Z', '0000-01-02T00:00:00.000Z'],
  ])('%s', (text, from, to) => {
    expect(query.parse({ from: text }).from?.toISOString()).toBe(from);
    expect(query.parse({ to: text }).to?.toISOString()).toBe(to);
  });

  test.each(['9999-12-31', '9999-12-31T23:00:00-12:00'])('%s has a text that stands behind all others', (to) => {
    expect(query.parse({ to }).to?.toISOString()).toBe('9999-12-31T23:59:59.999Z');
  });

  test.each([
    '',
    ' ',
    'yesterday',
    '2026-02-30',
    '2026-13-01',
    '2026-1-1',
    '20260101',
    '2026-W01',
    '1700000000',
    '10000-01-01',
    '-000001-01-01',
    '2026-03-29T01:00:00',
    '2026-03-29T25:00:00Z',
    '2026-02-30T01:00:00Z',
    '2026-03-29T01:00:00+25:00',
    '2026-03-29T01:00:60Z',
    '2026-03-29 01:00:00Z',
    '٢٠٢٦-٠٣-٢٩',
  ])('%j is refused', (text) => {
    expect(issueOf({ from: text })).toEqual(['from', 'is no date and no instant']);
    expect(issueOf({ to: text })).toEqual(['to', 'is no date and no instant']);
  });

  test('the end lies after the beginning', () => {
    expect(issueOf({ from: '2026-03-30', to: '2026-03-29' })).toEqual(['to', 'does not lie after from']);
    expect(issueOf({ from: '2026-03-29T01:00:00Z', to: '2026-03-29T01:00:00+02:00' })?.[0]).toBe('to');
    expect(issueOf({ from: '2026-03-29', to: '2026-03-29' })).toBeUndefined();
    expect(issueOf({ from: '2026-03-30' })).toBeUndefined();
  });
});
