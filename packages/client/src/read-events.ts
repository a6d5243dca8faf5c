import { ApiError } from '@showrunner/errors';
import type { ErrorEnvelope } from '@showrunner/errors';
import { errorFromEnvelope } from './error-from-response.ts';
import type { GenerationEvent } from './types.ts';

/**
 * The events of a streamed answer. An `error` event is thrown; so is a stream that breaks or ends without `result`.
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
    if (event === 'error') throw errorFromEnvelope(JSON.parse(data) as ErrorEnvelope, requestId);
    yield { event, data: JSON.parse(data) as unknown } as GenerationEvent<Output>;
    if (event === 'result') return;
  }
  throw endedEarly();
}

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
