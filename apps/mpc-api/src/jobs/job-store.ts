import { setImmediate as nextTurn } from 'node:timers/promises';
import type { JobsQuery } from '@showrunner/contract';
import { kindNameOf } from '@showrunner/recipes';
import type { Kysely } from 'kysely';
import type { HeldDatabase } from './held-database.ts';
import { jobOf } from './job-rows.ts';
import type { AnsweredJob, Job } from './job.ts';
import type { PendingJobs, ResultPlace } from './pending-jobs.ts';
import type { JobsDatabase } from './schema.ts';

/** A result that can be revised. */
export interface RevisableResult {
  readonly job: Job;
  readonly result: unknown;
  /** The first job of its chain, and the body by which that was asked for. */
  readonly root: string;
  readonly original: unknown;
}

/** What was generated, by workspace. Another workspace's id is as good as unknown. */
export interface JobStore {
  /** Keeps an answered request behind its answer; it can be read at once. Never throws, never waits. */
  keep(job: AnsweredJob): void;
  find(workspace: string, id: string): Promise<Job | undefined>;
  /** Newest first. */
  list(workspace: string, page: JobsQuery): Promise<Job[]>;
  /** The result that a job's id or a result's own id (`scr_…`) names, when an operation of that kind made it. */
  findResult(workspace: string, id: string, kind: string): Promise<unknown>;
  /** The same with what a revision of it needs to know. */
  findRevisable(workspace: string, id: string, kind: string): Promise<RevisableResult | undefined>;
  /** The newest job of a chain of revisions, by its first one. */
  newestOf(workspace: string, root: string): Promise<string>;
  /** Removes what ended before that time; gives how many jobs that were. */
  sweep(endedBefore: Date): Promise<number>;
}

/** Jobs in the database, and those on their way there, which can be read just as well. */
export function createJobStore(database: HeldDatabase<JobsDatabase>, pending: PendingJobs): JobStore {
  async function find(workspace: string, id: string): Promise<Job | undefined> {
    if (pending.isReplaced(workspace, id)) return undefined;
    return pending.find(workspace, id) ?? (await database.read((query) => findKept(query, workspace, id)));
  }

  async function findMade(workspace: string, id: string, kind: string): Promise<RevisableResult | undefined> {
    const place = pending.place(workspace, id) ?? (await database.read((query) => findPlace(query, workspace, id)));
    const job = await find(workspace, place?.jobId ?? id);
    if (job?.state !== 'succeeded' || kindNameOf(job.recipe) !== kind) return undefined;
    const { root, original } = job.revision ?? { root: job.id, original: job.input };
    return { job, root, original, result: variantOf(job.result, place?.position ?? 0) };
  }

  return {
    keep: (job) => pending.add(job),
    find,

    async list(workspace, page) {
      await pending.flush();
      return database.read((query) => listKept(query, workspace, page));
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

    async sweep(endedBefore) {
      let removed = 0;
      for (;;) {
        const now = await database.read((query) => deleteEnded(query, endedBefore));
        removed += now;
        if (now < DELETED_AT_ONCE) return removed;
        await nextTurn();
      }
    },
  };
}

async function findKept(query: Kysely<JobsDatabase>, workspace: string, id: string): Promise<Job | undefined> {
  const row = await query
    .selectFrom('jobs')
    .selectAll()
    .where('id', '=', id)
    .where('workspace', '=', workspace)
    .executeTakeFirst();
  return row && jobOf(row);
}

async function listKept(query: Kysely<JobsDatabase>, workspace: string, page: JobsQuery): Promise<Job[]> {
  const { limit, before, state, recipe } = page;
  let jobs = query.selectFrom('jobs').selectAll().where('workspace', '=', workspace);
  if (before !== undefined) jobs = jobs.where('id', '<', before);
  if (state !== undefined) jobs = jobs.where('state', '=', state);
  if (recipe !== undefined) jobs = jobs.where('recipe', '=', recipe);
  const rows = await jobs.orderBy('id', 'desc').limit(limit).execute();
  return rows.map(jobOf);
}

/** The job that made a result, and the result's place among its variants. */
async function findPlace(query: Kysely<JobsDatabase>, workspace: string, id: string): Promise<ResultPlace | undefined> {
  const row = await query
    .selectFrom('job_results')
    .select(['job_id', 'position'])
    .where('id', '=', id)
    .where('workspace', '=', workspace)
    .executeTakeFirst();
  return row && { jobId: row.job_id, position: row.position };
}

/** Ids rise with time. A revision that failed is none. */
async function findNewest(query: Kysely<JobsDatabase>, workspace: string, root: string): Promise<string> {
  const row = await query
    .selectFrom('jobs')
    .select('id')
    .where('root', '=', root)
    .where('workspace', '=', workspace)
    .where('state', '=', 'succeeded')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.id ?? root;
}

/** SQLite holds up every other request while it deletes, so it deletes a little at a time. */
const DELETED_AT_ONCE = 200;

/** The rows of their results go with the jobs. */
async function deleteEnded(query: Kysely<JobsDatabase>, endedBefore: Date): Promise<number> {
  const ended = query
    .selectFrom('jobs')
    .select('id')
    .where('finished_at', '<', endedBefore.toISOString())
    .limit(DELETED_AT_ONCE);
  const { numDeletedRows } = await query.deleteFrom('jobs').where('id', 'in', ended).executeTakeFirst();
  return Number(numDeletedRows);
}

/** One of several variants, or the result itself; either way without the others. */
function variantOf(result: unknown, position: number): unknown {
  const { variants, ...first } = result as { variants?: readonly unknown[] };
  return variants?.[position] ?? first;
}
