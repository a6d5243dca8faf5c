import { ErrorTypes, invalidInput, successResponse } from '@showrunner/errors';
import { readInput } from '@showrunner/recipes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
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
    const found = await jobs.list(request.principal.tenant, page);
    return successResponse(found.map(jobView), 'Jobs, newest first.', {});
  });

  app.get<{ Params: { id: string } }>('/jobs/:id', { onRequest }, async (request) => {
    const id = request.params.id.slice(0, 80);
    const job = await jobs.find(request.principal.tenant, id);
    if (!job) throw ErrorTypes.NOT_FOUND(`There is no job with the id "${id}".`, { id });
    return successResponse(jobView(job), 'Job found.', {});
  });
}

const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  before: z.string().max(80).optional(),
  state: z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']).optional(),
  recipe: z.string().max(80).optional(),
});

function readPage(query: Record<string, unknown>): z.infer<typeof pageQuery> {
  const read = readInput({ input: pageQuery }, query);
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
