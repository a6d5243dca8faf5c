import type { Kysely } from 'kysely';
import type { Owned } from './owned.ts';
import type { JobsDatabase } from './schema.ts';

/** A claim that is alive, and how much of its deadline it has used. */
export interface Alive extends Owned {
  readonly spentMs: number;
}

export interface Beat {
  /** When the claims end unless they are heard of again. */
  readonly until: Date;
  /** Whether the worker is stopping. */
  readonly isLeaving: boolean;
}

/** Says that claims live for so much longer. Gives those that have ended meanwhile. */
export async function beat(
  query: Kysely<JobsDatabase>,
  alive: readonly Alive[],
  { until, isLeaving }: Beat,
): Promise<Owned[]> {
  const lost: Owned[] = [];
  for (const { id, claim, spentMs } of alive) {
    const { numUpdatedRows } = await query
      .updateTable('jobs')
      .set({ lease_expires_at: until.toISOString(), spent_ms: Math.round(spentMs), leaving: Number(isLeaving) })
      .where('id', '=', id)
      .where('claim', '=', claim)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) lost.push({ id, claim });
  }
  return lost;
}
