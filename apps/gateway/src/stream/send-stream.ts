import type { ServerResponse } from 'node:http';
import type { ProviderError } from '@showrunner/providers';
import { describeFailure } from '../failure/describe-failure.ts';
import { errorBody } from '../failure/gateway-error.ts';
import { DONE_EVENT } from './chat-relay.ts';
import type { LiveStream } from './live-stream.ts';

/** How a stream to a client ended: nothing where it ended well. */
export type StreamEnd = ProviderError | undefined;

export interface SendStreamOptions {
  /** Gets each text that goes out, for the cache. */
  readonly onText?: (text: string) => void;
  readonly onEnd: (end: StreamEnd) => void;
}

/**
 * Sends a stream as server-sent events. After the first content nothing can be mended any more: a failure is one
 * error event and the end, without `[DONE]`, so that no client takes half an answer for a whole one.
 */
export function sendStream(
  response: ServerResponse,
  stream: LiveStream,
  headers: Record<string, string>,
  { onText, onEnd }: SendStreamOptions,
): void {
  const { encoding } = stream.relay;
  response.writeHead(200, headers);
  response.on('drain', () => {
    stream.resume();
  });
  stream.pipe({
    write(text) {
      onText?.(text);
      return response.write(text, encoding);
    },
    end() {
      response.end(DONE_EVENT);
      onEnd(undefined);
    },
    fail(reason) {
      response.end(`data: ${JSON.stringify(errorBody(describeFailure(reason)))}\n\n`);
      onEnd(reason);
    },
  });
}
