import { z } from 'zod';
import { period, refuseBackwards } from './period.ts';

/** What usage can be summed by. */
const usageGroups = ['day', 'key', 'recipe', 'model'] as const;
export type UsageBy = (typeof usageGroups)[number];

/** Which usage is wanted, as it stands in the address. */
export const usageQuery = z
  .object({
    ...period,
    by: z
      .string()
      .transform((text) => text.split(',').map((name) => name.trim()))
      .pipe(
        z
          .array(z.enum(usageGroups))
          .min(1)
          .refine((names) => new Set(names).size === names.length, {
            error: 'names one of them twice',
            params: { allowed: `each once: ${usageGroups.join(', ')}` },
          }),
      )
      .prefault('day')
      .describe('What each row is of, between commas: `day`, `key`, `recipe`, `model`.'),
  })
  .superRefine(refuseBackwards);
export type UsageQuery = z.output<typeof usageQuery>;

const sums = {
  tokens: z.object({ input: z.int(), output: z.int(), total: z.int() }),
  cost_usd: z.number().describe('US dollars, as far as they are known.'),
  count: z.int().describe('Generations, not questions; each counts with its first one.'),
  unpriced: z.int().describe('Questions whose cost is not known, and not in `cost_usd`.'),
};

/** What was used, in the order of the groups. */
export const usage = z.object({
  rows: z.array(
    z.object({
      day: z.string().optional().describe('In UTC: `2026-03-29`.'),
      key: z.string().optional().describe('Its id.'),
      recipe: z.string().optional(),
      model: z.string().nullable().optional().describe('The one that served; null where none was needed.'),
      ...sums,
    }),
  ),
  total: z.object(sums),
});
export type UsageView = z.output<typeof usage>;
