import type { ServerResponse } from 'node:http';
import { costOf } from '../account/cost.ts';
import { responseHeaders } from '../account/response-headers.ts';
import type { Admitted } from '../admit/admitted.ts';
import type { CachedAnswer } from '../cache/cached-answer.ts';
import type { PlainAnswer, StreamAnswer } from '../call/answer.ts';
import type { Exchange } from '../call/exchange.ts';
import { relayStream } from '../stream/relay-stream.ts';

const STREAM_HEADERS = [
  'content-type',
  'text/event-stream; charset=utf-8',
  'cache-control',
  'no-cache',
  'x-accel-buffering',
  'no',
];

/** A whole answer in one write. */
export function sendPlain(
  { record }: Exchange,
  { text, encoding, facts }: PlainAnswer,
  admitted: Admitted,
  response: ServerResponse,
): void {
  record.cost = facts.usage && costOf(facts.usage, record.deployment?.price);
  const headers = responseHeaders(record, admitted.headers);
  headers.push('content-type', 'application/json', 'content-length', String(Buffer.byteLength(text, encoding)));
  response.writeHead(200, headers);
  response.end(text, encoding);
}

/** A stream to its end; rejects when it breaks. Returns what was sent where that is to be kept. */
export async function sendStream(
  { record, lifetime, serving }: Exchange,
  { stream }: StreamAnswer,
  admitted: Admitted,
  response: ServerResponse,
  isKept: boolean,
): Promise<string> {
  record.firstContentAt = performance.now();
  lifetime.stopDeadline();
  const headers = responseHeaders(record, admitted.headers);
  headers.push(...STREAM_HEADERS);
  response.writeHead(200, headers);
  try {
    return await relayStream(stream, response, isKept);
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
  response: ServerResponse,
): void {
  record.deployment = serving.router.deployment(deploymentId);
  record.answer = facts;
  record.isCacheHit = true;
  record.cost = 0;
  const headers = responseHeaders(record, admitted.headers);
  if (record.isStream) headers.push(...STREAM_HEADERS);
  else headers.push('content-type', 'application/json');
  headers.push('content-length', String(body.length), 'x-litellm-cache-key', key);
  response.writeHead(200, headers);
  // As text it goes out with the head in one piece.
  response.end(body.toString('latin1'), 'latin1');
}
