import type { JobState } from '@showrunner/contract';
import type { ColumnType } from 'kysely';

/**
 * The tables of this server. Times are ISO-8601 texts in UTC with milliseconds: they sort as they are and read the same
 * in SQLite and Postgres. Members that only the API's callers understand (input, result, meta, error) are JSON texts.
 */
export interface JobsDatabase {
  jobs: JobsTable;
  job_results: JobResultsTable;
}

export interface JobsTable {
  /** `job_…` */
  id: string;
  tenant: string;
  recipe: string;
  state: JobState;
  request_id: string | null;
  client_ref: string | null;
  /** Which key asked; null before that was kept. */
  key_id: string | null;

  /** The job that this one revises; null for what was made new. */
  revision_of: string | null;
  /** The first job of its chain of revisions; null where it is that itself. */
  root: string | null;
  /** The body by which the first one was asked for, whose promises hold for every revision. */
  original: string | null;

  /** The batch it belongs to and its place there. */
  batch_id: string | null;
  batch_index: number | null;

  input: string;
  result: string | null;
  meta: string | null;
  error: string | null;

  progress_done: WithDefault<number>;
  progress_total: WithDefault<number>;
  progress_label: WithDefault<string>;

  /** How many times a worker has started it. A job that kills its worker three times is failed as poison. */
  attempts: WithDefault<number>;
  /** Not to be claimed before this time: the backoff after a retryable fault. */
  run_after: string | null;
  /** How long one attempt may take. */
  deadline_ms: number | null;
  /** The worker that has it, until when, and when it last said that it lives. */
  lease_owner: string | null;
  lease_expires_at: string | null;
  heartbeat_at: string | null;
  cancel_requested_at: string | null;

  /** `Idempotency-Key` and the SHA-256 of the body it came with; unique for a tenant. */
  idempotency_key: string | null;
  idempotency_hash: string | null;

  /** Where the end of the job is told. The deliveries themselves are an outbox of their own. */
  webhook_url: string | null;

  created_at: string;
  started_at: string | null;
  finished_at: string | null;
}

/** Which job made a result that has an id of its own (`scr_…`); `position` is its place among the variants. */
export interface JobResultsTable {
  id: string;
  job_id: string;
  tenant: string;
  position: number;
}

type WithDefault<Value> = ColumnType<Value, Value | undefined, Value>;
