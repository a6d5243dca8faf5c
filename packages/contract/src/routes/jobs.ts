import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';
import { ignoredMeta } from '../key.ts';
import { pageMeta } from '../page.ts';
import { job, jobChanges, jobsQuery, jobSummary } from '../job.ts';

const read = { tag: 'Jobs', scope: 'jobs:read' } as const;
const write = { tag: 'Jobs', scope: 'jobs:write' } as const;
const one = { kind: 'envelope', name: 'Job', data: job } as const;

/** What is told of jobs, as server-sent events: stored, with ids by which a reader goes on where a stream broke. */
export const jobEventRoutes = {
  getEvents: {
    ...read,
    method: 'get',
    path: '/jobs/events',
    summary: 'Follow all jobs of the workspace',
    description:
      'Server-sent events of all jobs as they come. `Last-Event-ID` goes on behind an event; without one, or with one that means nothing, first an event `job` without an id for each job that waits or runs.',
    answer: { kind: 'text', mediaType: 'text/event-stream' },
    errors: [],
  },
  getJobEvents: {
    ...read,
    method: 'get',
    path: '/jobs/{id}/events',
    summary: 'Follow one job until it ends',
    description:
      'Server-sent events from the first one on, or behind `Last-Event-ID`: those of a streamed answer, the last one `result`, `failed` or `cancelled`. 204 where a job has ended and nothing follows.',
    answer: {
      kind: 'text',
      mediaType: 'text/event-stream',
      orNothing: 'The job has ended, and nothing follows.',
    },
    errors: ['NOT_FOUND'],
  },
} as const satisfies RouteTable;

/** Work that was asked for and what was generated, those of the caller's workspace only. */
export const jobRoutes = {
  listJobs: {
    ...read,
    method: 'get',
    path: '/jobs',
    summary: 'List what was generated, newest first',
    query: jobsQuery,
    answer: { kind: 'envelope', name: 'Jobs', data: z.array(jobSummary), meta: pageMeta },
    errors: ['VALIDATION_ERROR'],
    sdk: 'jobs.list',
  },
  getJob: {
    ...read,
    method: 'get',
    path: '/jobs/{id}',
    summary: 'Read one job and its result',
    answer: one,
    errors: ['NOT_FOUND'],
    sdk: 'jobs.get',
  },
  changeJob: {
    ...write,
    method: 'patch',
    path: '/jobs/{id}',
    summary: 'Keep a job, name it, or note what was chosen of it',
    body: { name: 'JobChanges', schemas: [jobChanges], example: { kept: true, label: 'Espresso, final' } },
    answer: { ...one, meta: ignoredMeta },
    errors: ['NOT_FOUND', 'VALIDATION_ERROR'],
    sdk: 'jobs.change',
  },
  cancelJob: {
    ...write,
    method: 'post',
    path: '/jobs/{id}/cancel',
    summary: 'Cancel a job',
    description:
      'Ends a job that has not ended; what was made of it stays in `partial`. One that has ended stays as it is: the same call can be sent as often as one likes.',
    answer: one,
    errors: ['NOT_FOUND'],
    sdk: 'jobs.cancel',
  },
  retryJob: {
    ...write,
    method: 'post',
    path: '/jobs/{id}/retry',
    summary: 'Go on with a job that failed, was cancelled or misses parts',
    description:
      'Begins the next run from what was answered so far: nothing that was answered is asked again. 202 with the job; 409 where there is nothing to go on with.',
    answer: { ...one, status: 202 },
    once: true,
    errors: ['NOT_FOUND', 'conflict'],
    sdk: 'jobs.retry',
  },
  deleteJob: {
    ...write,
    method: 'delete',
    path: '/jobs/{id}',
    summary: 'Remove a job that has ended',
    description: 'Answers 204, and 409 while the job lives: cancel it first.',
    answer: { kind: 'nothing' },
    errors: ['NOT_FOUND', 'conflict'],
    sdk: 'jobs.delete',
  },
} as const satisfies RouteTable;
