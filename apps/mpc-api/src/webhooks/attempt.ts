import type { AttemptOutcome } from '@showrunner/contract';

/** One try of a delivery and what came of it. */
export interface Attempt {
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly outcome: AttemptOutcome;
  /** Null where there was no answer, as all that the answer would have said. */
  readonly status: number | null;
  readonly mediaType: string | null;
  /** The first characters of the answer's body. */
  readonly answer: string | null;
  /** Why it did not succeed, in one sentence; null where it did. */
  readonly error: string | null;
  /** How long the receiver asked to be left alone (`Retry-After`), in milliseconds. */
  readonly retryAfterMs: number;
}
