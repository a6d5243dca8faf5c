import { z } from 'zod';

/** What a request would ask and cost, where nothing has to be put right. */
export const estimate = z.object({
  asks: z.int().describe('Questions that would be put to the model.'),
  tokens: z.object({ input: z.int(), output: z.int() }),
  cost_usd: z.number().nullable().describe('US dollars; null where the price is not known.'),
  seconds: z
    .number()
    .nullable()
    .describe('At the speed at which the model answered last; null where it has not answered this server yet.'),
});
export type Estimate = z.output<typeof estimate>;

/** What an estimate is for. */
export const estimateMeta = z.object({
  request_id: z.string(),
  client_ref: z.string().nullable().describe('As the request gave it.'),
  model_requested: z.string().nullable().describe('Null where no model is needed.'),
  strategy: z.enum(['single', 'staged']).describe('One structured question, or small ones for a small model.'),
  recipe: z.string(),
  recipe_version: z.string(),
  prompt_version: z.string(),
  ignored: z.array(z.string()).describe('Members of the body that nobody knows, at most fifty.'),
});
export type EstimateMeta = z.output<typeof estimateMeta>;
