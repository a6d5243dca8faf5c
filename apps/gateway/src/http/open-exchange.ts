import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Exchange } from '../call/exchange.ts';
import { Lifetime } from '../call/lifetime.ts';
import type { Serving } from '../serving.ts';
import { badRequest } from '../failure/gateway-error.ts';
import { readChatRequest, type RequestControls } from './read-chat-request.ts';

/** Ids are copied into headers and logs, so they are short and plain or replaced. */
const PLAIN_ID = /^[\w.:/-]{1,128}$/;

/** Checks a request and starts its clock; from here a client that leaves ends the work for it. */
export function openExchange(
  serving: Serving,
  { headers, body, id }: FastifyRequest,
  response: ServerResponse,
): Exchange {
  const startedAt = performance.now();
  const { request, controls } = readChatRequest(body);
  const callId = plainId(headers['x-litellm-call-id']) ?? id;
  const timeout = headerNumber(headers, 'x-litellm-timeout') ?? controls.timeoutSeconds;
  const lifetime = new Lifetime(timeout ?? serving.config.routing.timeoutSeconds, startedAt);
  response.once('close', () => {
    if (!response.writableFinished) lifetime.clientLeft();
  });
  return {
    callId,
    requestId: id,
    serving,
    request,
    controls: withHeaders(controls, headers),
    lifetime,
    startedAt,
    upstreamMs: 0,
    retries: 0,
    fallbacks: 0,
  };
}

/** LiteLLM's request headers say the same as members of the body, and win. */
function withHeaders(controls: RequestControls, headers: IncomingHttpHeaders): RequestControls {
  const retries = headerNumber(headers, 'x-litellm-num-retries');
  const streamTimeoutSeconds = headerNumber(headers, 'x-litellm-stream-timeout');
  if (retries === undefined && streamTimeoutSeconds === undefined) return controls;
  return {
    ...controls,
    retries: retries ?? controls.retries,
    streamTimeoutSeconds: streamTimeoutSeconds ?? controls.streamTimeoutSeconds,
  };
}

function plainId(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && PLAIN_ID.test(value) ? value : undefined;
}

function headerNumber(headers: IncomingHttpHeaders, name: string): number | undefined {
  const value = headers[name];
  if (value === undefined) return undefined;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  if (Number.isFinite(number) && number >= 0) return number;
  throw badRequest(`the header ${name} must be a number of at least 0`, name);
}
