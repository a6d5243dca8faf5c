import { z } from 'zod';

const jsonSchema = z.record(z.string(), z.unknown());

/** What can be asked for, and in which form. */
export const recipe = z.object({
  name: z.string().describe('As it stands in meta.recipe, jobs and scopes: `script`, `script.revise`.'),
  title: z.string(),
  description: z.string(),
  version: z.string().describe('Changes when input or output do.'),
  prompt_version: z.string().describe('Changes when what a model is asked does.'),
  path: z.string().describe('Where it is asked for, with POST.'),
  example: jsonSchema.describe('A body that works as it stands.'),
  input: jsonSchema.describe('The JSON Schema (2020-12) of the body, with the options that every recipe has.'),
  output: jsonSchema.describe("That of the answer's data."),
});
export type RecipeView = z.output<typeof recipe>;

const tokens = z.int().nullable();

/** A model that can write, as the gateway knows it. */
export const servedModel = z.object({
  name: z.string().describe('What `model` in a request takes.'),
  strategy: z.enum(['single', 'staged']).describe('One structured question, or small ones for a small model.'),
  price: z
    .object({ input: z.number(), output: z.number() })
    .nullable()
    .describe("US dollars a token, those of its dearest deployment; null where one's is not known."),
  limits: z
    .object({ input_tokens: tokens, output_tokens: tokens })
    .describe('Of one question; null where they are not known.'),
  languages: z
    .array(z.string())
    .optional()
    .describe('Tags of the languages in which it was found fit; absent where nobody measured.'),
});
export type ServedModel = z.output<typeof servedModel>;
