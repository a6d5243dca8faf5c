import { sql, type Selectable, type Transaction, type Updateable } from 'kysely';
import { appendEvents } from './append-events.ts';
import type { Failure, Success } from './job.ts';
import type { JobEnd, JobEnds } from './job-ends.ts';
import type { JobsDatabase, JobsTable } from './schema.ts';
import { wordsOf } from './words.ts';

/** How a run ends. */
export type Ending = (Success & { readonly replaces: string | null }) | Failure | { readonly state: 'cancelled' };

/** Which job ends: the one that a claim holds, or one that nobody has. */
export interface Ended {
  readonly id: string;
  /** The claim by which it is ended; null where it is ended whoever has it. */
  readonly claim: string | null;
}

/**
 * Ends the run of a job: its state, its result, its last event and what `JobEnds` writes, in one transaction. Every end
 * goes through here, so that a run has one. Undefined, and nothing is changed, where it has ended already or the claim has.
 */
export async function endJob(
  transaction: Transaction<JobsDatabase>,
  { id, claim }: Ended,
  ending: Ending,
  { at, ends }: { readonly at: Date; readonly ends: JobEnds },
): Promise<Selectable<JobsTable> | undefined> {
  let row = transaction
    .updateTable('jobs')
    .set({ ...endOf(ending), ...held, finished_at: at.toISOString(), sequence: sql<number>`sequence + 1` })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running']);
  if (claim !== null) row = row.where('claim', '=', claim);
  const ended = await row.returningAll().executeTakeFirst();
  if (ended === undefined) return undefined;
  if (ending.state === 'succeeded') await keepResult(transaction, ended, ending);
  else await noteMissing(transaction, ended, ending);
  await ends.tell(transaction, jobEnd(ended, ending, at));
  await appendEvents(transaction, [lastEvent(ended, ending)], at);
  return ended;
}

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
        partial: null,
        error: null,
      };
    case 'failed':
      return { state: 'failed', error: JSON.stringify(ending.error) };
    case 'cancelled':
      return { state: 'cancelled' };
  }
}

async function keepResult(
  transaction: Transaction<JobsDatabase>,
  job: Selectable<JobsTable>,
  { resultIds, missing, replaces, title }: Success & { readonly replaces: string | null },
): Promise<void> {
  await transaction.deleteFrom('job_results').where('job_id', '=', job.id).execute();
  const results = resultIds.map((id, position) => ({ id, job_id: job.id, workspace: job.workspace, position }));
  if (results.length > 0) await transaction.insertInto('job_results').values(results).execute();
  // What is whole is never gone on with; what misses a part is, from its answers.
  if (missing.length === 0) await transaction.deleteFrom('job_answers').where('job_id', '=', job.id).execute();
  const searched = wordsOf(JSON.parse(job.input) as unknown, title, job.label);
  await transaction.updateTable('jobs').set({ searched }).where('id', '=', job.id).execute();
  if (replaces !== null)
    await transaction.deleteFrom('jobs').where('id', '=', replaces).where('workspace', '=', job.workspace).execute();
}

/** What ends without a result misses itself; what there is of it stays beside that. */
async function noteMissing(
  transaction: Transaction<JobsDatabase>,
  { id, recipe }: Selectable<JobsTable>,
  ending: Exclude<Ending, Success>,
): Promise<void> {
  const missing = JSON.stringify([{ recipe, error: ending.state === 'failed' ? ending.error : null }]);
  await transaction.updateTable('jobs').set({ missing }).where('id', '=', id).execute();
}

function jobEnd(row: Selectable<JobsTable>, ending: Ending, at: Date): JobEnd {
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
function lastEvent(row: Selectable<JobsTable>, ending: Ending) {
  const about = { jobId: row.id, workspace: row.workspace, run: row.run };
  switch (ending.state) {
    case 'succeeded':
      return { ...about, name: 'result', data: null };
    case 'failed':
      return { ...about, name: 'failed', data: JSON.stringify({ error: ending.error }) };
    case 'cancelled':
      return { ...about, name: 'cancelled', data: null };
  }
}
