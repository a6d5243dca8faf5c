import { headProblem, requestId as readRequestId, type RequestHead } from '@showrunner/service';
import type { RequestRecord } from '../exchange/record.ts';
import { settle } from '../observe/settle.ts';
import type { Admitted } from '../admit/admitted.ts';
import type { CachedAnswer } from '../cache/cached-answer.ts';
import type { CacheVisit } from '../cache/response-cache.ts';
import { completeChat } from '../call/call-with-fallbacks.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Gateway } from '../serving/gateway.ts';
import { noFacts } from '../wires/openai-chat/chat-relay.ts';
import { openExchange } from './open-exchange.ts';
import { parseJsonBody } from './parse-body.ts';
import { checkMediaType } from './read-body.ts';
import { readChatRequest } from '../wires/openai-chat/read-request.ts';
import { refuse } from './refuse.ts';
import type { Reply } from './reply.ts';
import { sendCached, sendPlain, sendStream } from './send-answer.ts';

/** A chat request as it comes in. */
export interface ChatArrival extends RequestHead {
  /** The whole body, where it is not there yet to be waited for. */
  readBody(): Buffer | Promise<Buffer>;
}

/** `POST /chat/completions`, without Fastify: the way of a request from its head to its last byte, step by step. */
export async function chatCompletions(gateway: Gateway, request: ChatArrival, reply: Reply): Promise<void> {
  const startedAt = performance.now();
  const { headers } = request;
  const requestId = readRequestId(headers['x-request-id']);
  try {
    const serving = gateway.current;
    const problem = headProblem(request);
    if (problem) throw problem;
    const caller = await serving.admission.identify(request);
    checkMediaType(headers);
    const body = await request.readBody();
    const asked = serving.cache ? gateway.knownRequests.read(body) : readChatRequest(parseJsonBody(body));
    const exchange = openExchange(serving, { requestId, startedAt, headers, caller }, asked, reply);
    await answer(gateway, exchange, body.length, reply);
  } catch (failure) {
    refuse(failure, requestId, reply, gateway.logger);
  }
}

/** From the checked request on; whatever comes of it is accounted for. */
async function answer(gateway: Gateway, exchange: Exchange, requestBytes: number, reply: Reply): Promise<void> {
  const { record, serving, request, controls, lifetime } = exchange;
  let admitted: Admitted | undefined;
  let visit: CacheVisit | undefined;
  let failure: unknown;
  const inFlight = gateway.underWay.count;
  gateway.underWay.add(lifetime);
  try {
    admitted = await serving.admission.admit(record.caller, { request, requestBytes, inFlight });
    visit = await serving.cache?.visit(request, record.caller.tenant, controls.cache);
    if (visit?.hit) {
      sendCached(exchange, visit.hit, visit.key, admitted, reply);
      return;
    }
    const served = await completeChat(exchange);
    if (served.kind === 'plain') {
      sendPlain(exchange, served, admitted, reply);
      visit?.store(keepable(record, Buffer.from(served.text, served.encoding)));
    } else {
      const sent = await sendStream(exchange, served, admitted, reply, visit !== undefined);
      visit?.store(keepable(record, Buffer.from(sent, served.stream.relay.encoding)));
    }
  } catch (error) {
    failure = error;
    visit?.fail(error, lifetime.end !== undefined);
    throw error;
  } finally {
    gateway.underWay.remove(lifetime);
    settle(gateway, record, request, failure);
    serving.deploymentLimits?.settle(record);
    admitted?.settle(record);
  }
}

function keepable({ answer, deployment }: RequestRecord, body: Buffer): CachedAnswer {
  return { body, facts: answer ?? noFacts(), deploymentId: deployment?.id ?? '', storedAt: Date.now() };
}
