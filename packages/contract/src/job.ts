import { z } from 'zod';
import { errorEnvelope, timestamp } from './envelopes.ts';

/** queued → running → succeeded | failed | cancelled. A plain answer is kept as a job that has already ended. */
const jobStates = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** A piece of work and what came of it; plain answers are kept as jobs too. */
export const job = z.object({
  id: z.string(),
  recipe: z.string(),
  state: z.enum(jobStates),
  progress: z.object({ done: z.int(), total: z.int(), label: z.string() }),
  result: z.unknown().describe('What the plain answer has in `data`; null until there is one.'),
  error: errorEnvelope.shape.error.nullable(),
  client_ref: z.string().nullable(),
  revision_of: z.string().nullable().describe('The job that it revises.'),
  root: z.string().describe('The first job of its chain of revisions, itself where there is none.'),
  attempts: z.int(),
  created_at: timestamp,
  started_at: timestamp.nullable(),
  finished_at: timestamp.nullable(),
});

/** What `GET /jobs` can be asked for, as it stands in the address. */
export const jobsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  before: z.string().max(80).optional().describe('The id to go on from.'),
  state: z.enum(jobStates).optional(),
  recipe: z.string().max(80).optional(),
});

export type JobsQuery = z.output<typeof jobsQuery>;

export type Job = z.output<typeof job>;
