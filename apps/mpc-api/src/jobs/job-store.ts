import { setImmediate as nextTurn } from 'node:timers/promises';
import { kindNameOf } from '@showrunner/recipes';
import type { Selectable, Transaction } from 'kysely';
import { newestInTurn } from './statements/chain.ts';
import { changeJob, type JobChanges } from './statements/change.ts';
import type { Delivery } from './delivery/delivery.ts';
import { cancelJobs, endJob } from './statements/end-job.ts';
import { findAlive, findJob, findNewest, findPlace, findRow } from './statements/find.ts';
import type { BesideOf, HeldDatabase } from './held-database.ts';
import type { JobEnds } from './job-ends.ts';
import { jobOf } from './statements/job-rows.ts';
import type { AnsweredJob, Job, JobSummary, Revision } from './job.ts';
import { insertAnswered } from './statements/keep.ts';
import { listJobs, type JobsWanted } from './statements/list.ts';
import type { PendingJobs } from './pending-jobs.ts';
import { retryJob } from './statements/retry.ts';
import type { JobsDatabase, JobsTable } from './schema.ts';
import { DELETED_AT_ONCE, sweepJobs, type NeededJobs } from './statements/sweep.ts';

/** A result that can be revised. */
export interface RevisableResult {
  readonly job: Job;
  readonly result: unknown;
  /** The first job of its chain, and the body by which that was asked for. */
  readonly root: string;
  readonly original: unknown;
}

/** What came of a wish about a job; undefined where the workspace has no such job. */
export interface Wished {
  /** The job as it is now. */
  readonly job: Job;
  /** False where it is in a state in which that cannot be. */
  readonly isDone: boolean;
}

/** What was generated and what is to be, by workspace. Another workspace's id is as good as unknown. */
export interface JobStore {
  /** Keeps an answered request behind its answer; it can be read at once. Never throws, never waits. */
  readonly keep: (job: AnsweredJob) => void;
  /**
   * Keeps a revision before its answer, as the next of its chain: `verify` is told the newest job of that, after which
   * no other comes between, and keeps it from being kept by what it throws.
   */
  keepRevision(job: AnsweredJob & { readonly revision: Revision }, verify: (newest: string) => void): Promise<void>;
  find(workspace: string, id: string): Promise<Job | undefined>;
  /** Newest first. */
  list(workspace: string, wanted: JobsWanted): Promise<JobSummary[]>;
  /** The result that a job's id or a result's own id (`scr_…`) names, when an operation of that kind made it. */
  findResult(workspace: string, id: string, kind: string): Promise<unknown>;
  /** The same with what a revision of it needs to know. */
  findRevisable(workspace: string, id: string, kind: string): Promise<RevisableResult | undefined>;
  /** The newest job of a chain of revisions, by its first one. */
  newestOf(workspace: string, root: string): Promise<string>;
  /** Ends a job that has not ended, as often as one likes: one that has stays as it ended. */
  cancel(workspace: string, id: string): Promise<Job | undefined>;
  /** The same for many. */
  cancelMany(workspace: string, ids: readonly string[]): Promise<void>;
  /** The same for all jobs that were asked for with a key. */
  cancelAllOf(keyId: string): Promise<void>;
  /** Goes on with a job that failed, was cancelled or misses parts. */
  retry(workspace: string, id: string, beside?: BesideOf<Job>): Promise<Wished | undefined>;
  /** Removes a job that has ended. */
  remove(workspace: string, id: string): Promise<Wished | undefined>;
  change(workspace: string, id: string, changes: JobChanges): Promise<Job | undefined>;
  /** Removes what ended before that time; gives how many jobs that were. */
  sweep(endedBefore: Date): Promise<number>;
}

export interface StoreParts {
  readonly database: HeldDatabase<JobsDatabase>;
  readonly pending: PendingJobs;
  readonly delivery: Delivery;
  readonly ends: JobEnds;
  /** Who still needs jobs that are old. */
  readonly needed: readonly NeededJobs[];
  /** Told when events may have become visible. */
  readonly onEvents: () => void;
}

/** Cancelled in one transaction: some tens of milliseconds, in which nobody else writes a SQLite file. */
const CANCELLED_AT_ONCE = 200;

