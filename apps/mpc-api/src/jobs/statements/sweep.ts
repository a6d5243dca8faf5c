import type { Expression, Kysely } from 'kysely';
import type { JobsDatabase } from '../schema.ts';

/** SQLite holds up every other request while it deletes, so it deletes a little at a time. */
export const DELETED_AT_ONCE = 200;

/** Ids of jobs, as a scalar subquery (`$asScalar()`) without null, that somebody still needs, whatever their age: a webhook that is under way, a key that may come again. */
export type NeededJobs = (query: Kysely<JobsDatabase>) => Expression<string>;

/**
 * Removes some of what ended before a time; gives how many. What waits, runs or is kept stays, and what is needed. The
 * rows of their results, answers and events go with them.
 */
export async function sweepJobs(
  query: Kysely<JobsDatabase>,
  endedBefore: Date,
  needed: readonly NeededJobs[],
): Promise<number> {
  let ended = query
    .selectFrom('jobs')
    .select('id')
    .where('finished_at', '<', endedBefore.toISOString())
    .where('state', 'not in', ['queued', 'running'])
    .where('kept', '=', 0)
    .limit(DELETED_AT_ONCE);
  for (const ids of needed) ended = ended.where('id', 'not in', ids(query));
  const { numDeletedRows } = await query.deleteFrom('jobs').where('id', 'in', ended).executeTakeFirst();
  return Number(numDeletedRows);
}
