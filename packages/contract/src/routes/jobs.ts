import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';
import { job, jobsQuery } from '../job.ts';

/** What was generated, the caller's own only. */
export const jobRoutes = {
  listJobs: {
    method: 'get',
    path: '/jobs',
    tag: 'Jobs',
    summary: 'List what was generated, newest first',
    scope: 'jobs:read',
    query: jobsQuery,
    answer: { kind: 'envelope', name: 'Jobs', data: z.array(job) },
    errors: ['VALIDATION_ERROR'],
    sdk: 'jobs.list',
  },
  getJob: {
    method: 'get',
    path: '/jobs/{id}',
    tag: 'Jobs',
    summary: 'Read one job and its result',
    scope: 'jobs:read',
    answer: { kind: 'envelope', name: 'Job', data: job },
    errors: ['NOT_FOUND'],
    sdk: 'jobs.get',
  },
} as const satisfies RouteTable;
