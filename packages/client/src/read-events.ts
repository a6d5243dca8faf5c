import { ApiError } from '@showrunner/errors';
import { errorFromEnvelope } from './error-from-response.ts';
import { isAnswer, isObject, parseJson } from './guards.ts';
import type { GenerationEvent } from './types.ts';

/**
 * The events of a streamed answer. A `failed` event is thrown; so is a stream that breaks or ends without `result`.
 * Events that this version does not know are passed over.
 *
 * @param signal the caller's own: where it has aborted, its reason is thrown
 */
export async function* readEvents<Output>(
  response: Response,
  signal?: AbortSignal,
): AsyncGenerator<GenerationEvent<Output>, void, undefined> {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const endedEarly = (cause?: unknown) =>
    new ApiError('SERVICE_UNAVAILABLE', { message: 'The stream ended before the result.', requestId, cause });

  for await (const { event, data } of parseEvents(textOf(response, endedEarly, signal))) {
    const told = { event, data: parseJson(data) };
    if (event === 'failed') throw errorFromEnvelope(told.data, requestId) ?? endedEarly();
    if (!isGenerationEvent<Output>(told)) continue;
    yield told;
    if (told.event === 'result') return;
  }
  throw endedEarly();
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

async function* textOf(
  { body }: Response,
  endedEarly: (cause: unknown) => ApiError,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  if (!body) return;
  try {
    yield* body.pipeThrough(new TextDecoderStream());
  } catch (cause) {
    signal?.throwIfAborted();
    throw endedEarly(cause);
  }
}

/** Server-sent events as this API sends them: one `data` line each, comments as heartbeat. */
async function* parseEvents(text: AsyncIterable<string>): AsyncGenerator<{ event: string; data: string }> {
  let buffered = '';
  for await (const piece of text) {
    const blocks = (buffered + piece).split('\n\n');
    buffered = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map(splitField));
      const data = fields.get('data');
      if (data !== undefined) yield { event: fields.get('event') ?? 'message', data };
    }
  }
}

function splitField(line: string): [name: string, value: string] {
  const colon = line.indexOf(': ');
  return [line.slice(0, colon), line.slice(colon + 2)];
}
