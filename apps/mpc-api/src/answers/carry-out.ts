import { deadlinePassed } from '../drive/compose/deadline.ts';
import type { Composed } from '../drive/compose/compose.ts';
import { notNewest } from '../drive/compose/resolve-revision.ts';
import { Tally } from '../drive/ask/tally.ts';
import type { GenerationEvent } from '../drive/variant.ts';
import { composedOf } from '../drive/job-work.ts';
import type { JobQueue, WorkEnding } from '../jobs/job-queue.ts';
import type { AnsweredJob, ClaimedJob } from '../jobs/job.ts';
import type { Recorded } from '../jobs/statements/record.ts';
import type { CarryOut } from '../jobs/worker/run-job.ts';
import { isWhole, producedOf, successAgain, successOf } from './made.ts';
import { perform, type PerformParts } from './perform.ts';
import { Recorder } from './recorder.ts';
import { cachePlaceOf, type ResultCache } from './result-cache.ts';

export interface CarryOutParts extends PerformParts {
  readonly queue: JobQueue;
  readonly cache: ResultCache;
}

/** Carries accepted jobs out: from what earlier starts have come to, and writing down what is added to it. */
export function createCarryOut(parts: CarryOutParts): CarryOut {
  const { queue, cache } = parts;
  return async (job, life) => {
    const composed = composedOf(job, parts.operations);
    const recorded = await queue.recorded(job);
    const place = cachePlaceOf(composed);
    // Whoever has been shown a part already is shown the rest of the same.
    const isBegun = recorded.answers.length > 0 || job.partial !== null;
    const cached = place?.isRead && !isBegun ? await cache.read(place.key) : undefined;
    if (cached) {
      const again = successAgain(composed, cached, job.id, Math.round(life.spentMs()));
      return { ...again, replaces: null };
    }
    const written = await write({ job, composed, recorded }, life, parts);
    if (place && isWhole(written.made.data)) await cache.write(place.key, written.produced);
    return endingOf(composed, written, life.spentMs());
  };
}

interface Begun {
  readonly job: ClaimedJob;
  readonly composed: Composed;
  readonly recorded: Recorded;
}

async function write(
  { job, composed, recorded }: Begun,
  { signal, spentMs, lose }: Parameters<CarryOut>[1],
  parts: CarryOutParts,
): Promise<Written> {
  const { queue, metrics } = parts;
  const tally = new Tally();
  const recorder = new Recorder({ job, queue, lose }, recorded, tally);
  const deadline = deadlineOf(job, composed, spentMs());
  const either = AbortSignal.any([signal, deadline.signal]);
  const performing = {
    signal: either,
    tally,
    journal: recorder,
    tell: (event: GenerationEvent) => recorder.tell(event),
    isStreamed: true,
    keep: (part: AnsweredJob) => recorder.keep(part),
  };
  try {
    const made = { ...(await perform(composed, performing, parts)), tally };
    metrics.observe(composed, 'succeeded', tally, made.findings);
    return { made, produced: producedOf(made, job.id), recorder };
  } catch (thrown) {
    metrics.observe(composed, either.aborted ? 'aborted' : 'failed', tally, []);
    await recorder.flush();
    throw either.aborted ? either.reason : thrown;
  } finally {
    deadline.clear();
  }
}

interface Written {
  readonly made: Parameters<typeof producedOf>[0];
  readonly produced: ReturnType<typeof producedOf>;
  readonly recorder: Recorder;
}

/** The clock of a run, without the time in which the job waited for a worker. */
function deadlineOf({ deadlineMs }: ClaimedJob, composed: Composed, spentMs: number) {
  const controller = new AbortController();
  const wholeMs = deadlineMs ?? composed.jobDeadlineMs;
  const timer = setTimeout(() => controller.abort(deadlinePassed(wholeMs)), Math.max(0, wholeMs - spentMs));
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}

async function endingOf(
  composed: Composed,
  { made, produced, recorder }: Written,
  spentMs: number,
): Promise<WorkEnding> {
  const { revision } = composed;
  const success = successOf(composed, made, produced, Math.round(spentMs));
  const ending = { ...success, replaces: revision?.replaces ?? null };
  if (!revision || revision.follows === null) return { ...ending, rest: await recorder.rest() };
  // Where another revision came first, this one fails, and keeps what was paid for.
  await recorder.flush();
  const { root, follows } = revision;
  const verify = (newest: string): void => {
    if (newest !== follows) throw notNewest(newest);
  };
  return { ...ending, follows: { root, verify } };
}
