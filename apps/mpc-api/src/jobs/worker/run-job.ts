import { setTimeout as pause } from 'node:timers/promises';
import { ApiError, toApiError } from '@showrunner/errors';
import type { Logger } from '@showrunner/service';
import type { Ticket } from '../delivery/delivery.ts';
import type { JobQueue, WorkEnding } from '../job-queue.ts';
import type { ClaimedJob } from '../job.ts';
import { ClaimLostError } from '../owned.ts';
import { pauseBeforeRetry } from './retry-policy.ts';

/**
 * Does what a job is for. Rejects with the reason of `signal` once that aborts, and with what failed; `spentMs` is how
 * much of its deadline the job has used.
 */
export type CarryOut = (
  job: ClaimedJob,
  life: { readonly signal: AbortSignal; readonly spentMs: () => number; readonly lose: () => void },
) => Promise<WorkEnding>;

/** A job that is being carried out here. */
export interface RunningJob {
  readonly job: ClaimedJob;
  /** Null where somebody waits for its answer: it was taken out of turn. */
  readonly ticket: Ticket | null;
  readonly spentMs: () => number;
  readonly abort: (reason: Error) => void;
  /** The claim has ended: what is still written by it is refused. */
  readonly lose: () => void;
  /** Resolves when nothing of it runs here any more; never rejects. */
  readonly ended: Promise<void>;
}

/** The worker stops: the job goes on elsewhere. */
export class LeavingError extends Error {
  override readonly name = 'LeavingError';

  constructor() {
    super('The worker is stopping.');
  }
}

export interface RunParts {
  readonly queue: JobQueue;
  readonly carryOut: CarryOut;
  readonly logger: Logger;
}

/** Carries a job out and writes down how that ended: by its result, its failure, or by giving it back. */
export function runJob(job: ClaimedJob, ticket: Ticket | null, parts: RunParts): RunningJob {
  const controller = new AbortController();
  const startedAt = performance.now();
  const spentMs = () => job.spentMs + performance.now() - startedAt;
  const lose = () => controller.abort(new ClaimLostError(job));
  const running = { job, ticket, spentMs, lose, abort: (reason: Error) => controller.abort(reason) };
  return { ...running, ended: carry(running, controller.signal, parts) };
}

type Carried = Omit<RunningJob, 'ended'>;

async function carry(running: Carried, signal: AbortSignal, parts: RunParts): Promise<void> {
  const { job, ticket, spentMs, lose } = running;
  const { queue, carryOut, logger } = parts;
  try {
    const ending = await carryOut(job, { signal, spentMs, lose });
    await lasting(() => queue.end(job, ending, ticket), signal);
  } catch (thrown) {
    const error = signal.aborted ? (signal.reason as unknown) : thrown;
    await lasting(() => settle(error, running, parts), signal).catch((failure: unknown) => {
      const lost = [error, failure].some((one) => one instanceof ClaimLostError);
      logger[lost ? 'info' : 'error']({ job_id: job.id, err: failure }, 'a job ends here without its end being stored');
    });
  }
}

/** Writes down what came of a job that did not succeed. */
async function settle(error: unknown, { job, ticket, spentMs }: Carried, parts: RunParts): Promise<void> {
  const { queue, logger } = parts;
  if (error instanceof ClaimLostError) throw error;
  if (error instanceof LeavingError) return queue.giveBack(job, spentMs(), ticket);
  // Whoever waits decides by themselves whether to come again.
  const pauseMs = ticket === null ? undefined : pauseBeforeRetry(error, job, spentMs());
  if (pauseMs !== undefined) {
    logger.info({ job_id: job.id, pause_ms: pauseMs, err: error }, 'a job waits out a fault');
    // The pause is part of what the job may take: its caller waits for it as well.
    return queue.postpone(job, spentMs() + pauseMs, ticket, new Date(Date.now() + pauseMs));
  }
  const failure = toApiError(error, { production: true });
  if (failure.code === 'INTERNAL_ERROR')
    logger.error({ job_id: job.id, err: error }, 'a job failed for a fault of ours');
  const { code, message, statusCode: status, details, headers } = failure;
  const named = new ApiError(code, { message, status, headers, details: { ...details, job_id: job.id } });
  return queue.end(job, { state: 'failed', error: named.toJSON().error }, ticket);
}

const AGAIN_AFTER_MS = 500;

/** Tries a write until the database is there again: what a job has come to is paid for. The end of the claim ends it. */
async function lasting(write: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!isDatabaseAway(error) || signal.reason instanceof ClaimLostError) throw error;
      if (signal.reason instanceof LeavingError) throw error;
      await pause(AGAIN_AFTER_MS);
    }
  }
}

export function isDatabaseAway(error: unknown): boolean {
  return ApiError.isInstance(error) && error.details?.dependency === 'database';
}
