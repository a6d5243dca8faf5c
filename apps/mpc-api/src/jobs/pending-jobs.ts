import { createBatchWriter } from '@showrunner/store';
import type { Kysely } from 'kysely';
import { jobOfAnswered, jobRow, resultRows } from './job-rows.ts';
import type { AnsweredJob, Job } from './job.ts';
import type { HeldDatabase } from './held-database.ts';
import type { JobsDatabase } from './schema.ts';

/** Where a result with an id of its own stands. */
export interface ResultPlace {
  readonly jobId: string;
  readonly position: number;
}

/** Jobs that have been answered and are not yet in the database: they are written in batches, and read from here till then. */
export interface PendingJobs {
  add(job: AnsweredJob): void;
  find(tenant: string, id: string): Job | undefined;
  place(tenant: string, resultId: string): ResultPlace | undefined;
  /** Writes what is pending; resolves even where that failed. */
  flush(): Promise<void>;
  /** Rejects while batches cannot be written. */
  ping(): Promise<void>;
  dispose(): Promise<void>;
}

/** How long an answered job waits for others to be written with it, and how many are written at once. */
const MAX_DELAY_MS = 100;
const MAX_ROWS = 100;
/** Kept while the database is away, at some 20 KB each; more are not kept, and `onError` has said so. */
const MAX_QUEUED_ROWS = 2_000;

export function createPendingJobs(
  database: HeldDatabase<JobsDatabase>,
  onError: (error: unknown) => void,
): PendingJobs {
  const jobs = new Map<string, AnsweredJob>();
  const places = new Map<string, ResultPlace & { readonly tenant: string }>();
  let failure: unknown;

  async function write(batch: readonly AnsweredJob[]): Promise<void> {
    await database.read((query) => insertJobs(query, batch));
    failure = undefined;
    for (const job of batch) forget(job);
  }

  function forget(job: AnsweredJob): void {
    jobs.delete(job.id);
    for (const { id } of resultRows(job)) places.delete(id);
  }

  const writer = createBatchWriter(write, {
    maxDelayMs: MAX_DELAY_MS,
    maxRows: MAX_ROWS,
    maxQueuedRows: MAX_QUEUED_ROWS,
    onError(error) {
      if (failure === undefined) onError(error);
      failure = error;
    },
  });

  return {
    add(job) {
      if (!writer.add(job)) return;
      jobs.set(job.id, job);
      for (const { id, job_id, tenant, position } of resultRows(job))
        places.set(id, { jobId: job_id, tenant, position });
    },
    find(tenant, id) {
      const job = jobs.get(id);
      return job?.tenant === tenant ? jobOfAnswered(job) : undefined;
    },
    place(tenant, resultId) {
      const place = places.get(resultId);
      return place?.tenant === tenant ? place : undefined;
    },
    flush: () => writer.flush().catch(() => undefined),
    async ping() {
      if (failure !== undefined) throw failure;
    },
    dispose: () => writer.dispose(),
  };
}

async function insertJobs(query: Kysely<JobsDatabase>, batch: readonly AnsweredJob[]): Promise<void> {
  const results = batch.flatMap(resultRows);
  await query.transaction().execute(async (transaction) => {
    await transaction.insertInto('jobs').values(batch.map(jobRow)).execute();
    if (results.length > 0) await transaction.insertInto('job_results').values(results).execute();
  });
}
