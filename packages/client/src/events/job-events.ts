import { ApiError } from '@showrunner/errors';
import { isObject, parseJson } from '../guards.ts';
import { pauseBefore } from '../retry-after.ts';
import { pause } from '../tries.ts';
import { streamed, type CallOptions, type Transport } from '../transport.ts';
import { serverEvents } from './server-events.ts';

/** What is told of a job: what a streamed answer tells, and at last `result`, `failed` or `cancelled`. */
export interface JobEvent {
  /** What `after` takes to go on behind it. */
  readonly id: string | undefined;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface JobEventOptions extends CallOptions {
  /** The id of the last event that is known; from the first one on where absent. */
  readonly after?: string;
}

/** With one of these a run of a job is over. */
const LAST = new Set(['result', 'failed', 'cancelled']);

/**
 * The events of a job, from the first one or behind a known one, until the job has ended. A stream that breaks or is
 * silent is gone on with behind the last event; when that has failed `maxRetries` times in a row, an `ApiError` names
 * the job.
 */
export function jobEvents(id: string, transport: Transport, options: JobEventOptions = {}): JobEvents {
  const path = `/jobs/${encodeURIComponent(id)}`;
  const followed = {
    path: `${path}/events`,
    isLast: ({ event }: JobEvent) => LAST.has(event),
    /** A server that stops ends its streams too; another one goes on with them. */
    hasEnded: async () => {
      const { state } = await transport.data<{ readonly state: string }>({ method: 'GET', path }, options);
      return state !== 'queued' && state !== 'running';
    },
    brokenOff: (after: string | undefined, cause: unknown) =>
      brokenOff(`The events of the job ${id} cannot be followed any more; the job itself goes on.`, cause, {
        job_id: id,
        after: after ?? null,
      }),
  };
  return follow(followed, transport, options);
}

/**
 * The events of all jobs of the workspace, until the caller leaves: behind a known one, or first an event `job` for each
 * that waits or runs. Broken and silent streams are gone on with, as those of one job.
 */
export function allJobEvents(transport: Transport, options: JobEventOptions = {}): JobEvents {
  const followed = {
    path: '/jobs/events',
    isLast: () => false,
    hasEnded: async () => false,
    brokenOff: (after: string | undefined, cause: unknown) =>
      brokenOff('The events of all jobs cannot be followed any more; the jobs themselves go on.', cause, {
        after: after ?? null,
      }),
  };
  return follow(followed, transport, options);
}

export type JobEvents = AsyncGenerator<JobEvent, void, undefined>;

/** What is followed, and when it is over. */
interface Followed {
  readonly path: string;
  readonly isLast: (event: JobEvent) => boolean;
  /** Asked where a stream ended without a last event. */
  readonly hasEnded: () => Promise<boolean>;
  readonly brokenOff: (after: string | undefined, cause: unknown) => ApiError;
}

async function* follow(
  { path, isLast, hasEnded, brokenOff: broken }: Followed,
  transport: Transport,
  { after, ...options }: JobEventOptions,
): JobEvents {
  let last = after;
  let fruitless = 0;
  for (;;) {
    try {
      for await (const told of oneStream(path, last, transport, options)) {
        // A server that tells the same again is as good as silent.
        if (told.id !== undefined && told.id === last) continue;
        fruitless = 0;
        last = told.id ?? last;
        yield told;
        if (isLast(told)) return;
      }
      if (await hasEnded()) return;
    } catch (cause) {
      options.signal?.throwIfAborted();
      if (ApiError.isInstance(cause) && !cause.isRetryable) throw cause;
      if (fruitless >= transport.maxRetries) throw broken(last, cause);
    }
    fruitless += 1;
    await pause(pauseBefore(fruitless, undefined), options.signal);
  }
}

async function* oneStream(
  path: string,
  after: string | undefined,
  transport: Transport,
  options: CallOptions,
): JobEvents {
  const response = await transport.open({ method: 'GET', path, ...streamed(after) }, options);
  for await (const { id: eventId, event, data } of serverEvents(response, transport.silenceMs, options.signal)) {
    const value = parseJson(data);
    if (isObject(value)) yield { id: eventId, event, data: value };
  }
}

function brokenOff(message: string, cause: unknown, details: Readonly<Record<string, unknown>>): ApiError {
  return new ApiError('SERVICE_UNAVAILABLE', { message, details, cause });
}
