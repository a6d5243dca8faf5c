import { revises, type Operation } from '@showrunner/recipes';
import { z } from 'zod';

/** What every recipe takes beside its own input. */
export const generationOptions = z.object({
  model: z.string().trim().min(1).max(200).optional().describe('A model or model group of the gateway.'),
  temperature: z.number().min(0).max(2).optional(),
  seed: z.int().optional().describe('Makes choices reproducible, and the model where it can be.'),
  max_cost: z.number().positive().optional().describe('US dollars that the answer may cost.'),
  variants: z.int().min(1).max(5).optional().describe('How many whole results that differ; all are in data.variants.'),
  deadline_ms: z
    .int()
    .min(1)
    .max(7_200_000)
    .optional()
    .describe(
      'Milliseconds until the request is given up: 120,000, and 120,000 more for each ten minutes of speech that are asked for; from 600,000 on for small models and for jobs.',
    ),
  allow_weak_language: z
    .boolean()
    .optional()
    .describe(
      'When on, a model writes in a language for which it was not found fit, with a finding; else that is 422 before anything is asked.',
    ),
  strict: z
    .boolean()
    .optional()
    .describe('When on, a result that misses a target is GENERATION_FAILED instead of delivered with that finding.'),
  stream: z
    .boolean()
    .optional()
    .describe('Server-sent events: start, progress, scene, part, check, then result or failed.'),
  cache: z.boolean().optional().describe('When off, the model is asked again although an answer is kept.'),
  store: z.boolean().optional().describe('When off, no job is kept, so that no id can be used later.'),
  async: z
    .boolean()
    .optional()
    .describe('When on, the answer is 202 with a job, stored before that; workers carry it out.'),
  webhook_url: z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .optional()
    .describe(
      'Where the end of the work is told (Standard Webhooks 1.0): the answer is 202 with a job. An http or https address on a public network.',
    ),
  preset: z.string().min(1).max(80).optional().describe('The id of one, which fills in what the body leaves out.'),
  client_ref: z.string().max(255).optional().describe('Comes back in meta and in the job.'),
});

export type GenerationOptions = z.output<typeof generationOptions>;

/** A revision is one result. */
export const revisionOptions = generationOptions.omit({ variants: true });

/** What an operation takes beside its own input. */
export function optionsOf(operation: Pick<Operation, 'references'>): typeof generationOptions | typeof revisionOptions {
  return revises(operation) ? revisionOptions : generationOptions;
}
