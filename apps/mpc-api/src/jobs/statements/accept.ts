import type { Insertable, Transaction } from 'kysely';
import { wordsOf } from './words.ts';
import type { NewJob } from '../job.ts';
import type { JobsDatabase, JobsTable } from '../schema.ts';
import { turnRank } from './turn-rank.ts';

/** Rows of one statement: Postgres takes 65,535 parameters, a row some thirty. */
const ROWS_AT_ONCE = 500;

/** Stores work to be carried out: what was accepted is in the database, all of it or nothing. */
export async function acceptJobs(
  transaction: Transaction<JobsDatabase>,
  jobs: readonly NewJob[],
  at: Date,
): Promise<void> {
  const workspaces = [...new Set(jobs.map(({ workspace }) => workspace))];
  await transaction
    .insertInto('workspace_turns')
    .values(workspaces.map((workspace) => ({ workspace, turn: 0 })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  for (let start = 0; start < jobs.length; start += ROWS_AT_ONCE) {
    const rows = jobs.slice(start, start + ROWS_AT_ONCE).map((job) => acceptedRow(job, at));
    await transaction.insertInto('jobs').values(rows).execute();
  }
}

function acceptedRow(job: NewJob, at: Date): Insertable<JobsTable> {
  return {
    id: job.id,
    workspace: job.workspace,
    recipe: job.recipe,
    state: 'queued',
    request_id: job.requestId,
    client_ref: job.clientRef,
    key_id: job.keyId,
    revision_of: job.revision?.of ?? null,
    root: job.revision?.root ?? null,
    original: job.revision === null ? null : JSON.stringify(job.revision.original),
    batch_id: job.batch?.id ?? null,
    batch_index: job.batch?.index ?? null,
    input: JSON.stringify(job.input),
    work: job.work,
    writer: job.writer?.name ?? null,
    writer_places: job.writer?.places ?? null,
    deadline_ms: job.deadlineMs,
    priority: job.priority,
    turn_rank: turnRank(at, job.priority),
    searched: wordsOf(job.input),
    webhook_url: job.webhookUrl,
    created_at: at.toISOString(),
  };
}
