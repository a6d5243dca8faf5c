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
export async function* jobEvents(
  id: string,
  transport: Transport,
  { after, ...options }: JobEventOptions = {},
): AsyncGenerator<JobEvent, void, undefined> {
  let last = after;
  let fruitless = 0;
  for (;;) {
    try {
      for await (const told of oneStream(id, last, transport, options)) {
        // A server that tells the same again is as good as silent.
        if (told.id !== undefined && told.id === last) continue;
        fruitless = 0;
        last = told.id ?? last;
        yield told;
        if (LAST.has(told.event)) return;
      }
      if (await hasEnded(id, transport, options)) return;
    } catch (cause) {
      options.signal?.throwIfAborted();
      if (ApiError.isInstance(cause) && !cause.isRetryable) throw cause;
      if (fruitless >= transport.maxRetries) throw brokenOff(id, last, cause);
    }
    fruitless += 1;
    await pause(pauseBefore(fruitless, undefined), options.signal);
  }
}

async function* oneStream(
  id: string,
  after: string | undefined,
  transport: Transport,
  options: CallOptions,
): AsyncGenerator<JobEvent, void, undefined> {
  const response = await transport.open(
    { method: 'GET', path: `/jobs/${encodeURIComponent(id)}/events`, ...streamed(after) },
    options,
  );
  for await (const { id: eventId, event, data } of serverEvents(response, transport.silenceMs, options.signal)) {
    const value = parseJson(data);
    if (isObject(value)) yield { id: eventId, event, data: value };
  }
}

/** A server that stops ends its streams too; another one goes on with them. */
async function hasEnded(id: string, transport: Transport, options: CallOptions): Promise<boolean> {
  const { state } = await transport.data<{ readonly state: string }>(
    { method: 'GET', path: `/jobs/${encodeURIComponent(id)}` },
    options,
  );
  return state !== 'queued' && state !== 'running';
}

function brokenOff(id: string, after: string | undefined, cause: unknown): ApiError {
  return new ApiError('SERVICE_UNAVAILABLE', {
    message: `The events of the job ${id} cannot be followed any more; the job itself goes on.`,
    details: { job_id: id, after: after ?? null },
    cause,
  });
}
