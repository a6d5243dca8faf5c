import type { FastifyReply, FastifyRequest } from 'fastify';
import { accountFor } from '../account/account-for.ts';
import { responseHeaders } from '../account/response-headers.ts';
import { costOf } from '../account/cost.ts';
import { estimateAnswerTokens } from '../account/estimate-usage.ts';
import type { CacheVisit } from '../cache/response-cache.ts';
import type { PlainAnswer, Served, StreamAnswer } from '../call/answer.ts';
import { completeChat } from '../call/complete-chat.ts';
import type { Exchange } from '../call/exchange.ts';
import type { Gateway } from '../gateway.ts';
import { DONE_EVENT } from '../stream/chat-relay.ts';
import { sendStream } from '../stream/send-stream.ts';
import { openExchange } from './open-exchange.ts';

const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache',
  'x-accel-buffering': 'no',
};

/** `POST /chat/completions`: the way of a request from here on, step by step. */
export async function chatCompletions(gateway: Gateway, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const serving = gateway.current;
  serving.admission.checkParallel(gateway.underWay.size);
  const exchange = openExchange(serving, request, reply.raw);
  gateway.underWay.add(exchange.lifetime);
  let visit: CacheVisit | undefined;
  try {
    visit = await serving.cache?.visit(exchange.request, 'master', exchange.controls.cache);
    if (visit?.hit) sendCached(gateway, exchange, visit, reply);
    else await answer(gateway, exchange, visit, reply);
  } catch (failure) {
    visit?.fail(failure, exchange.lifetime.end !== undefined);
    accountFor(gateway, exchange, { failure });
    throw failure;
  }
}

async function answer(
  gateway: Gateway,
  exchange: Exchange,
  visit: CacheVisit | undefined,
  reply: FastifyReply,
): Promise<void> {
  const served = await completeChat(exchange);
  // From here on Fastify leaves the response to us: the body goes out as it is, without a second serialisation.
  reply.hijack();
  if (served.answer.kind === 'plain') sendPlain(gateway, exchange, served, served.answer, visit, reply);
  else sendLive(gateway, exchange, served, served.answer, visit, reply);
}

function sendPlain(
  gateway: Gateway,
  exchange: Exchange,
  { deployment }: Served,
  { text, encoding, usage, servedModel }: PlainAnswer,
  visit: CacheVisit | undefined,
  { raw }: FastifyReply,
): void {
  const cost = usage && costOf(usage, deployment.price);
  const headers = responseHeaders(exchange, deployment, { cost, servedModel }, performance.now());
  headers['content-type'] = 'application/json';
  headers['content-length'] = String(Buffer.byteLength(text, encoding));
  raw.writeHead(200, headers);
  raw.end(text, encoding);
  visit?.store({ body: Buffer.from(text, encoding), usage, deploymentId: deployment.id, storedAt: Date.now() });
  const roughTokens = usage ? undefined : estimateAnswerTokens(text);
  accountFor(gateway, exchange, { deployment, usage, cost, roughTokens });
}

function sendLive(
  gateway: Gateway,
  exchange: Exchange,
  { deployment }: Served,
  { stream }: StreamAnswer,
  visit: CacheVisit | undefined,
  { raw }: FastifyReply,
): void {
  const known = { cost: undefined, servedModel: stream.relay.servedModel };
  const headers = { ...responseHeaders(exchange, deployment, known, performance.now()), ...STREAM_HEADERS };
  const firstContentAt = performance.now();
  exchange.lifetime.stopDeadline();
  let sent = '';
  sendStream(raw, stream, headers, {
    ...(visit && {
      onText: (text) => {
        sent += text;
      },
    }),
    onEnd: (failure) => {
      exchange.serving.states.of(deployment).inFlight--;
      const { usage, contentChunks, encoding } = stream.relay;
      if (failure) visit?.fail(failure, exchange.lifetime.end !== undefined);
      else
        visit?.store({
          body: Buffer.from(sent + DONE_EVENT, encoding),
          usage,
          deploymentId: deployment.id,
          storedAt: Date.now(),
        });
      const cost = usage && costOf(usage, deployment.price);
      accountFor(gateway, exchange, { deployment, usage, cost, failure, firstContentAt, roughTokens: contentChunks });
    },
  });
}

/** A hit costs nothing; a stream is replayed as the stream that it was. */
function sendCached(gateway: Gateway, exchange: Exchange, visit: CacheVisit, reply: FastifyReply): void {
  const { hit, key } = visit;
  if (!hit) return;
  const deployment = exchange.serving.config.deployments.find(({ id }) => id === hit.deploymentId);
  const isStream = exchange.request.stream === true;
  const headers: Record<string, string> = {
    ...(deployment ? responseHeaders(exchange, deployment, { cost: 0 }, performance.now()) : {}),
    ...(isStream ? STREAM_HEADERS : { 'content-type': 'application/json' }),
    'content-length': String(hit.body.length),
    'x-litellm-cache-key': key,
  };
  reply.hijack();
  reply.raw.writeHead(200, headers);
  reply.raw.end(hit.body);
  accountFor(gateway, exchange, { deployment, usage: hit.usage, cost: 0, isCacheHit: true });
}
