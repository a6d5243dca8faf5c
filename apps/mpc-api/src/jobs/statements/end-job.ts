import type { DatabaseKind } from '@showrunner/store';
import { sql, type Selectable, type Transaction, type Updateable } from 'kysely';
import { appendEvents, type NewEvent } from '../events/append-events.ts';
import { insertAnswers } from './insert-answers.ts';
import { insertAnswered } from './keep.ts';
import type { ClaimedJob, Failure, Success } from '../job.ts';
import type { JobEnd, JobEnds } from '../job-ends.ts';
import { progressOf, type Rest } from './record.ts';
import type { JobsDatabase, JobsTable } from '../schema.ts';
import { wordsOf } from './words.ts';

/** A run that has made a result. */
export interface Finished extends Success {
  /** The job whose place it takes, which goes. */
  readonly replaces: string | null;
  /** What is not written down yet. */
  readonly rest?: Rest;
}

/** How a run ends. */
export type Ending = (Finished & Pick<ClaimedJob, 'input'>) | Failure | { readonly state: 'cancelled' };

/** Which job ends: the one that a claim holds, or one that nobody has. */
export interface Ended {
  readonly id: string;
  /** The claim by which it is ended; null where it is ended whoever has it. */
  readonly claim: string | null;
}

/**
 * Ends the run of a job: its state, its result, its last event and what `JobEnds` writes, in one transaction. Every end
 * goes through here, so that a run has one. False, and nothing is changed, where it has ended already or the claim has.
 */
export async function endJob(
  transaction: Transaction<JobsDatabase>,
  { id, claim }: Ended,
  ending: Ending,
  { at, ends }: { readonly at: Date; readonly ends: JobEnds },
): Promise<boolean> {
  let row = transaction
    .updateTable('jobs')
    .set({ ...endOf(ending), ...held, finished_at: at.toISOString(), sequence: sql<number>`sequence + 1` })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running']);
  if (claim !== null) row = row.where('claim', '=', claim);
  const ended = await row.returning(TOLD_COLUMNS).executeTakeFirst();
  if (ended === undefined) return false;
  if (ending.state === 'succeeded') await keepResult(transaction, ended, ending);
  else await noteMissing(transaction, ended, ending);
  await ends.tell(transaction, [jobEnd(ended, ending, at)]);
  await appendEvents(transaction, lastEvents(ended, ending), at);
  return true;
}

/** Jobs of a workspace. */
export interface JobsNamed {
  readonly workspace: string;
  readonly ids: readonly string[];
}

/**
 * Ends as cancelled those of the jobs that have not ended, whoever has them, as `endJob` does for one. Gives the ids of
 * those that it has ended: on Postgres what another transaction is changing at this moment is passed by.
 */
export async function cancelJobs(
  transaction: Transaction<JobsDatabase>,
  { workspace, ids }: JobsNamed,
  { kind, at, ends }: { readonly kind: DatabaseKind; readonly at: Date; readonly ends: JobEnds },
): Promise<string[]> {
  const alive = transaction
    .selectFrom('jobs')
    .select('id')
    .where('workspace', '=', workspace)
    .where('id', 'in', ids)
    .where('state', 'in', ['queued', 'running']);
  const cancelled = { state: 'cancelled' } as const;
  const ended = await transaction
    .updateTable('jobs')
    .set({
      ...endOf(cancelled),
      ...held,
      finished_at: at.toISOString(),
      sequence: sql<number>`sequence + 1`,
      // As `noteMissing` says it; names of recipes hold nothing that JSON would escape.
      missing: sql<string>`'[{"recipe":"' || recipe || '","error":null}]'`,
    })
    // Who waits for one of so many would hold up those who wait for the others.
    .where('id', 'in', kind === 'postgres' ? alive.forUpdate().skipLocked() : alive)
    .returning(TOLD_COLUMNS)
    .execute();
  if (ended.length === 0) return [];
  await ends.tell(
    transaction,
    ended.map((row) => jobEnd(row, cancelled, at)),
  );
  await appendEvents(
    transaction,
    ended.flatMap((row) => lastEvents(row, cancelled)),
    at,
  );
  return ended.map(({ id }) => id);
}

