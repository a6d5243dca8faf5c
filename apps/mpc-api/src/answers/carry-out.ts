import { deadlinePassed } from '../drive/deadline.ts';
import type { Composed } from '../drive/compose.ts';
import { notNewest } from '../drive/resolve-revision.ts';
import { Tally } from '../drive/tally.ts';
import { composedOf } from '../drive/work.ts';
import type { JobQueue, WorkEnding } from '../jobs/job-queue.ts';
import type { ClaimedJob } from '../jobs/job.ts';
import type { CarryOut } from '../jobs/worker/run-job.ts';
import { producedOf, successOf } from './made.ts';
import { perform, type PerformParts } from './perform.ts';
import { Recorder } from './recorder.ts';

/** Carries accepted jobs out: from what earlier starts have come to, and writing down what is added to it. */
export function createCarryOut(parts: PerformParts & { readonly queue: JobQueue }): CarryOut {
  const { queue, metrics } = parts;
  return async (job, { signal, spentMs, lose }) => {
    const composed = composedOf(job, parts.operations);
    const tally = new Tally();
    const recorder = new Recorder({ job, queue, lose }, await queue.recorded(job), tally);
    const deadline = deadlineOf(job, composed, spentMs());
    const either = AbortSignal.any([signal, deadline.signal]);
    try {
      const made = await perform(
        composed,
        {
          signal: either,
          tally,
          journal: recorder,
          tell: (event) => recorder.tell(event),
          isStreamed: true,
          keep: (part) => recorder.keep(part),
        },
        parts,
      );
      metrics.observe(composed, 'succeeded', tally, made.findings);
      return endingOf(job, composed, { ...made, tally }, spentMs());
    } catch (thrown) {
      metrics.observe(composed, either.aborted ? 'aborted' : 'failed', tally, []);
      throw either.aborted ? either.reason : thrown;
    } finally {
      deadline.clear();
      await recorder.flush();
    }
  };
}

/** The clock of a run, without the time in which the job waited for a worker. */
function deadlineOf({ deadlineMs }: ClaimedJob, composed: Composed, spentMs: number) {
  const controller = new AbortController();
  const wholeMs = deadlineMs ?? composed.jobDeadlineMs;
  const timer = setTimeout(() => controller.abort(deadlinePassed(wholeMs)), Math.max(0, wholeMs - spentMs));
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}

function endingOf(
  job: ClaimedJob,
  composed: Composed,
  made: Parameters<typeof producedOf>[0],
  spentMs: number,
): WorkEnding {
  const { revision } = composed;
  const success = successOf(composed, made, producedOf(made, job.id), Math.round(spentMs));
  const ending = { ...success, replaces: revision?.replaces ?? null };
  if (!revision || revision.follows === null) return ending;
  const { root, follows } = revision;
  const verify = (newest: string): void => {
    if (newest !== follows) throw notNewest(newest);
  };
  return { ...ending, follows: { root, verify } };
}
