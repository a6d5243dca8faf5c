import { ApiError } from '@showrunner/errors';
import type { ErrorEnvelope } from '@showrunner/errors';
import { errorFromEnvelope } from './error-from-response.ts';
import type { GenerationEvent } from './types.ts';

/** The events of a streamed answer. An `error` event is thrown; so is a stream that ends without `result`. */
export async function* readEvents<Output>(
  response: Response,
): AsyncGenerator<GenerationEvent<Output>, void, undefined> {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  for await (const { event, data } of parseEventStream(response)) {
    if (event === 'error') throw errorFromEnvelope(JSON.parse(data) as ErrorEnvelope, requestId);
    yield { event, data: JSON.parse(data) as unknown } as GenerationEvent<Output>;
    if (event === 'result') return;
  }
  throw new ApiError('SERVICE_UNAVAILABLE', { message: 'The stream ended before the result.', requestId });
}

/** Server-sent events as this API sends them: one `data` line each, comments as heartbeat. */
async function* parseEventStream(response: Response): AsyncGenerator<{ event: string; data: string }> {
  if (!response.body) return;
  let buffered = '';
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (buffered + text).split('\n\n');
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
