import { jobsQuery } from '@showrunner/contract';
import type { JobsQuery } from '@showrunner/contract';
import { ErrorTypes, invalidInput, successResponse } from '@showrunner/errors';
import { readInput } from '@showrunner/recipes';
import type { FastifyInstance } from 'fastify';
import type { Admission } from '../admit/admit.ts';
import { admitting } from './admitting.ts';
import type { Job } from '../jobs/job.ts';
import type { JobStore } from '../jobs/job-store.ts';

export interface JobRouteParts {
  readonly admission: Admission;
  readonly jobs: JobStore;
}

/** `GET /jobs` and `GET /jobs/{id}`: what was generated, the caller's own only. */
export function registerJobRoutes(app: FastifyInstance, { admission, jobs }: JobRouteParts): void {
  const onRequest = admitting(admission, 'jobs:read');

  app.get('/jobs', { onRequest }, async (request) => {
    const page = readPage(request.query as Record<string, unknown>);
    const found = await jobs.list(request.caller.workspace, page);
    return successResponse(found.map(jobView), 'Jobs, newest first.', {});
  });

  app.get<{ Params: { id: string } }>('/jobs/:id', { onRequest }, async (request) => {
    const id = request.params.id.slice(0, 80);
    const job = await jobs.find(request.caller.workspace, id);
    if (!job) throw ErrorTypes.NOT_FOUND(`There is no job with the id "${id}".`, { id });
    return successResponse(jobView(job), 'Job found.', {});
  });
}

function readPage(query: Record<string, unknown>): JobsQuery {
  const read = readInput({ input: jobsQuery }, query);
  if (read.kind !== 'read') throw invalidInput(read.issues);
  return read.input;
}

function jobView(job: Job) {
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
