import { z } from 'zod';
import { errorEnvelope, timestamp } from './envelopes.ts';
import { pageQuery } from './page.ts';
import { period, refuseBackwards } from './period.ts';

/** queued → running → succeeded | failed | cancelled. A plain answer is kept as a job that has already ended. */
const jobStates = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** A result has a few things of which one is chosen; lists of jobs show them. */
const MOST_CHOICES = 50;

/** What was chosen of a result, by index: the title, the concept. */
const jobChoices = z
  .record(z.string().max(40), z.int().min(0).max(1_000))
  .refine((choices) => Object.keys(choices).length <= MOST_CHOICES, {
    error: 'has too many members',
    params: { allowed: `at most ${MOST_CHOICES}` },
  });

/** A job as lists have it: everything but what can be long. */
export const jobSummary = z.object({
  id: z.string(),
  recipe: z.string(),
  state: z.enum(jobStates),
  run: z.int().describe('1, and one more with each retry.'),
  attempts: z.int().describe('How many times a worker has started it in this run.'),
  progress: z.object({ done: z.int(), total: z.int(), label: z.string() }),
  missing: z.array(z.unknown()).describe('Parts that could not be made, `{recipe, error}`; a retry goes on with them.'),
  meta: z.unknown().describe('What the plain answer has in `meta`; null until there is one.'),
  error: errorEnvelope.shape.error.nullable(),
  client_ref: z.string().nullable(),
  label: z.string().nullable().describe('What its owner calls it.'),
  kept: z.boolean().describe('Whether it stays until it is deleted.'),
  choices: jobChoices.nullable().describe('What was chosen of the result, by index: `{"title": 1}`.'),
  revision_of: z.string().nullable().describe('The job that it revises.'),
  root: z.string().describe('The first job of its chain of revisions, itself where there is none.'),
  created_at: timestamp,
  started_at: timestamp.nullable(),
  finished_at: timestamp.nullable(),
  expires_at: timestamp.nullable().describe('When it will be removed; null while it lives or is kept.'),
});

export type JobSummary = z.output<typeof jobSummary>;

/** A piece of work and what came of it; plain answers are kept as jobs too. */
export const job = jobSummary.extend({
  input: z.unknown().describe('The body as it was asked.'),
  result: z.unknown().describe('What the plain answer has in `data`; null until there is one.'),
  partial: z.unknown().describe('What there is of the result while there is none; a retry goes on from it.'),
});

export type Job = z.output<typeof job>;

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** What `GET /jobs` can be asked for, as it stands in the address. */
export const jobsQuery = z
  .object({
    q: z.string().max(200).optional().describe('Words of the prompt, the title or the label.'),
    state: z.enum(jobStates).optional(),
    recipe: z.string().max(80).optional(),
    ...period,
    root: z.string().min(1).max(80).optional().describe('The first job of a chain of revisions.'),
    kept: flag.optional(),
    ...pageQuery.shape,
  })
  .superRefine(refuseBackwards);

export type JobsQuery = z.output<typeof jobsQuery>;

/** What `PATCH /jobs/{id}` changes: what is left out stays, null takes it away. */
export const jobChanges = z.object({
  kept: z.boolean().optional(),
  label: z.string().trim().min(1).max(200).nullable().optional(),
  choices: jobChoices.nullable().optional(),
});
