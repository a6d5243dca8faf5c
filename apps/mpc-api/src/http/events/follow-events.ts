import type { FastifyRequest } from 'fastify';
import type { Job } from '../../jobs/job.ts';
import type { Jobs } from '../../jobs/open-jobs.ts';
import {
  EVENTS_AT_ONCE,
  isEventOf,
  readEvents,
  type EventsOf,
  type StoredEvent,
} from '../../jobs/events/read-events.ts';
import { nextLook } from '../../jobs/events/wait-for-end.ts';
import type { EventStream } from './event-stream.ts';
import { jobEnvelope } from '../jobs/job-envelope.ts';
import { jobView } from '../jobs/job-view.ts';

/** What stored events are told out of. */
export interface FollowParts {
  readonly work: Pick<Jobs, 'store' | 'database' | 'bell'>;
  readonly retentionDays: number;
}

/** A bell that was missed is made up for after this time. */
const LOOK_AT_LEAST_EVERY_MS = 5_000;

/** The id of the last event that a reader has; undefined where there is none or it is no id. */
export function resumedAt({ headers }: FastifyRequest): number | undefined {
  const given = headers['last-event-id'];
  return typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : undefined;
}

/** Behind which event a reader of one job goes on: from its first one, unless it has one of them. */
export async function resumedIn(jobId: string, request: FastifyRequest, { work }: FollowParts): Promise<number> {
  const resumed = resumedAt(request);
  const isKnown = resumed !== undefined && (await work.database.read((query) => isEventOf(query, jobId, resumed)));
  return isKnown ? resumed : 0;
}

/**
 * Sends what is told as it is told: of one job until that has ended, of a workspace until the reader leaves.
 *
 * @param over aborts when no more is to be sent
 */
export async function followEvents(
  events: EventsOf,
  after: number,
  { stream, over }: { readonly stream: EventStream; readonly over: AbortSignal },
  parts: FollowParts,
): Promise<void> {
  const { bell, store } = parts.work;
  let last = after;
  while (!over.aborted) {
    const rung = nextLook(bell, over, LOOK_AT_LEAST_EVERY_MS);
    const job = events.jobId === undefined ? undefined : await store.find(events.workspace, events.jobId);
    const page = await told(events, last, parts);
    for (const event of page) stream.send(event.name, await dataOf(event, parts), event.id);
    last = page.at(-1)?.id ?? last;
    if (page.length === EVENTS_AT_ONCE) continue;
    if (events.jobId !== undefined && (job === undefined || hasEnded(job))) break;
    await rung;
  }
}

/** Nothing while the database is away: who reads waits. */
export async function told(events: EventsOf, after: number, { work }: FollowParts): Promise<StoredEvent[]> {
  try {
    return await work.database.read((query) => readEvents(query, events, after));
  } catch {
    return [];
  }
}

export function hasEnded({ state }: Pick<Job, 'state'>): boolean {
  return state !== 'queued' && state !== 'running';
}

/** Results and cancelled jobs stand in the job itself. */
async function dataOf({ data, name, workspace, job_id: id, run }: StoredEvent, parts: FollowParts): Promise<string> {
  if (data !== null) return data;
  const job = await parts.work.store.find(workspace, id);
  if (job === undefined || job.run !== run || !hasEnded(job)) return JSON.stringify({ job_id: id, run });
  return JSON.stringify(name === 'result' ? jobEnvelope(job) : jobView(job, parts.retentionDays));
}
