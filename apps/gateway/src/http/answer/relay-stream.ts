import { describeFailure } from '../../failure/describe-failure.ts';
import type { Wire } from '../../exchange/wire.ts';
import type { LiveStream } from '../../exchange/answer/live-stream.ts';
import type { Reply } from './reply.ts';

/**
 * Sends a stream as server-sent events behind its head. After the first content nothing can be put right any
 * more: a failure is one error event and the end, without the wire's end, so that no client takes half an answer for a whole
 * one, and a rejection. Resolves with the text that was sent if `isKept`, else with none.
 */
export function relayStream(stream: LiveStream, wire: Wire, reply: Reply, isKept: boolean): Promise<string> {
  const { relay } = stream;
  const { encoding } = relay;
  let sent = '';
  reply.onDrain(() => {
    stream.resume();
  });
  return new Promise((resolve, reject) => {
    const finish = (text: string): void => {
      reply.end(text);
      resolve(isKept ? sent + text : '');
    };
    const fail = (reason: unknown): void => {
      const failure = describeFailure(reason);
      // Within sound nothing can be said: it breaks off, so that nobody takes it for whole.
      if (relay.contentType === undefined) reply.end(relay.breakOff?.(failure) ?? wire.errorEvent(failure));
      else reply.destroy();
      reject(reason);
    };
    stream.pipe({
      write(text) {
        if (isKept) sent += text;
        return reply.write(text, encoding);
      },
      end() {
        if (!relay.close) finish(wire.streamEnd);
        else relay.close().then((text) => finish(text + wire.streamEnd), fail);
      },
      fail,
    });
  });
}