/** Jobs in the database, and those on their way there, which can be read just as well. */
export function createJobStore({ database, pending, delivery, ends, needed, onEvents }: StoreParts): JobStore {
  async function find(workspace: string, id: string): Promise<Job | undefined> {
    if (pending.isReplaced(workspace, id)) return undefined;
    return pending.find(workspace, id) ?? (await database.read((query) => findJob(query, workspace, id)));
  }

  async function findMade(workspace: string, id: string, kind: string): Promise<RevisableResult | undefined> {
    const place = pending.place(workspace, id) ?? (await database.read((query) => findPlace(query, workspace, id)));
    const job = await find(workspace, place?.jobId ?? id);
    if (job?.state !== 'succeeded' || kindNameOf(job.recipe) !== kind) return undefined;
    const { root, original } = job.revision ?? { root: job.id, original: job.input };
    return { job, root, original, result: variantOf(job.result, place?.position ?? 0) };
  }

  /** Finds a job for a change, in the transaction that changes it; gives what the change makes of it. */
  async function changing<Result>(
    workspace: string,
    id: string,
    change: (transaction: Transaction<JobsDatabase>, row: Selectable<JobsTable>) => Promise<Result>,
  ): Promise<{ readonly job: Job; readonly result: Result } | undefined> {
    await pending.flush();
    const changed = await database.write(async (transaction) => {
      const row = await findRow(transaction, workspace, id);
      if (row === undefined) return undefined;
      const result = await change(transaction, row);
      const now = await findRow(transaction, workspace, id);
      return { job: jobOf(now ?? row), result };
    });
    onEvents();
    return changed;
  }

  async function cancel(workspace: string, id: string): Promise<Job | undefined> {
    const cancelled = await changing(workspace, id, (transaction) =>
      endJob(transaction, { id, claim: null }, { state: 'cancelled' }, { at: new Date(), ends }),
    );
    return cancelled?.job;
  }

  async function cancelMany(workspace: string, ids: readonly string[]): Promise<void> {
    await pending.flush();
    const left = new Set(ids);
    for (let start = 0; start < ids.length; start += CANCELLED_AT_ONCE) {
      const named = { workspace, ids: ids.slice(start, start + CANCELLED_AT_ONCE) };
      const cancelled = await database.write((transaction, kind) =>
        cancelJobs(transaction, named, { kind, at: new Date(), ends }),
      );
      onEvents();
      for (const id of cancelled) left.delete(id);
      await nextTurn();
    }
    for (const id of left) await cancel(workspace, id);
  }

  return {
    keep: (job) => pending.add(job),
    find,

    async keepRevision(job, verify) {
      await pending.flush();
      await database.write(async (transaction, kind) => {
        const { workspace, revision } = job;
        verify(await newestInTurn(transaction, kind, { workspace, root: revision.root }));
        await insertAnswered(transaction, [job]);
      });
      onEvents();
    },

    async list(workspace, wanted) {
      await pending.flush();
      return database.read((query) => listJobs(query, workspace, wanted));
    },

    async findResult(workspace, id, kind) {
      const made = await findMade(workspace, id, kind);
      return made?.result;
    },

    findRevisable: findMade,

    async newestOf(workspace, root) {
      await pending.flush();
      return database.read((query) => findNewest(query, workspace, root));
    },

    cancel,
    cancelMany,

    async cancelAllOf(keyId) {
      const alive = await database.read((query) => findAlive(query, keyId));
      for (const [workspace, jobs] of Map.groupBy(alive, (job) => job.workspace))
        await cancelMany(
          workspace,
          jobs.map(({ id }) => id),
        );
    },

    async retry(workspace, id, beside) {
      const retried = await changing(workspace, id, async (transaction, row) => {
        const isDone = await retryJob(transaction, row, new Date());
        if (!isDone) return false;
        const now = await findRow(transaction, workspace, id);
        await beside?.(jobOf(now ?? row))(transaction);
        await delivery.announce(transaction, [row]);
        return true;
      });
      delivery.hurry();
      return retried && { job: retried.job, isDone: retried.result };
    },

    async remove(workspace, id) {
      const removed = await changing(workspace, id, async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('jobs')
          .where('id', '=', id)
          .where('state', 'not in', ['queued', 'running'])
          .executeTakeFirst();
        const isDone = numDeletedRows > 0n;
        return { isDone, isGone: !isDone && (await findRow(transaction, workspace, id)) === undefined };
      });
      // Another one has removed it in between.
      if (removed === undefined || removed.result.isGone) return undefined;
      return { job: removed.job, isDone: removed.result.isDone };
    },

    async change(workspace, id, changes) {
      const changed = await changing(workspace, id, (transaction, row) => changeJob(transaction, row, changes));
      return changed?.job;
    },

    async sweep(endedBefore) {
      let removed = 0;
      for (;;) {
        const now = await database.read((query) => sweepJobs(query, endedBefore, needed));
        removed += now;
        if (now < DELETED_AT_ONCE) return removed;
        await nextTurn();
      }
    },
  };
}

/** One of several variants, or the result itself; either way without the others. */
function variantOf(result: unknown, position: number): unknown {
  const { variants, ...first } = result as { variants?: readonly unknown[] };
  return variants?.[position] ?? first;
}
