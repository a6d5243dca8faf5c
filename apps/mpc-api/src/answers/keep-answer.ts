import { ApiError } from '@showrunner/errors';
import type { Composed } from '../drive/compose/compose.ts';
import type { MadePart } from '../drive/perform-part.ts';
import type { AnsweredJob, StoredAnswer } from '../jobs/job.ts';
import { newId } from '../jobs/new-id.ts';
import { producedOf, successOf, type Produced } from './made.ts';
import { rowOf, workOf } from '../drive/job-work.ts';

/** One request on its way to becoming a kept job. */
export interface Keeping {
  /** Under which the answer will be found; null where the caller wants nothing kept. */
  readonly jobId: string | null;
  /** @param answers what a `retry` goes on from, where a part is missing */
  succeeded(made: MadePart, answers: () => readonly StoredAnswer[]): Promise<Produced>;
  /** Keeps catalogue errors, but for refusals, with what there is, to be gone on from; anything else says nothing to the caller. */
  failed(error: unknown, unfinished: { readonly answers: readonly StoredAnswer[]; readonly partial: unknown }): void;
}

/** Keeps a job: at once, or by the time that it resolves. */
export type JobKeeper = (job: AnsweredJob) => void | Promise<void>;

/** Begins to keep a request as a job, from now; with `store: false` nothing is kept. */
export function startKeeping(composed: Composed, keep: JobKeeper, id = newId('job')): Keeping {
  const { options, jobDeadlineMs: deadlineMs } = composed;
  if (options.store === false) return keepsNothing;
  const startedAt = new Date();
  // The wall clock may be set meanwhile; what passed is told by the monotonic one.
  const begun = performance.now();

  function keepJob(
    outcome: AnsweredJob['outcome'],
    unfinished: AnsweredJob['unfinished'],
    durationMs: number,
  ): void | Promise<void> {
    return keep({
      id,
      ...rowOf(composed),
      outcome,
      unfinished,
      startedAt,
      finishedAt: new Date(startedAt.getTime() + durationMs),
    });
  }

  const elapsedMs = () => Math.round(performance.now() - begun);
  const goneOnFrom = (answers: readonly StoredAnswer[], partial: unknown) => ({
    work: workOf(composed),
    writer: composed.model.writer ?? null,
    deadlineMs,
    answers,
    partial,
  });

  return {
    jobId: id,
    async succeeded(made, answers) {
      const durationMs = elapsedMs();
      const produced = producedOf(made, id);
      const success = successOf(composed, made, produced, durationMs);
      await keepJob(success, success.missing.length === 0 ? null : goneOnFrom(answers(), null), durationMs);
      return produced;
    },
    failed(error, { answers, partial }) {
      if (!ApiError.isInstance(error) || isRefusal(error)) return;
      void keepJob({ state: 'failed', error: error.toJSON().error }, goneOnFrom(answers, partial), elapsedMs());
    },
  };
}

const keepsNothing: Keeping = {
  jobId: null,
  succeeded: async (made) => producedOf(made, null),
  failed: () => undefined,
};

/** What was refused for what the caller sent was no work, and nothing is kept of it. */
function isRefusal({ code }: ApiError): boolean {
  return code === 'VALIDATION_ERROR';
}

/** An error with the job that was kept of the request, by which it can be gone on with. */
export function namingJob(error: unknown, jobId: string | null): unknown {
  if (jobId === null || !ApiError.isInstance(error) || isRefusal(error)) return error;
  const { code, message, details, statusCode: status, headers } = error;
  return new ApiError(code, { message, status, headers, cause: error, details: { ...details, job_id: jobId } });
}
