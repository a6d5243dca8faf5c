import { z } from 'zod';

/** One entry of the list of models. */
export const listedModel = z.object({
  id: z.string(),
  object: z.literal('model'),
  created: z.int(),
  owned_by: z.string(),
  /** What it is for, in LiteLLM's words: `chat`, `embedding`. */
  mode: z.string(),
  max_input_tokens: z.number().optional(),
  max_output_tokens: z.number().optional(),
  /** Which groups stand in for it, where that is asked for. */
  metadata: z.object({ fallbacks: z.array(z.string()) }).optional(),
});

export type ListedModel = z.output<typeof listedModel>;
