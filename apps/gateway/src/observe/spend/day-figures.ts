import type { DailySpend } from '../../stored/spend-tables.ts';

/** Milliseconds of a day; days are in UTC, and have no leap seconds. */
export const DAY_MS = 86_400_000;

/** What is summed of a day's requests. */
export const FIGURES = [
  'spend',
  'prompt_tokens',
  'completion_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
  'requests',
  'duration_ms',
] as const satisfies readonly (keyof DailySpend)[];

/** What requests used and cost together, but for whose and when it was. */
export type DayFigures = Pick<DailySpend, (typeof FIGURES)[number]>;
