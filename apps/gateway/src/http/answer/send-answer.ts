import type { Admitted } from '../../admit/admitted.ts';
import type { CachedAnswer } from '../../cache/cached-answer.ts';
import type { CacheVisit } from '../../cache/visit.ts';
import type { PlainAnswer, StreamAnswer } from '../../exchange/answer/answer.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { answerHead } from './answer-head.ts';
import { fallbackErrorsEvent } from './fallback-errors.ts';
import { headerLine, headerLines } from './header-lines.ts';
import { relayStream } from './relay-stream.ts';
import type { Reply } from './reply.ts';

const JSON_LINES = headerLine('content-type', 'application/json');
const UNBUFFERED_LINES = headerLines({ 'cache-control': 'no-cache', 'x-accel-buffering': 'no' });
const STREAM_LINES = headerLine('content-type', 'text/event-stream; charset=utf-8') + UNBUFFERED_LINES;

/** To whom an answer goes. */
export interface Receiver {
  readonly admitted: Admitted;
  readonly reply: Reply;
}

/** A whole answer in one write. */
export function sendPlain(
  exchange: Exchange,
  { text, encoding, contentType }: PlainAnswer,
  { admitted, reply }: Receiver,
): void {
  reply.send(200, answerHead(exchange, admitted.headerLines) + typeLines(contentType, JSON_LINES), text, encoding);
}

/** A stream to its end; rejects when it breaks. Returns what was sent where that is to be kept. */
export function sendStream(
  exchange: Exchange,
  { stream }: StreamAnswer,
  { admitted, reply }: Receiver,
  isKept: boolean,
): Promise<string> {
  const { contentType } = stream.relay;
  const lines = contentType === undefined ? STREAM_LINES : typeLines(contentType, '') + UNBUFFERED_LINES;
  reply.begin(200, answerHead(exchange, admitted.headerLines) + lines);
  const event = exchange.fallbackErrors && fallbackErrorsEvent(exchange, exchange.fallbackErrors);
  if (event !== undefined) reply.write(event, 'latin1');
  return relayStream(stream, exchange.wire, reply, isKept);
}

/** A hit; a stream is replayed as the stream that it was. */
export function sendCached(
  exchange: Exchange,
  { body, contentType }: CachedAnswer,
  { key, similarity }: Pick<CacheVisit, 'key' | 'similarity'>,
  { admitted, reply }: Receiver,
): void {
  const kind = typeLines(contentType, exchange.record.isStream ? STREAM_LINES : JSON_LINES);
  const near = similarity === undefined ? '' : headerLine('x-litellm-semantic-similarity', String(similarity));
  const head = answerHead(exchange, admitted.headerLines) + kind + headerLine('x-litellm-cache-key', key) + near;
  reply.send(200, head, body.toString('latin1'), 'latin1');
}

function typeLines(contentType: string | undefined, usual: string): string {
  return contentType === undefined ? usual : headerLine('content-type', contentType);
}
