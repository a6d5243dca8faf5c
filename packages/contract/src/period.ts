import { z } from 'zod';

/** A day in UTC, `2026-02-28`, or an instant with its zone. */
const dayOrInstant = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'is neither a date nor an instant with its zone',
});

const DAY_MS = 86_400_000;

/** Where a period begins: a day with its first instant. */
export const periodFrom = dayOrInstant
  .transform((text) => new Date(text))
  .describe('A day in UTC (2026-02-28), or an instant (2026-02-28T09:30:00Z).');

/** The first instant after a period: a day belongs to it as a whole, an instant does not. */
export const periodTo = dayOrInstant
  .transform((text) => new Date(new Date(text).getTime() + (text.length === 'yyyy-mm-dd'.length ? DAY_MS : 0)))
  .describe('The last day in UTC, which belongs to it, or an instant, which does not.');
