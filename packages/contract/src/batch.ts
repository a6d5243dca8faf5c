import { operations } from '@showrunner/recipes';
import { z } from 'zod';
import { timestamp } from './envelopes.ts';
import { generationOptions } from './generation-options.ts';
import { job } from './job.ts';

/** Most of what one batch holds (content-api.md, "Endpoints"). */
const MOST_ITEMS = 1_000;

const recipeName = z.enum(operations.map(({ name }) => name) as [string, ...string[]]);

/** One request of a batch. */
export const batchItemInput = z.object({
  recipe: recipeName,
  input: z
    .record(z.string(), z.unknown())
    .describe('The body that the recipe takes; `stream` and `async` mean nothing in it.'),
  client_ref: generationOptions.shape.client_ref,
});

/** Many requests as one: accepted whole or not at all. */
export const batchInput = z.object({
  items: z.array(batchItemInput).min(1).max(MOST_ITEMS),
  previous_titles: z
    .array(z.string().trim().min(1).max(500))
    .max(500)
    .optional()
    .describe('Titles that those of all items must differ from, beside what an item says itself.'),
  webhook_url: generationOptions.shape.webhook_url.describe(
    'Where it is told once that all items have ended. That of an item is told of that item.',
  ),
});
export type BatchInput = z.output<typeof batchInput>;

const { state: jobState } = job.shape;

const batchCounts = z.object({
  queued: z.int(),
  running: z.int(),
  succeeded: z.int(),
  failed: z.int(),
  cancelled: z.int(),
});
export type BatchCounts = z.output<typeof batchCounts>;

/** A batch as lists have it. */
export const batchSummary = z.object({
  id: z.string(),
  state: z.enum(['queued', 'running', 'completed']).describe('completed: every item has ended, well or not.'),
  counts: batchCounts.describe('Items by their states; they add up to all of them.'),
  created_at: timestamp,
  completed_at: timestamp.nullable().describe('When every item had ended for the first time.'),
});
export type BatchSummaryView = z.output<typeof batchSummary>;

export const batch = batchSummary.extend({
  items: z.array(
    z.object({
      index: z.int(),
      job_id: z.string().describe('The job, with its result or its error; one that was removed is 404.'),
      client_ref: z.string().nullable(),
      recipe: z.string(),
      state: jobState.describe('That of the job; its last one where that was removed.'),
    }),
  ),
});
export type BatchView = z.output<typeof batch>;
