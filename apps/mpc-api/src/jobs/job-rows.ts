import type { Insertable, Selectable } from 'kysely';
import type { AnsweredJob, Job, Revision } from './job.ts';
import type { JobResultsTable, JobsTable } from './schema.ts';

/** An answered request as a row: `result` holds the very bytes that the caller was sent in `data`. */
export function jobRow(job: AnsweredJob): Insertable<JobsTable> {
  const { outcome } = job;
  const startedAt = job.startedAt.toISOString();
  return {
    id: job.id,
    workspace: job.workspace,
    recipe: job.recipe,
    state: outcome.state,
    request_id: job.requestId,
    client_ref: job.clientRef,
    key_id: job.keyId,
    revision_of: job.revision?.of ?? null,
    root: job.revision?.root ?? null,
    original: job.revision === null ? null : JSON.stringify(job.revision.original),
    input: JSON.stringify(job.input),
    result: outcome.state === 'succeeded' ? outcome.resultJson : null,
    meta: outcome.state === 'succeeded' ? outcome.metaJson : null,
    error: outcome.state === 'failed' ? JSON.stringify(outcome.error) : null,
    attempts: 1,
    created_at: startedAt,
    started_at: startedAt,
    finished_at: job.finishedAt.toISOString(),
  };
}

/** An answered request as it will be read from its row. */
export function jobOfAnswered(job: AnsweredJob): Job {
  const { outcome } = job;
  const startedAt = job.startedAt.toISOString();
  return {
    id: job.id,
    workspace: job.workspace,
    recipe: job.recipe,
    state: outcome.state,
    input: job.input,
    result: outcome.state === 'succeeded' ? (JSON.parse(outcome.resultJson) as unknown) : null,
    meta: outcome.state === 'succeeded' ? (JSON.parse(outcome.metaJson) as unknown) : null,
    error: outcome.state === 'failed' ? outcome.error : null,
    progress: { done: 0, total: 0, label: '' },
    clientRef: job.clientRef,
    requestId: job.requestId,
    keyId: job.keyId,
    revision: job.revision,
    attempts: 1,
    createdAt: startedAt,
    startedAt,
    finishedAt: job.finishedAt.toISOString(),
  };
}

/** The rows by which a result's own id (`scr_…`) leads to its job. */
export function resultRows({ id, workspace, outcome }: AnsweredJob): Insertable<JobResultsTable>[] {
  if (outcome.state !== 'succeeded') return [];
  return outcome.resultIds.map((resultId, position) => ({ id: resultId, job_id: id, workspace, position }));
}

export function jobOf(row: Selectable<JobsTable>): Job {
  return {
    id: row.id,
    workspace: row.workspace,
    recipe: row.recipe,
    state: row.state,
    input: JSON.parse(row.input) as unknown,
    result: parsed(row.result),
    meta: parsed(row.meta),
    // It was written by `jobRow`.
    error: parsed(row.error) as Job['error'],
    progress: { done: row.progress_done, total: row.progress_total, label: row.progress_label },
    clientRef: row.client_ref,
    requestId: row.request_id,
    keyId: row.key_id,
    revision: revisionOf(row),
    attempts: row.attempts,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}

function revisionOf({ revision_of: of, root, original }: Selectable<JobsTable>): Revision | null {
  return of === null || root === null ? null : { of, root, original: parsed(original) };
}

function parsed(text: string | null): unknown {
  return text === null ? null : (JSON.parse(text) as unknown);
}
