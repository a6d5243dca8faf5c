import { ApiError } from '@showrunner/errors';
import type { ClaimedJob } from '../job.ts';

/** Faults of one run that are waited out; the next one is its end. */
const MOST_FAULTS = 5;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** Pauses are lengthened by up to so much, so that what failed together does not come again together. */
const SPREAD = 0.2;

/**
 * How long a job waits after a fault that may pass (a provider that is busy or broken, a gateway that is away) before it
 * goes on; undefined where it ends: the fault stays, its faults are used up, or its deadline would be.
 */
export function pauseBeforeRetry(
  error: unknown,
  { faults, deadlineMs }: Pick<ClaimedJob, 'faults' | 'deadlineMs'>,
  spentMs: number,
): number | undefined {
  if (!mayPass(error) || faults >= MOST_FAULTS) return undefined;
  const doubled = FIRST_PAUSE_MS * 2 ** faults * (1 + Math.random() * SPREAD);
  const pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(doubled, wantedPauseMs(error)));
  return deadlineMs !== null && spentMs + pauseMs >= deadlineMs ? undefined : Math.round(pauseMs);
}

function mayPass(error: unknown): error is ApiError {
  if (!ApiError.isInstance(error) || error.details?.retryable !== true) return false;
  return error.code === 'LLM_ERROR' || error.code === 'SERVICE_UNAVAILABLE';
}

/** `Retry-After` in seconds, where the provider said so. */
function wantedPauseMs({ headers }: ApiError): number {
  return (Number(headers?.['retry-after']) || 0) * 1_000;
}
