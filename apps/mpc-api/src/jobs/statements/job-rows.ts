import type { Insertable, Selectable } from 'kysely';
import type { AnsweredJob, Job, JobError, JobSummary, Revision } from '../job.ts';
import type { JobResultsTable, JobsTable } from '../schema.ts';
import { turnRank } from './turn-rank.ts';
import { wordsOf } from './words.ts';

/** An answered request as a row: `result` holds the very bytes that the caller was sent in `data`. */
export function jobRow(job: AnsweredJob): Insertable<JobsTable> {
  const { outcome, unfinished } = job;
  const startedAt = job.startedAt.toISOString();
  const isMade = outcome.state === 'succeeded';
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
    work: unfinished?.work ?? null,
    writer: unfinished?.writer?.name ?? null,
    writer_places: unfinished?.writer?.places ?? null,
    deadline_ms: unfinished?.deadlineMs ?? null,
    partial: unfinished?.partial === undefined ? null : JSON.stringify(unfinished.partial),
    result: isMade ? outcome.resultJson : null,
    meta: isMade ? outcome.metaJson : null,
    error: isMade ? null : JSON.stringify(outcome.error),
    missing: isMade ? JSON.stringify(outcome.missing) : '[]',
    searched: wordsOf(job.input, isMade ? outcome.title : undefined),
    turn_rank: turnRank(job.startedAt, 0),
    attempts: 1,
    created_at: startedAt,
    started_at: startedAt,
    finished_at: job.finishedAt.toISOString(),
  };
}

/** An answered request as it will be read from its row. */
export function jobOfAnswered(job: AnsweredJob): Job {
  return jobOf({ ...absent, ...jobRow(job) } as Selectable<JobsTable>);
}

/** What a row has that nothing was said of. */
const absent = {
  run: 1,
  sequence: 1,
  label: null,
  kept: 0,
  choices: null,
  progress_done: 0,
  progress_total: 0,
  progress_label: '',
} as const;

/** The rows by which a result's own id (`scr_…`) leads to its job. */
export function resultRows({ id, workspace, outcome }: AnsweredJob): Insertable<JobResultsTable>[] {
  if (outcome.state !== 'succeeded') return [];
  return outcome.resultIds.map((resultId, position) => ({ id: resultId, job_id: id, workspace, position }));
}

/** The columns of which lists are made. */
export const SUMMARY_COLUMNS = [
  'id',
  'workspace',
  'recipe',
  'state',
  'run',
  'attempts',
  'sequence',
  'missing',
  'meta',
  'error',
  'progress_done',
  'progress_total',
  'progress_label',
  'client_ref',
  'request_id',
  'key_id',
  'label',
  'kept',
  'choices',
  'revision_of',
  'root',
  'created_at',
  'started_at',
  'finished_at',
] as const satisfies readonly (keyof JobsTable)[];

export function summaryOf(row: Pick<Selectable<JobsTable>, (typeof SUMMARY_COLUMNS)[number]>): JobSummary {
  return {
    id: row.id,
    workspace: row.workspace,
    recipe: row.recipe,
    state: row.state,
    run: row.run,
    attempts: row.attempts,
    sequence: row.sequence,
    missing: JSON.parse(row.missing) as readonly unknown[],
    meta: parsed(row.meta),
    // It was written by `jobRow` or `endJob`.
    error: parsed(row.error) as JobError | null,
    progress: { done: row.progress_done, total: row.progress_total, label: row.progress_label },
    clientRef: row.client_ref,
    requestId: row.request_id,
    keyId: row.key_id,
    label: row.label,
    kept: row.kept === 1,
    // It was written by `changeJob`.
    choices: parsed(row.choices) as JobSummary['choices'],
    revisionOf: row.revision_of,
    root: row.root ?? row.id,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}

export function jobOf(row: Selectable<JobsTable>): Job {
  return {
    ...summaryOf(row),
    input: JSON.parse(row.input) as unknown,
    result: parsed(row.result),
    partial: parsed(row.partial),
    revision: revisionOf(row),
  };
}

export function revisionOf({ revision_of: of, root, original }: Selectable<JobsTable>): Revision | null {
  return of === null || root === null ? null : { of, root, original: parsed(original) };
}

function parsed(text: string | null): unknown {
  return text === null ? null : (JSON.parse(text) as unknown);
}
