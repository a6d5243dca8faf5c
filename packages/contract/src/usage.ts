import { z } from 'zod';

/** What usage can be summed by. */
const usageGroups = ['day', 'key', 'recipe', 'model'] as const;
export type UsageBy = (typeof usageGroups)[number];

const bound = z.string().min(1).max(40).optional();

/** Which usage is wanted, as it stands in the address. */
export const usageQuery = z.object({
  from: bound.describe(
    'A date in UTC (`2026-03-29`) or an instant (`2026-03-29T01:00:00+02:00`); from the first one where absent.',
  ),
  to: bound.describe('A date, which is included, or an instant, which is not; to the last one where absent.'),
  by: z
    .string()
    .transform((text) => text.split(',').map((name) => name.trim()))
    .pipe(
      z
        .array(z.enum(usageGroups))
        .min(1)
        .refine((names) => new Set(names).size === names.length, { error: 'each of them once' }),
    )
    .prefault('day')
    .describe('What each row is of, between commas: `day`, `key`, `recipe`, `model`.'),
});
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
