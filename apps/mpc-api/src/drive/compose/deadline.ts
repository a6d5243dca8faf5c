import { ErrorTypes } from '@showrunner/errors';
import type { Strategy } from './choose-model.ts';

/** What a request may take that does not say, and what more for each full ten minutes of speech (content-api.md, "Limits"). */
const SINGLE_MS = { base: 120_000, perTenMinutes: 120_000 } as const;
/** The longest that a request may take whose caller waits; small models take it, scene by scene. */
export const MOST_WAITED_MS = 600_000;
/** A job may take what an hour of speech by a small model does. */
const MOST_MS = 7_200_000;
/**
 * What a job is given, and what more for each full ten minutes of speech: at least what a request may have at most, since
 * nobody's window ends before it.
 */
const JOB_MS = {
  single: { base: MOST_WAITED_MS, perTenMinutes: SINGLE_MS.perTenMinutes },
  staged: { base: MOST_WAITED_MS, perTenMinutes: 1_200_000 },
} as const;

/**
 * Milliseconds that a request may take when it does not say.
 *
 * @param speechSeconds seconds of finished speech that are asked for, 0 where none is
 */
export function defaultDeadlineMs(strategy: Strategy, speechSeconds: number): number {
  if (strategy === 'staged') return MOST_WAITED_MS;
  return Math.min(MOST_WAITED_MS, SINGLE_MS.base + SINGLE_MS.perTenMinutes * Math.floor(speechSeconds / 600));
}

/** The same for work that nobody has to wait for: it ends when it is done, and the limit is there for what never would. */
export function defaultJobDeadlineMs(strategy: Strategy, speechSeconds: number): number {
  const { base, perTenMinutes } = JOB_MS[strategy];
  return Math.min(MOST_MS, base + perTenMinutes * Math.floor(speechSeconds / 600));
}

/** The work was not done in its time. */
export function deadlinePassed(milliseconds: number): Error {
  return ErrorTypes.GATEWAY_TIMEOUT(`The answer was not ready within ${milliseconds} ms.`, {
    deadline_ms: milliseconds,
    retryable: true,
  });
}
