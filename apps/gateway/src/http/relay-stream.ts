import { describeFailure } from '../failure/describe-failure.ts';
import { errorBody } from '../failure/gateway-error.ts';
import { DONE_EVENT } from '../wires/openai-chat/chat-relay.ts';
import type { LiveStream } from '../exchange/live-stream.ts';
import type { Reply } from './reply.ts';

/**
 * Sends a stream as server-sent events behind its head. After the first content nothing can be mended any
 * more: a failure is one error event and the end, without `[DONE]`, so that no client takes half an answer for a whole
 * one, and a rejection. Resolves with the text that was sent if `isKept`, else with none.
 */
export function relayStream(stream: LiveStream, reply: Reply, isKept: boolean): Promise<string> {
  const { encoding } = stream.relay;
  let sent = '';
  reply.onDrain(() => {
    stream.resume();
  });
  return new Promise((resolve, reject) => {
    stream.pipe({
      write(text) {
        if (isKept) sent += text;
        return reply.write(text, encoding);
      },
      end() {
        reply.end(DONE_EVENT);
        resolve(isKept ? sent + DONE_EVENT : '');
      },
      fail(reason) {
        reply.end(`data: ${JSON.stringify(errorBody(describeFailure(reason)))}\n\n`);
        reject(reason);
      },
    });
  });
}
