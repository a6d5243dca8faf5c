import { describe, expect, test } from 'vitest';
import { nextWindowEnd, UTC_MIDNIGHT, windowEnd, type Calendar } from './window-end.ts';

const end = (duration: string, now: string, calendar: Calendar = UTC_MIDNIGHT) =>
  new Date(windowEnd(duration, Date.parse(now), calendar)).toISOString().replace('.000Z', 'Z');

const newYork: Calendar = { zone: 'America/New_York', resetMinutes: 13 * 60 + 40 };
const kolkata: Calendar = { zone: 'Asia/Kolkata', resetMinutes: 0 };

describe('a window that is armed', () => {
  test.each([
    ['1d', '2026-11-29T20:00:00Z', '2026-11-30T00:00:00Z'],
    ['1d', '2026-11-29T23:59:59.999Z', '2026-11-30T00:00:00Z'],
    ['24h', '2026-11-29T20:00:00Z', '2026-11-30T20:00:00Z'],
    ['7d', '2026-11-29T20:00:00Z', '2026-11-30T00:00:00Z'],
    ['7d', '2026-11-30T00:00:00Z', '2026-12-07T00:00:00Z'],
    ['1w', '2026-12-02T00:00:00Z', '2026-12-07T00:00:00Z'],
    ['30d', '2026-01-31T12:00:00Z', '2026-02-01T00:00:00Z'],
    ['1mo', '2028-02-29T12:00:00Z', '2028-03-01T00:00:00Z'],
    ['2mo', '2026-12-15T00:00:00Z', '2027-02-01T00:00:00Z'],
    ['3d', '2026-02-27T12:00:00Z', '2026-03-02T00:00:00Z'],
    ['1h', '2026-11-29T20:10:00Z', '2026-11-29T21:10:00Z'],
    ['10s', '2026-11-29T20:00:00Z', '2026-11-29T20:00:10Z'],
  ])('for %s at %s ends at %s', (duration, now, expected) => {
    expect(end(duration, now)).toBe(expected);
  });

  test.each([
    ['1d', '2026-11-29T18:39:59Z', '2026-11-29T18:40:00Z'],
    ['1d', '2026-11-29T18:40:00Z', '2026-11-30T18:40:00Z'],
    ['30d', '2026-12-01T12:00:00Z', '2026-12-01T18:40:00Z'],
    ['30d', '2026-12-01T19:00:00Z', '2027-01-01T18:40:00Z'],
    ['1d', '2026-03-08T17:39:00Z', '2026-03-08T17:40:00Z'],
    ['1d', '2026-03-07T18:40:00Z', '2026-03-08T17:40:00Z'],
    ['1d', '2026-10-31T17:40:00Z', '2026-11-01T18:40:00Z'],
  ])('by a calendar of New York at 13:40 for %s at %s ends at %s, whatever clocks do', (duration, now, expected) => {
    expect(end(duration, now, newYork)).toBe(expected);
  });

  test('by one of India ends half an hour from the full one', () => {
    expect(end('1d', '2026-11-29T20:00:00Z', kolkata)).toBe('2026-11-30T18:30:00Z');
  });
});

test.each([
  ['1h', '2026-11-29T20:10:00Z', '2026-11-29T22:30:00Z', '2026-11-29T23:10:00Z'],
  ['24h', '2026-11-29T20:10:00Z', '2026-12-03T07:00:00Z', '2026-12-03T20:10:00Z'],
  ['3d', '2026-11-29T20:10:00Z', '2026-11-30T08:00:00Z', '2026-12-02T00:00:00Z'],
  ['3d', '2026-11-29T20:10:00Z', '2026-12-04T08:00:00Z', '2026-12-05T00:00:00Z'],
  ['2mo', '2026-01-15T00:00:00Z', '2026-04-20T00:00:00Z', '2026-05-01T00:00:00Z'],
])(
  'whoever meets a holder at whatever time has the same window of %s, made at %s, at %s',
  (duration, made, now, expected) => {
    const times = [Date.parse(now), Date.parse(now) + 1_000];
    for (const time of times) {
      expect(windowEnd(duration, time, UTC_MIDNIGHT, Date.parse(made))).toBe(Date.parse(expected));
    }
  },
);

test('a short window that nobody looked at ends on its own beat', () => {
  const first = Date.parse('2026-11-29T20:00:10Z');
  expect(nextWindowEnd('10s', first, first, UTC_MIDNIGHT)).toBe(first + 10_000);
  expect(nextWindowEnd('10s', first, first + 25_000, UTC_MIDNIGHT)).toBe(first + 30_000);
});
