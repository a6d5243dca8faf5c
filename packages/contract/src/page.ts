import { z } from 'zod';
import { queryNumber } from './query-number.ts';

/** Which part of a list is wanted. */
export const pageQuery = z.object({
  limit: queryNumber(1, 200).default(50).describe('At most so many.'),
  cursor: z.string().min(1).max(500).optional().describe('`meta.next_cursor` of the page before.'),
});
export type PageQuery = z.output<typeof pageQuery>;

/** Where a list goes on. */
export const pageMeta = z.object({
  next_cursor: z.string().nullable().describe('What `cursor` takes to go on; null at the end.'),
});
export type PageMeta = z.output<typeof pageMeta>;
