import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Exchange } from '../call/exchange.ts';
import { Lifetime } from '../call/lifetime.ts';
import type { Serving } from '../serving.ts';
import { badRequest } from './gateway-error.ts';
import { readChatRequest } from './read-chat-request.ts';

/** Ids are copied into headers and logs, so they are short and plain or replaced. */
const PLAIN_ID = /^[\w.:/-]{1,128}$/;

/** Checks a request and starts its clock; from here a client that leaves ends the work for it. */
export function openExchange(
  serving: Serving,
  { headers }: IncomingMessage,
  body: unknown,
  response: ServerResponse,
): Exchange {
  const startedAt = performance.now();
  const { request, controls } = readChatRequest(body);
  const callId = plainId(headers['x-litellm-call-id']) ?? randomUUID();
  const timeout = headerSeconds(headers['x-litellm-timeout'], 'x-litellm-timeout') ?? controls.timeoutSeconds;
  const retries = headers['x-litellm-num-retries'];
  const lifetime = new Lifetime(timeout ?? serving.config.routing.timeoutSeconds, startedAt);
  response.once('close', () => {
    if (!response.writableFinished) lifetime.clientLeft();
  });
  return {
    callId,
    requestId: plainId(headers['x-request-id']) ?? callId,
    serving,
    request,
    controls: {
      ...controls,
      ...(retries !== undefined && { retries: headerSeconds(retries, 'x-litellm-num-retries') }),
      streamTimeoutSeconds:
        headerSeconds(headers['x-litellm-stream-timeout'], 'x-litellm-stream-timeout') ?? controls.streamTimeoutSeconds,
    },
    lifetime,
    startedAt,
    upstreamMs: 0,
    retries: 0,
    fallbacks: 0,
  };
}

function plainId(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && PLAIN_ID.test(value) ? value : undefined;
}

function headerSeconds(value: string | string[] | undefined, name: string): number | undefined {
  if (value === undefined) return undefined;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  if (Number.isFinite(number) && number >= 0) return number;
  throw badRequest(`the header ${name} must be a number of at least 0`, name);
}
