import type { Kysely, Selectable } from 'kysely';
import type { JobEventsTable, JobsDatabase } from '../schema.ts';

export type StoredEvent = Selectable<JobEventsTable>;

/** Whose events are wanted: of one job, or of all jobs of a workspace. */
export interface EventsOf {
  readonly workspace: string;
  readonly jobId?: string | undefined;
}

/** Read in one go: a reader who comes late gets them page by page. */
export const EVENTS_AT_ONCE = 200;

/** What was told after an event, in the order in which it became visible. */
export function readEvents(
  query: Kysely<JobsDatabase>,
  { workspace, jobId }: EventsOf,
  after: number,
): Promise<StoredEvent[]> {
  let events = query.selectFrom('job_events').selectAll().where('workspace', '=', workspace).where('id', '>', after);
  if (jobId !== undefined) events = events.where('job_id', '=', jobId);
  return events.orderBy('id').limit(EVENTS_AT_ONCE).execute();
}

/** The id of the newest event of all. */
export async function lastEventId(query: Kysely<JobsDatabase>): Promise<number> {
  const { last_id } = await query.selectFrom('job_event_counter').select('last_id').executeTakeFirstOrThrow();
  return last_id;
}

/** Whether an event of that id was told of a job. */
export async function isEventOf(query: Kysely<JobsDatabase>, jobId: string, id: number): Promise<boolean> {
  const found = await query
    .selectFrom('job_events')
    .select('id')
    .where('id', '=', id)
    .where('job_id', '=', jobId)
    .executeTakeFirst();
  return found !== undefined;
}
