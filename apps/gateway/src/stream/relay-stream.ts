import type { ServerResponse } from 'node:http';
import { describeFailure } from '../failure/describe-failure.ts';
import { errorBody } from '../failure/gateway-error.ts';
import { DONE_EVENT } from './chat-relay.ts';
import type { LiveStream } from './live-stream.ts';

/**
 * Sends a stream as server-sent events behind a head that is out. After the first content nothing can be mended any
 * more: a failure is one error event and the end, without `[DONE]`, so that no client takes half an answer for a whole
 * one, and a rejection. Resolves with the text that was sent if `isKept`, else with none.
 */
export function relayStream(stream: LiveStream, response: ServerResponse, isKept: boolean): Promise<string> {
  const { encoding } = stream.relay;
  let sent = '';
  response.on('drain', () => {
    stream.resume();
  });
  return new Promise((resolve, reject) => {
    stream.pipe({
      write(text) {
        if (isKept) sent += text;
        return response.write(text, encoding);
      },
      end() {
        response.end(DONE_EVENT);
        resolve(isKept ? sent + DONE_EVENT : '');
      },
      fail(reason) {
        response.end(`data: ${JSON.stringify(errorBody(describeFailure(reason)))}\n\n`);
        reject(reason);
      },
    });
  });
}
