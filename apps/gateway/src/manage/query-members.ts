import { z } from 'zod';

/** What of a query is a text: an id, an alias. */
export const queryText = z.string('must be one short text').max(512, 'must be one short text').optional();

export const pageNumber = z.coerce
  .number('must be a whole number of at least 1')
  .int('must be a whole number of at least 1')
  .min(1, 'must be a whole number of at least 1')
  .max(1_000_000, 'must be at most 1000000')
  .default(1);

/** LiteLLM's own bound and number. */
export const pageSize = z.coerce
  .number('must be a whole number of at least 1')
  .int('must be a whole number of at least 1')
  .min(1, 'must be a whole number of at least 1')
  .max(100, 'must be at most 100')
  .default(10);

const UP_TO_A_THOUSAND = 'must be a whole number of 1 to 1000';

/** How many entries of a longer list one answer has, where LiteLLM gives up to a thousand. */
export const upToAThousand = z.coerce
  .number(UP_TO_A_THOUSAND)
  .int(UP_TO_A_THOUSAND)
  .min(1, UP_TO_A_THOUSAND)
  .max(1_000, UP_TO_A_THOUSAND);

/** Parameters of LiteLLM's that choose or order something, and by which nothing here goes: an answer would say that it did. */
export function unservedQuery<Name extends string>(names: readonly Name[]): Record<Name, typeof unserved> {
  return Object.fromEntries(names.map((name) => [name, unserved])) as Record<Name, typeof unserved>;
}

const unserved = z
  .string()
  .refine((value) => value === 'false', 'is not served by this gateway, and nothing would go by it')
  .optional();

/** A switch, as FastAPI reads one in a query. */
export const queryFlag = z.stringbool({ error: 'must be true or false' }).optional();
