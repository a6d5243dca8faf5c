import type { JobState } from '@showrunner/contract';
import type { ColumnType } from 'kysely';

/**
 * The tables of this server. Times are ISO-8601 texts in UTC with milliseconds: they sort as they are and read the same
 * in SQLite and Postgres. Members that only the API's callers understand (input, result, meta, error) are JSON texts.
 */
export interface JobsDatabase {
  jobs: JobsTable;
  job_results: JobResultsTable;
  job_answers: JobAnswersTable;
  job_events: JobEventsTable;
  job_event_counter: { last_id: number };
  workspace_turns: WorkspaceTurnsTable;
}

export interface JobsTable {
  /** `job_…` */
  id: string;
  workspace: string;
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
  /** What a worker needs to carry it out; null where the answer was given at once. */
  work: string | null;
  /** What writes it and how many jobs that takes at once; null where as many as there are workers. */
  writer: string | null;
  writer_places: number | null;
  result: string | null;
  meta: string | null;
  error: string | null;
  /** What there is of the result while there is none. */
  partial: string | null;
  /** The parts that are missing in the result: `[{recipe, error}]`. */
  missing: WithDefault<string>;

  /** What its owner calls it, and what was chosen among its titles and concepts. */
  label: string | null;
  choices: string | null;
  /** 1 where it stays until it is deleted. */
  kept: WithDefault<number>;
  /** The words that lists are searched by, in lower case. */
  searched: WithDefault<string>;

  progress_done: WithDefault<number>;
  progress_total: WithDefault<number>;
  progress_label: WithDefault<string>;

  /** 1, and one more with each `retry`. */
  run: WithDefault<number>;
  /** The version of the job: rises with every change that its callers are told of, in all runs. */
  sequence: WithDefault<number>;
  /** How many times a worker has started it in this run; giving it back unfinished when the worker stops takes it off again. */
  attempts: WithDefault<number>;
  /** How many workers have died with it in this run. */
  deaths: WithDefault<number>;
  /** How many faults that may pass have ended an attempt in this run. */
  faults: WithDefault<number>;

  /** 0 to 9, of the key that asked. */
  priority: WithDefault<number>;
  /** The order within a workspace, the lowest first: when it began to wait, in milliseconds, earlier by a minute for each step of priority. */
  turn_rank: WithDefault<number>;
  /** Not to be claimed before this time: the pause after a fault that may pass. */
  run_after: string | null;
  /** How long one run may take, without the time in which it waits for a worker, and how much of that is spent. */
  deadline_ms: number | null;
  spent_ms: WithDefault<number>;
  /** Who has it, a new name for each claim, and until when unless that is heard of again. */
  claim: string | null;
  lease_expires_at: string | null;
  /** 1 while its worker is stopping: then the end of the lease is no death. */
  leaving: WithDefault<number>;

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
  workspace: string;
  position: number;
}

/** What came of each effect of a job that is not done, with what it used: nothing is paid for twice. */
export interface JobAnswersTable {
  job_id: string;
  place: string;
  outcome: string;
  usage: string | null;
}

/** What was told of jobs. Ids come from one counter for all and rise in the order in which they become visible. */
export interface JobEventsTable {
  id: number;
  job_id: string;
  workspace: string;
  run: number;
  name: string;
  /** Null for a result: its text stands in the job. */
  data: string | null;
  created_at: string;
}

/** When a workspace was last given a worker, as a count of all turns. */
export interface WorkspaceTurnsTable {
  workspace: string;
  turn: number;
}

type WithDefault<Value> = ColumnType<Value, Value | undefined, Value>;
