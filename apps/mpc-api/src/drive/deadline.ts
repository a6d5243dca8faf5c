import type { Strategy } from './choose-model.ts';

/** What a request may take that does not say, and what more for each full ten minutes of speech (content-api.md, "Limits"). */
const SINGLE_MS = { base: 120_000, perTenMinutes: 120_000 } as const;
/** The longest that a request may take; small models take it, scene by scene. */
const MOST_MS = 600_000;

/**
 * Milliseconds that a request may take when it does not say.
 *
 * @param speechSeconds seconds of finished speech that are asked for, 0 where none is
 */
export function defaultDeadlineMs(strategy: Strategy, speechSeconds: number): number {
  if (strategy === 'staged') return MOST_MS;
  return Math.min(MOST_MS, SINGLE_MS.base + SINGLE_MS.perTenMinutes * Math.floor(speechSeconds / 600));
}