/** What an end is told by. The texts of a job are large, and whoever ends it has them. */
const TOLD_COLUMNS = [
  'id',
  'workspace',
  'recipe',
  'run',
  'sequence',
  'client_ref',
  'key_id',
  'label',
  'webhook_url',
  'batch_id',
] as const satisfies readonly (keyof JobsTable)[];

type EndedRow = Pick<Selectable<JobsTable>, (typeof TOLD_COLUMNS)[number]>;

/** What nobody holds any more. */
const held = { claim: null, lease_expires_at: null, leaving: 0, run_after: null } as const;

function endOf(ending: Ending): Updateable<JobsTable> {
  switch (ending.state) {
    case 'succeeded':
      return {
        state: 'succeeded',
        result: ending.resultJson,
        meta: ending.metaJson,
        missing: JSON.stringify(ending.missing),
        searched: wordsOf(ending.input, ending.title),
        partial: null,
        error: null,
        ...progressOf(ending.rest?.progress),
      };
    case 'failed':
      return { state: 'failed', error: JSON.stringify(ending.error) };
    case 'cancelled':
      return { state: 'cancelled' };
  }
}

async function keepResult(
  transaction: Transaction<JobsDatabase>,
  { id: jobId, workspace, run, label }: EndedRow,
  { resultIds, missing, replaces, title, input, rest }: Finished & Pick<ClaimedJob, 'input'>,
): Promise<void> {
  if (run > 1) await transaction.deleteFrom('job_results').where('job_id', '=', jobId).execute();
  const results = resultIds.map((id, position) => ({ id, job_id: jobId, workspace, position }));
  if (results.length > 0) await transaction.insertInto('job_results').values(results).execute();
  await keepAnswers(transaction, jobId, missing.length === 0, rest);
  if (rest !== undefined && rest.parts.length > 0) await insertAnswered(transaction, rest.parts);
  // It may have got its name while it ran.
  if (label !== null)
    await transaction
      .updateTable('jobs')
      .set({ searched: wordsOf(input, title, label) })
      .where('id', '=', jobId)
      .execute();
  if (replaces !== null)
    await transaction.deleteFrom('jobs').where('id', '=', replaces).where('workspace', '=', workspace).execute();
}

/** What is whole is never gone on with; what misses a part is, from its answers. */
async function keepAnswers(
  transaction: Transaction<JobsDatabase>,
  jobId: string,
  isWhole: boolean,
  rest: Rest | undefined,
): Promise<void> {
  if (!isWhole && rest !== undefined && rest.answers.length > 0) await insertAnswers(transaction, jobId, rest.answers);
  if (isWhole && rest?.hasStoredAnswers !== false)
    await transaction.deleteFrom('job_answers').where('job_id', '=', jobId).execute();
}

/** What ends without a result misses itself; what there is of it stays beside that. */
async function noteMissing(
  transaction: Transaction<JobsDatabase>,
  { id, recipe }: EndedRow,
  ending: Exclude<Ending, Success>,
): Promise<void> {
  const missing = JSON.stringify([{ recipe, error: ending.state === 'failed' ? ending.error : null }]);
  await transaction.updateTable('jobs').set({ missing }).where('id', '=', id).execute();
}

function jobEnd(row: EndedRow, ending: Ending, at: Date): JobEnd {
  return {
    jobId: row.id,
    workspace: row.workspace,
    recipe: row.recipe,
    run: row.run,
    sequence: row.sequence,
    state: ending.state,
    clientRef: row.client_ref,
    keyId: row.key_id,
    webhookUrl: row.webhook_url,
    batchId: row.batch_id,
    resultJson: ending.state === 'succeeded' ? ending.resultJson : null,
    error: ending.state === 'failed' ? ending.error : null,
    endedAt: at.toISOString(),
  };
}

/** A result is told out of the job itself, which has its text. */
function lastEvents(row: EndedRow, ending: Ending): NewEvent[] {
  const about = { jobId: row.id, workspace: row.workspace, run: row.run };
  switch (ending.state) {
    case 'succeeded': {
      const before = ending.rest?.events ?? [];
      return [...before, { name: 'result', data: null }].map((event) => ({ ...about, ...event }));
    }
    case 'failed':
      return [{ ...about, name: 'failed', data: JSON.stringify({ error: ending.error }) }];
    case 'cancelled':
      return [{ ...about, name: 'cancelled', data: null }];
  }
}
