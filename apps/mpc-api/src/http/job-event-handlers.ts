import type { Caller } from '@showrunner/access';
import type { jobEventRoutes } from '@showrunner/contract';
import { successResponse } from '@showrunner/errors';
import type { Handlers } from '@showrunner/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Admission } from '../admit/admit.ts';
import type { Job } from '../jobs/job.ts';
import type { Jobs } from '../jobs/open-jobs.ts';
import {
  EVENTS_AT_ONCE,
  isEventOf,
  lastEventId,
  readEvents,
  type EventsOf,
  type StoredEvent,
} from '../jobs/read-events.ts';
import { nextLook } from '../jobs/wait-for-end.ts';
import { endWithKey } from './end-with-key.ts';
import { openEventStream, type EventStream } from './event-stream.ts';
import { jobNotFound } from './job-not-found.ts';
import { jobSummaryView, jobView } from './job-view.ts';

export interface JobEventParts {
  readonly work: Pick<Jobs, 'store' | 'database' | 'bell'>;
  readonly admission: Admission;
  readonly retentionDays: number;
  /** Aborts when the server begins to stop: who reads then goes on with another one. */
  readonly draining: AbortSignal;
}

/** A bell that was missed is made up for after this time. */
const LOOK_AT_LEAST_EVERY_MS = 5_000;
/** When those come again whom a server that stops has sent away. */
const COME_AGAIN_MS = 1_000;

/** What is told of jobs, as streams that can be gone on with. */
export function jobEventHandlers(parts: JobEventParts): Handlers<typeof jobEventRoutes, Caller> {
  const { store, database } = parts.work;

  return {
    async getJobEvents({ caller, path, request, reply }) {
      const job = (await store.find(caller.workspace, path.id)) ?? jobNotFound(path.id);
      const events = { workspace: caller.workspace, jobId: job.id };
      const resumed = resumedAt(request);
      const isKnown = resumed !== undefined && (await database.read((query) => isEventOf(query, job.id, resumed)));
      const after = isKnown ? resumed : 0;
      // What has ended has told all: a browser that comes again is to stay away.
      if (hasEnded(job) && (await told(events, after, parts)).length === 0) return reply.code(204).send();
      return follow(events, after, openStream(request, reply, parts), parts);
    },

    async getEvents({ caller: { workspace }, request, reply }) {
      const last = await database.read(lastEventId);
      const resumed = resumedAt(request);
      const stream = openStream(request, reply, parts);
      if (resumed !== undefined && resumed > 0 && resumed <= last) return follow({ workspace }, resumed, stream, parts);
      await sendAlive(workspace, stream, parts);
      return follow({ workspace }, last, stream, parts);
    },
  };
}

/** The id of the last event that a reader has; undefined where there is none or it is no id. */
function resumedAt({ headers }: FastifyRequest): number | undefined {
  const given = headers['last-event-id'];
  return typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : undefined;
}

function openStream(request: FastifyRequest, reply: FastifyReply, { admission }: JobEventParts): EventStream {
  const stream = openEventStream(reply, {
    onHeartbeat: endWithKey(admission, { request, scope: 'jobs:read' }, () => stream.end()),
  });
  return stream;
}

/** Sends what is told as it is told: of one job until that has ended, of a workspace until the reader leaves. */
async function follow(
  events: EventsOf,
  after: number,
  stream: EventStream,
  parts: JobEventParts,
): Promise<FastifyReply> {
  const { bell, store } = parts.work;
  const { draining } = parts;
  const over = AbortSignal.any([stream.closed, draining]);
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
  if (draining.aborted) stream.comeAgain(COME_AGAIN_MS);
  stream.end();
  return stream.reply;
}

/** Nothing while the database is away: who reads waits. */
async function told(events: EventsOf, after: number, { work }: JobEventParts): Promise<StoredEvent[]> {
  try {
    return await work.database.read((query) => readEvents(query, events, after));
  } catch {
    return [];
  }
}

/** Results and cancelled jobs stand in the job itself. */
async function dataOf({ data, name, workspace, job_id: id, run }: StoredEvent, parts: JobEventParts): Promise<string> {
  if (data !== null) return data;
  const job = await parts.work.store.find(workspace, id);
  if (job === undefined || job.run !== run || !hasEnded(job)) return JSON.stringify({ job_id: id, run });
  return JSON.stringify(
    name === 'result'
      ? { ...successResponse(job.result, 'Done.'), meta: job.meta, timestamp: job.finishedAt }
      : jobView(job, parts.retentionDays),
  );
}

/** What is alive, for a reader who begins: events without ids, since nothing can be gone on from there. */
async function sendAlive(workspace: string, stream: EventStream, parts: JobEventParts): Promise<void> {
  for (const state of ['running', 'queued'] as const)
    for (const job of await parts.work.store.list(workspace, { state, limit: 200 }))
      stream.send('job', JSON.stringify({ job_id: job.id, ...jobSummaryView(job, parts.retentionDays) }));
}

function hasEnded({ state }: Job): boolean {
  return state !== 'queued' && state !== 'running';
}
