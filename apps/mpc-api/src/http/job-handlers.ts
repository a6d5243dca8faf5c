import type { Caller } from '@showrunner/access';
import type { Job as JobView, jobRoutes } from '@showrunner/contract';
import { ErrorTypes } from '@showrunner/errors';
import type { Handlers } from '@showrunner/service';
import type { Job } from '../jobs/job.ts';
import type { JobStore } from '../jobs/job-store.ts';

/** What was generated, the caller's own only. */
export function jobHandlers(jobs: JobStore): Handlers<typeof jobRoutes, Caller> {
  return {
    async listJobs({ caller, query }) {
      const found = await jobs.list(caller.workspace, query);
      return { data: found.map(jobView), message: 'Jobs, newest first.' };
    },
    async getJob({ caller, path, reply }) {
      const id = path.id.slice(0, 80);
      const job = await jobs.find(caller.workspace, id);
      if (!job) throw ErrorTypes.NOT_FOUND(`There is no job with the id "${id}".`, { id });
      const newest = await newestOf(job, jobs);
      if (newest !== undefined) void reply.header('etag', `"${newest}"`);
      return { data: jobView(job), message: 'Job found.' };
    },
  };
}

/** What a revision has to name in `If-Match`; unknown while the database is away. */
async function newestOf({ workspace, id, revision }: Job, jobs: JobStore): Promise<string | undefined> {
  try {
    return await jobs.newestOf(workspace, revision?.root ?? id);
  } catch {
    return undefined;
  }
}

function jobView(job: Job): JobView {
  return {
    id: job.id,
    recipe: job.recipe,
    state: job.state,
    progress: job.progress,
    result: job.result,
    error: job.error,
    client_ref: job.clientRef,
    revision_of: job.revision?.of ?? null,
    root: job.revision?.root ?? job.id,
    attempts: job.attempts,
    created_at: job.createdAt,
    started_at: job.startedAt,
    finished_at: job.finishedAt,
  };
}
