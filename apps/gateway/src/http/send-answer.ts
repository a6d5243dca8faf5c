import type { Admitted } from '../admit/admitted.ts';
import type { CachedAnswer } from '../cache/cached-answer.ts';
import type { PlainAnswer, StreamAnswer } from '../exchange/answer.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { answerHead } from './answer-head.ts';
import { headerLine, headerLines } from './header-lines.ts';
import { relayStream } from './relay-stream.ts';
import type { Reply } from './reply.ts';

const JSON_LINES = headerLine('content-type', 'application/json');
const STREAM_LINES = headerLines({
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache',
  'x-accel-buffering': 'no',
});

/** To whom an answer goes. */
export interface Receiver {
  readonly admitted: Admitted;
  readonly reply: Reply;
}

/** A whole answer in one write. */
export function sendPlain(exchange: Exchange, { text, encoding }: PlainAnswer, { admitted, reply }: Receiver): void {
  reply.send(200, answerHead(exchange, admitted.headerLines) + JSON_LINES, text, encoding);
}

/** A stream to its end; rejects when it breaks. Returns what was sent where that is to be kept. */
export function sendStream(
  exchange: Exchange,
  { stream }: StreamAnswer,
  { admitted, reply }: Receiver,
  isKept: boolean,
): Promise<string> {
  reply.begin(200, answerHead(exchange, admitted.headerLines) + STREAM_LINES);
  return relayStream(stream, exchange.wire, reply, isKept);
}

/** A hit; a stream is replayed as the stream that it was. */
export function sendCached(
  exchange: Exchange,
  { body }: CachedAnswer,
  key: string,
  { admitted, reply }: Receiver,
): void {
  const kind = exchange.record.isStream ? STREAM_LINES : JSON_LINES;
  const head = answerHead(exchange, admitted.headerLines) + kind + headerLine('x-litellm-cache-key', key);
  reply.send(200, head, body.toString('latin1'), 'latin1');
}
