import type { IncomingHttpHeaders } from 'node:http';
import type { Admitted } from '../admit/admitted.ts';
import type { EmbedWords } from '../cache/wording-lookup.ts';
import { callModel } from '../call/call-model.ts';
import { Exchange } from '../exchange/exchange.ts';
import { Lifetime } from '../exchange/time/lifetime.ts';
import { isMapping } from '../json/mapping.ts';
import { embeddings } from '../operations/embeddings/embeddings.ts';
import type { Gateway } from '../serving/gateway.ts';
import type { Serving } from '../serving/serving.ts';
import { openAiEmbeddings } from '../wires/openai-embeddings/wire.ts';
import { endExchange } from './end-exchange.ts';

/** A request that is found by what it says. */
export interface WordedRequest {
  readonly exchange: Exchange;
  readonly headers: IncomingHttpHeaders;
}

/**
 * The vector of what a request says, asked for in its caller's name: a call of its own, with a spend row and a price. No
 * vector, of a group that is not there or is late too, is no failure of the request.
 */
export async function embedWords(
  gateway: Gateway,
  serving: Serving,
  { exchange: { record, lifetime: outer }, headers }: WordedRequest,
  [group, text, seconds]: Parameters<EmbedWords>,
): Promise<readonly number[] | undefined> {
  const asked = openAiEmbeddings.read({ model: group, input: text, encoding_format: 'float' });
  const lifetime = new Lifetime(Math.min(seconds, outer.remainingMs() / 1000));
  const exchange = new Exchange({
    operation: embeddings,
    wire: openAiEmbeddings,
    asked,
    question: {
      requestId: record.requestId,
      callId: record.callId,
      caller: record.caller,
      callType: embeddings.callType,
      customer: record.customer,
      tags: record.tags,
      route: record.route,
      clientIp: record.clientIp,
      userAgent: record.userAgent,
      model: serving.router.boundedName(group),
      isStream: false,
      startedAt: performance.now(),
      timeoutSeconds: seconds,
      shownTimeout: String(seconds),
    },
    lifetime,
    terms: serving,
    requestBytes: text.length,
    callerHeaders: undefined,
  });
  outer.listen(() => {
    lifetime.clientLeft();
  });
  gateway.underWay.add(lifetime);
  let admitted: Admitted | undefined;
  let failure: unknown;
  try {
    admitted = await serving.admission.bill(exchange);
    const answer = await callModel(serving, exchange);
    return answer.kind === 'plain' ? vectorIn(answer.text) : undefined;
  } catch (error) {
    failure = error;
    if (outer.end) throw outer.end;
    return undefined;
  } finally {
    outer.listen(undefined);
    endExchange(gateway, exchange, { admitted, failure, headers });
  }
}

function vectorIn(text: string): readonly number[] | undefined {
  const list: unknown = JSON.parse(text);
  const [first]: unknown[] = isMapping(list) && Array.isArray(list.data) ? list.data : [];
  const vector = isMapping(first) ? first.embedding : undefined;
  return Array.isArray(vector) && vector.every((number) => typeof number === 'number') ? vector : undefined;
}
