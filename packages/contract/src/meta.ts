import { z } from 'zod';

/** One check with its figure: what was measured, what it is held against, and where. */
export const checkFigures = z.object({
  name: z.string(),
  ok: z.boolean(),
  severity: z
    .enum(['must', 'target', 'report'])
    .describe('What it means when it fails: no answer, an answer unless `strict`, or a report alone.'),
  outcome: z
    .enum(['fixed', 'dropped', 'replaced'])
    .optional()
    .describe('What code did, where it failed first and code made it right.'),
  message: z.string().describe('One sentence for people.'),
  value: z.union([z.number(), z.string()]).nullable(),
  limit: z.union([z.number(), z.string()]).nullable(),
  unit: z.string(),
  path: z.string().optional().describe('Where in the result: `scenes[2].narration`.'),
  removed: z.array(z.string()).readonly().optional().describe('The words that code took out there.'),
  scene_id: z.string().optional(),
  variant: z.int().optional().describe('Its index in data.variants, where there are several.'),
});

/** How a generated answer came to be. */
export const generationMeta = z.object({
  request_id: z.string(),
  job_id: z.string().nullable().describe('Under which it can be had again; null with store: false.'),
  client_ref: z.string().nullable().describe('As the request gave it.'),
  model_requested: z.string().nullable().describe('Null where no model is needed.'),
  model: z.string().nullable().describe('The one that served.'),
  recipe: z.string(),
  recipe_version: z.string(),
  prompt_version: z.string(),
  attempts: z.int().describe('Questions put to the model.'),
  repairs: z.int().describe('Rounds in which something was asked for again.'),
  tokens: z.object({ input: z.int(), output: z.int(), total: z.int() }),
  cost_usd: z.number().nullable().describe('US dollars; null where the price is not known.'),
  cache_hit: z.boolean(),
  checks: z.array(checkFigures),
  ignored: z.array(z.string()).describe('Members of the body that nobody knows, at most fifty.'),
  duration_ms: z.int(),
});

export type GenerationMeta = z.output<typeof generationMeta>;
