import { costOf } from '../exchange/cost.ts';
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

/** A whole answer in one write. */
export function sendPlain(
  { record }: Exchange,
  { text, encoding, facts }: PlainAnswer,
  admitted: Admitted,
  reply: Reply,
): void {
  record.cost = facts.usage && costOf(facts.usage, record.deployment?.price);
  reply.send(200, answerHead(record) + admitted.headerLines + JSON_LINES, text, encoding);
}

/** A stream to its end; rejects when it breaks. Returns what was sent where that is to be kept. */
export async function sendStream(
  { record, lifetime, serving }: Exchange,
  { stream }: StreamAnswer,
  admitted: Admitted,
  reply: Reply,
  isKept: boolean,
): Promise<string> {
  record.firstContentAt = performance.now();
  lifetime.stopDeadline();
  reply.begin(200, answerHead(record) + admitted.headerLines + STREAM_LINES);
  try {
    return await relayStream(stream, reply, isKept);
  } finally {
    // The rest of the way counts as one call of the deployment.
    if (record.deployment) serving.states.of(record.deployment).inFlight--;
  }
}

/** A hit costs nothing; a stream is replayed as the stream that it was. */
export function sendCached(
  { record, serving }: Exchange,
  { body, facts, deploymentId }: CachedAnswer,
  key: string,
  admitted: Admitted,
  reply: Reply,
): void {
  record.deployment = serving.router.deployment(deploymentId);
  record.answer = facts;
  record.isCacheHit = true;
  record.cost = 0;
  const kind = record.isStream ? STREAM_LINES : JSON_LINES;
  const head = answerHead(record) + admitted.headerLines + kind + headerLine('x-litellm-cache-key', key);
  reply.send(200, head, body.toString('latin1'), 'latin1');
}
