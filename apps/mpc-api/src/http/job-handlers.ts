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
    async getJob({ caller, path }) {
      const id = path.id.slice(0, 80);
      const job = await jobs.find(caller.workspace, id);
      if (!job) throw ErrorTypes.NOT_FOUND(`There is no job with the id "${id}".`, { id });
      return { data: jobView(job), message: 'Job found.' };
    },
  };
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
    attempts: job.attempts,
    created_at: job.createdAt,
    started_at: job.startedAt,
    finished_at: job.finishedAt,
  };
}
