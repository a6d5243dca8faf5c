import { hash } from 'node:crypto';
import type { Caller } from '@showrunner/access';
import { jobChanges, jobRoutes } from '@showrunner/contract';
import { ErrorTypes } from '@showrunner/errors';
import type { Handlers } from '@showrunner/service';
import type { FastifyReply } from 'fastify';
import type { JobStore, Wished } from '../../jobs/job-store.ts';
import type { Job } from '../../jobs/job.ts';
import type { JobChanges } from '../../jobs/statements/change.ts';
import type { JsonMembers } from '../../json-members.ts';
import { readBody } from '../body/read-body.ts';
import { jobNotFound } from './job-not-found.ts';
import { jobSummaryView, jobView } from './job-view.ts';
import type { Once } from '../idempotency/once.ts';
import { pageOf } from '../pages-of-lists.ts';

export interface JobParts {
  readonly jobs: JobStore;
  readonly retentionDays: number;
  readonly once: Once;
}

/** Work and what was generated, the caller's workspace only. */
export function jobHandlers({ jobs, retentionDays, once }: JobParts): Handlers<typeof jobRoutes, Caller> {
  const shown = (job: Job, message: string) => ({ data: jobView(job, retentionDays), message });

  return {
    async listJobs({ caller: { workspace }, query }) {
      const { cursor, limit, ...filters } = query;
      const { rows, meta } = await pageOf(listName(workspace, filters), { cursor, limit }, (page) =>
        jobs.list(workspace, { ...filters, limit: page.limit, before: page.after }),
      );
      return { data: rows.map((job) => jobSummaryView(job, retentionDays)), meta, message: 'Jobs, newest first.' };
    },

    async getJob({ caller, path, reply }) {
      const job = (await jobs.find(caller.workspace, path.id)) ?? jobNotFound(path.id);
      const newest = await newestOf(job, jobs);
      if (newest !== undefined) void reply.header('etag', `"${newest}"`);
      return shown(job, 'Job found.');
    },

    async changeJob({ caller, path, request }) {
      const { value, members, ignored } = readBody(jobChanges, request);
      const job = await jobs.change(caller.workspace, path.id, { ...value, ...takenAway(members) });
      return { ...shown(job ?? jobNotFound(path.id), 'Job changed.'), meta: { ignored } };
    },

    async cancelJob({ caller, path }) {
      const job = (await jobs.cancel(caller.workspace, path.id)) ?? jobNotFound(path.id);
      return shown(job, job.state === 'cancelled' ? 'Job cancelled.' : `The job had ${job.state} already.`);
    },

    retryJob: (call) =>
      once.made(jobRoutes.retryJob, call, async (keep) => {
        const { caller, path, reply } = call;
        const goesOn = (job: Job) => {
          sendsAccepted(reply, job.id);
          return shown(job, 'The job goes on.');
        };
        const wished = await jobs.retry(caller.workspace, path.id, (job) => keep(goesOn(job)));
        return goesOn(doneOr(wished, path.id, nothingToGoOnWith));
      }),

    async deleteJob({ caller, path }) {
      doneOr(await jobs.remove(caller.workspace, path.id), path.id, stillAlive);
      return undefined;
    },
  };
}

/** What can be without a value, and is to be so: elsewhere in a body null counts as absent. */
function takenAway({ label, choices }: JsonMembers): Pick<JobChanges, 'label' | 'choices'> {
  return { ...(label === null ? { label } : {}), ...(choices === null ? { choices } : {}) };
}

/** A cursor belongs to whose list it is and what was asked of it. */
function listName(workspace: string, filters: object): string {
  return `jobs-${hash('sha256', JSON.stringify([workspace, filters]), 'base64url').slice(0, 12)}`;
}

/** Where the job can be asked for, and when that is worth it, in seconds. */
export function sendsAccepted(reply: FastifyReply, jobId: string): void {
  void reply.code(202).header('location', `/jobs/${jobId}`).header('retry-after', '2');
}

/** What a revision has to name in `If-Match`; unknown while the database is away. */
async function newestOf({ workspace, root }: Job, jobs: JobStore): Promise<string | undefined> {
  try {
    return await jobs.newestOf(workspace, root);
  } catch {
    return undefined;
  }
}

function doneOr(wished: Wished | undefined, id: string, conflict: (job: Job) => string): Job {
  const { job, isDone } = wished ?? jobNotFound(id);
  if (isDone) return job;
  throw ErrorTypes.BAD_REQUEST(
    conflict(job),
    { reason: 'conflict', state: job.state, job_id: job.id },
    { status: 409 },
  );
}

function nothingToGoOnWith({ state }: Job): string {
  return state === 'queued' || state === 'running'
    ? `The job is ${state}: it goes on by itself.`
    : 'The job has nothing to go on with: nothing is missing, or it was made before that was kept.';
}

function stillAlive({ state }: Job): string {
  return `The job is ${state}. Cancel it first.`;
}
