import { z } from 'zod';

/** Which part of a list is asked for, in OpenAI's words. */
export function listQuery(most: number, usual: number) {
  const words = `must be a number from 1 to ${most}`;
  return {
    after: z.string('must be one id').optional(),
    limit: z.coerce.number(words).int(words).min(1, words).max(most, words).default(usual),
    order: z.enum(['asc', 'desc'], 'must be asc or desc').default('desc'),
  };
}
