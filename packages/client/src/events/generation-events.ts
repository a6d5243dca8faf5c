import { ApiError } from '@showrunner/errors';
import { errorFromEnvelope } from '../error-from-response.ts';
import { isAnswer, isObject, parseJson } from '../guards.ts';
import { pauseBefore } from '../retry-after.ts';
import { pause } from '../tries.ts';
import type { GenerationEvent } from '../types.ts';
import { serverEvents, type ServerEvent } from './server-events.ts';

export interface GenerationStream {
  /** Opens the stream, behind a known event where there is one. */
  readonly open: (after: string | undefined) => Promise<Response>;
  readonly silenceMs: number;
  /** How often in a row a stream that breaks is gone on with; 0 where the server cannot. */
  readonly maxRetries: number;
  /** The caller's own: where it has aborted, its reason is thrown. */
  readonly signal: AbortSignal | undefined;
}

/**
 * The events of a streamed answer. A `failed` event is thrown; so is a stream that breaks, is silent for too long or
 * ends without `result`, when it cannot be gone on with. Events that this version does not know are passed over.
 */
export async function* generationEvents<Output>(
  stream: GenerationStream,
): AsyncGenerator<GenerationEvent<Output>, void, undefined> {
  let last: string | undefined;
  let isResumable = true;
  for (let fruitless = 0; ; fruitless += 1) {
    if (fruitless > 0) await pause(pauseBefore(fruitless, undefined), stream.signal);
    const response = await stream.open(last);
    const requestId = response.headers.get('x-request-id') ?? undefined;
    let broken: unknown;
    try {
      for await (const told of serverEvents(response, stream.silenceMs, stream.signal)) {
        if (told.id !== undefined && told.id === last) continue;
        if (told.id !== undefined) [last, fruitless] = [told.id, 0];
        // What was told without an id would be told again.
        isResumable = last !== undefined;
        const event = readEvent<Output>(told, requestId);
        if (event !== undefined) yield event;
        if (event?.event === 'result') return;
      }
    } catch (cause) {
      stream.signal?.throwIfAborted();
      if (ApiError.isInstance(cause)) throw cause;
      broken = cause;
    }
    if (!isResumable || fruitless >= stream.maxRetries) throw endedEarly(requestId, broken);
  }
}

/** Undefined for what this version does not know. */
function readEvent<Output>({ event, data }: ServerEvent, requestId: string | undefined) {
  const told = { event, data: parseJson(data) };
  if (event === 'failed') throw errorFromEnvelope(told.data, requestId) ?? endedEarly(requestId);
  if (event === 'cancelled') throw wasCancelled(told.data);
  return isGenerationEvent<Output>(told) ? told : undefined;
}

function endedEarly(requestId: string | undefined, cause?: unknown): ApiError {
  return new ApiError('SERVICE_UNAVAILABLE', { message: 'The stream ended before the result.', requestId, cause });
}

/** As it is told to one who waits for the answer without its events. */
function wasCancelled(job: unknown): ApiError {
  const id = isObject(job) ? job.id : undefined;
  return new ApiError('BAD_REQUEST', {
    message: 'The job was cancelled.',
    status: 409,
    details: { reason: 'cancelled', job_id: id ?? null },
  });
}

function isGenerationEvent<Output>(told: { event: string; data: unknown }): told is GenerationEvent<Output> {
  return told.event === 'result' ? isAnswer(told.data) : TOLD_ON_THE_WAY.has(told.event) && isObject(told.data);
}

const TOLD_ON_THE_WAY = new Set<string>([
  'start',
  'progress',
  'outline',
  'scene',
  'part',
  'check',
] satisfies GenerationEvent<unknown>['event'][]);
