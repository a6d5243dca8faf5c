import { sql, type Selectable, type Transaction } from 'kysely';
import type { JobError } from '../job.ts';
import type { JobsDatabase, JobsTable } from '../schema.ts';
import { turnRank } from './turn-rank.ts';

/**
 * Begins the next run of a job that failed, was cancelled, or misses parts: with a new clock and new counts, from the
 * answers that it has. False where there is nothing to go on with.
 */
export async function retryJob(
  transaction: Transaction<JobsDatabase>,
  job: Selectable<JobsTable>,
  at: Date,
): Promise<boolean> {
  const { id, run, state, missing, result, partial, work, priority } = job;
  const isOver = state === 'failed' || state === 'cancelled' || (state === 'succeeded' && missing !== '[]');
  if (!isOver || work === null) return false;
  const { numUpdatedRows } = await transaction
    .updateTable('jobs')
    .set({
      state: 'queued',
      run: sql<number>`run + 1`,
      sequence: sql<number>`sequence + 1`,
      attempts: 0,
      deaths: 0,
      faults: 0,
      spent_ms: 0,
      turn_rank: turnRank(at, priority),
      partial: result ?? partial,
      result: null,
      meta: null,
      error: null,
      missing: '[]',
      started_at: null,
      finished_at: null,
    })
    .where('id', '=', id)
    // Of two who ask for it at once, one begins it.
    .where('run', '=', run)
    .where('state', '=', state)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await forgetFailures(transaction, job);
  return true;
}

/**
 * What came to nothing is asked again: replies that could not be used, repairs and last resorts that did not help, and
 * parts that failed, wherever such a failure was the end. Everything else that was answered stays.
 */
async function forgetFailures(
  transaction: Transaction<JobsDatabase>,
  { id, error }: Selectable<JobsTable>,
): Promise<void> {
  const answers = await transaction
    .selectFrom('job_answers')
    .select(['place', sql<string>`substr(outcome, 1, 24)`.as('outcome')])
    .where('job_id', '=', id)
    .execute();
  const failedParts = answers.filter(isFailedPart).map(({ place }) => place.slice(0, -MADE.length));
  const cameToNothing = error !== null && (JSON.parse(error) as JobError).code === 'GENERATION_FAILED';
  const forgotten = answers.filter((answer) => {
    const isUnder = cameToNothing || failedParts.some((part) => answer.place.startsWith(part));
    return isFailedPart(answer) || (isUnder && isVain(answer));
  });
  for (const { place } of forgotten)
    await transaction.deleteFrom('job_answers').where('job_id', '=', id).where('place', '=', place).execute();
}

interface ShownAnswer {
  readonly place: string;
  /** How it begins. */
  readonly outcome: string;
}

/** Where the outcome of a part stands, under the part's own place. */
const MADE = 'made';

function isFailedPart({ place, outcome }: ShownAnswer): boolean {
  return place.endsWith(`/${MADE}`) && outcome.startsWith('{"value":{"error":');
}

function isVain({ place, outcome }: ShownAnswer): boolean {
  return outcome.startsWith('{"unusable":') || /\/(?:repair-\d+|settle)\//.test(place);
}
