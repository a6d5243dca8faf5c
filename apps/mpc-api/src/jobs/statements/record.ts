import type { Kysely, Transaction, Updateable } from 'kysely';
import { appendEvents } from '../events/append-events.ts';
import { insertAnswers } from './insert-answers.ts';
import { insertAnswered } from './keep.ts';
import type { AnsweredJob, ClaimedJob, Progress, StoredAnswer } from '../job.ts';
import { ClaimLostError } from '../owned.ts';
import type { JobsDatabase, JobsTable } from '../schema.ts';

/** What a run has come to since it was last written down. */
export interface Advance {
  readonly answers: readonly StoredAnswer[];
  /** Parts that stand as jobs of their own. */
  readonly parts: readonly AnsweredJob[];
  readonly events: readonly { readonly name: string; readonly data: string }[];
  /** What there is of the result; undefined where that is as it was. */
  readonly partial: unknown;
  readonly progress: Progress | undefined;
}

/** What a run has come to, told by the write that ends it. */
export interface Rest extends Advance {
  /** Whether answers of this job are stored already. */
  readonly hasStoredAnswers: boolean;
}

/**
 * Writes down how far a run has come: answers that were paid for, parts, events and the partial result, all or nothing.
 *
 * @throws ClaimLostError, and writes nothing, where the claim has ended
 */
export async function recordAdvance(
  transaction: Transaction<JobsDatabase>,
  job: ClaimedJob,
  { answers, parts, events, partial, progress }: Advance,
  at: Date,
): Promise<void> {
  const { numUpdatedRows } = await transaction
    .updateTable('jobs')
    .set({
      claim: job.claim,
      ...(partial === undefined ? {} : { partial: JSON.stringify(partial) }),
      ...progressOf(progress),
    })
    .where('id', '=', job.id)
    .where('claim', '=', job.claim)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new ClaimLostError(job);
  if (answers.length > 0) await insertAnswers(transaction, job.id, answers);
  if (parts.length > 0) await insertAnswered(transaction, parts);
  const about = { jobId: job.id, workspace: job.workspace, run: job.run };
  await appendEvents(
    transaction,
    events.map((event) => ({ ...about, ...event })),
    at,
  );
}

export function progressOf(progress: Progress | undefined): Updateable<JobsTable> {
  if (progress === undefined) return {};
  return { progress_done: progress.done, progress_total: progress.total, progress_label: progress.label };
}

/** What earlier starts have come to: the answers, and what was told in this run. */
export interface Recorded {
  readonly answers: readonly StoredAnswer[];
  readonly events: readonly { readonly name: string; readonly data: string | null }[];
}

const nothing: Recorded = { answers: [], events: [] };

export async function readRecorded(
  query: Kysely<JobsDatabase>,
  { id, run, isFresh }: Pick<ClaimedJob, 'id' | 'run' | 'isFresh'>,
): Promise<Recorded> {
  if (isFresh) return nothing;
  const answers = await query
    .selectFrom('job_answers')
    .select(['place', 'outcome', 'usage'])
    .where('job_id', '=', id)
    .execute();
  const events = await query
    .selectFrom('job_events')
    .select(['name', 'data'])
    .where('job_id', '=', id)
    .where('run', '=', run)
    .execute();
  return { answers, events };
}
