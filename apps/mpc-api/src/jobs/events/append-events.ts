import { sql, type Transaction } from 'kysely';
import type { JobsDatabase } from '../schema.ts';

/** Something to be told of a job. */
export interface NewEvent {
  readonly jobId: string;
  readonly workspace: string;
  readonly run: number;
  readonly name: string;
  /** One line of JSON; null where the job itself holds it. */
  readonly data: string | null;
}

/**
 * Stores events under ids that rise in the order in which they become visible: the counter's row stays locked until the
 * transaction ends, which is why this stands last in one.
 */
export async function appendEvents(
  transaction: Transaction<JobsDatabase>,
  events: readonly NewEvent[],
  at: Date,
): Promise<void> {
  if (events.length === 0) return;
  const { last_id: last } = await transaction
    .updateTable('job_event_counter')
    .set({ last_id: sql<number>`last_id + ${events.length}` })
    .returning('last_id')
    .executeTakeFirstOrThrow();
  const rows = events.map(({ jobId: job_id, ...event }, index) => ({
    ...event,
    job_id,
    id: last - events.length + 1 + index,
    created_at: at.toISOString(),
  }));
  await transaction.insertInto('job_events').values(rows).execute();
}
