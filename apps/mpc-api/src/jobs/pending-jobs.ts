import { createBatchWriter, type BatchWriter } from '@showrunner/store';
import type { ResultPlace } from './statements/find.ts';
import { jobOfAnswered, resultRows } from './statements/job-rows.ts';
import type { AnsweredJob, Job } from './job.ts';
import type { HeldDatabase } from './held-database.ts';
import { insertAnswered } from './statements/keep.ts';
import type { JobsDatabase } from './schema.ts';

/** How long an answered job waits for others to be written with it, and how many are written at once. */
const MAX_DELAY_MS = 100;
const MAX_ROWS = 100;
/** Kept while the database is away, at some 20 KB each; more are not kept, and `onError` has said so. */
const MAX_QUEUED_ROWS = 2_000;

/** Jobs that have been answered and are not yet in the database: they are written in batches, and read from here till then. */
export class PendingJobs {
  readonly #database: HeldDatabase<JobsDatabase>;
  readonly #writer: BatchWriter<AnsweredJob>;
  readonly #jobs = new Map<string, AnsweredJob>();
  /** The workspaces of jobs that go when what waits is written. */
  readonly #replaced = new Map<string, string>();
  readonly #places = new Map<string, ResultPlace & { readonly workspace: string }>();
  #failure: unknown;

  /** @param onError hears of the first of several failures in a row */
  constructor(database: HeldDatabase<JobsDatabase>, onError: (error: unknown) => void) {
    this.#database = database;
    this.#writer = createBatchWriter((batch: readonly AnsweredJob[]) => this.#write(batch), {
      maxDelayMs: MAX_DELAY_MS,
      maxRows: MAX_ROWS,
      maxQueuedRows: MAX_QUEUED_ROWS,
      onError: (error) => {
        if (this.#failure === undefined) onError(error);
        this.#failure = error;
      },
    });
  }

  add(job: AnsweredJob): void {
    if (!this.#writer.add(job)) return;
    this.#jobs.set(job.id, job);
    if (job.replaces !== null) this.#replace(job.replaces, job.workspace);
    for (const { id, job_id, workspace, position } of resultRows(job))
      this.#places.set(id, { jobId: job_id, workspace, position });
  }

  find(workspace: string, id: string): Job | undefined {
    const job = this.#jobs.get(id);
    return job?.workspace === workspace ? jobOfAnswered(job) : undefined;
  }

  /** Whether a job that waits here takes the place of that one. */
  isReplaced(workspace: string, id: string): boolean {
    return this.#replaced.get(id) === workspace;
  }

  place(workspace: string, resultId: string): ResultPlace | undefined {
    const place = this.#places.get(resultId);
    return place?.workspace === workspace ? place : undefined;
  }

  /** Writes what is pending; resolves even where that failed. */
  flush(): Promise<void> {
    return this.#writer.flush().catch(() => undefined);
  }

  /** Rejects while batches cannot be written. */
  async ping(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
  }

  dispose(): Promise<void> {
    return this.#writer.dispose();
  }

  async #write(batch: readonly AnsweredJob[]): Promise<void> {
    await this.#database.write((transaction) => insertAnswered(transaction, batch));
    this.#failure = undefined;
    for (const job of batch) this.#forget(job);
  }

  #replace(id: string, workspace: string): void {
    this.#replaced.set(id, workspace);
    const replaced = this.#jobs.get(id);
    if (replaced) this.#forget(replaced);
  }

  #forget(job: AnsweredJob): void {
    this.#jobs.delete(job.id);
    if (job.replaces !== null) this.#replaced.delete(job.replaces);
    for (const { id } of resultRows(job)) this.#places.delete(id);
  }
}
