import type { Caller } from '@showrunner/access';
import type { jobEventRoutes } from '@showrunner/contract';
import type { Handlers } from '@showrunner/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Admission } from '../../admit/admit.ts';
import type { JobSummary } from '../../jobs/job.ts';
import { lastEventId, type EventsOf } from '../../jobs/events/read-events.ts';
import { endWithKey } from '../generate/end-with-key.ts';
import { openEventStream, type EventStream } from './event-stream.ts';
import { followEvents, hasEnded, resumedAt, resumedIn, told, type FollowParts } from './follow-events.ts';
import { jobNotFound } from '../jobs/job-not-found.ts';
import { jobSummaryView } from '../jobs/job-view.ts';

export interface JobEventParts extends FollowParts {
  readonly admission: Admission;
  /** Aborts when the server begins to stop: who reads then goes on with another one. */
  readonly draining: AbortSignal;
}

/** When those come again whom a server that stops has sent away. */
const COME_AGAIN_MS = 1_000;

/** What is told of jobs, as streams that can be gone on with. */
export function jobEventHandlers(parts: JobEventParts): Handlers<typeof jobEventRoutes, Caller> {
  const { store, database } = parts.work;

  return {
    async getJobEvents({ caller, path, request, reply }) {
      const job = (await store.find(caller.workspace, path.id)) ?? jobNotFound(path.id);
      const events = { workspace: caller.workspace, jobId: job.id };
      const after = await resumedIn(job.id, request, parts);
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

function openStream(request: FastifyRequest, reply: FastifyReply, { admission }: JobEventParts): EventStream {
  const stream = openEventStream(reply, {
    onHeartbeat: endWithKey(admission, { request, scope: 'jobs:read' }, () => stream.end()),
  });
  return stream;
}

async function follow(
  events: EventsOf,
  after: number,
  stream: EventStream,
  parts: JobEventParts,
): Promise<FastifyReply> {
  const { draining } = parts;
  const over = AbortSignal.any([stream.closed, draining]);
  await followEvents(events, after, { stream, over }, parts);
  if (draining.aborted) stream.comeAgain(COME_AGAIN_MS);
  stream.end();
  return stream.reply;
}

/** Jobs that are read at once for a reader who begins. */
const ALIVE_AT_ONCE = 200;

/** What is alive, for a reader who begins: events without ids, since nothing can be gone on from there. */
async function sendAlive(workspace: string, stream: EventStream, parts: JobEventParts): Promise<void> {
  for (const state of ['running', 'queued'] as const) {
    let page: JobSummary[] = [];
    do {
      page = await parts.work.store.list(workspace, { state, limit: ALIVE_AT_ONCE, before: page.at(-1)?.id });
      for (const job of page)
        stream.send('job', JSON.stringify({ job_id: job.id, ...jobSummaryView(job, parts.retentionDays) }));
    } while (page.length === ALIVE_AT_ONCE && !stream.closed.aborted);
  }
}
