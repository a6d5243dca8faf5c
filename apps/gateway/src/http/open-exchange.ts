import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../exchange/caller.ts';
import { openRecord } from '../exchange/record.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { Lifetime } from '../exchange/lifetime.ts';
import type { RequestControls } from '../exchange/request-controls.ts';
import { badRequest } from '../failure/gateway-error.ts';
import type { Serving } from '../serving/serving.ts';
import type { AskedChat } from '../wires/openai-chat/read-request.ts';
import type { Reply } from './reply.ts';

/** Ids are copied into headers and logs, so they are short and plain or replaced. */
const PLAIN_ID = /^[\w.:/-]{1,128}$/;

/** A request whose head is read and whose caller is known. */
export interface Arrival {
  readonly requestId: string;
  readonly startedAt: number;
  readonly headers: IncomingHttpHeaders;
  readonly caller: Caller;
}

/** Opens the record of a request and starts its deadline; from here a client that leaves ends the work for it. */
export function openExchange(
  serving: Serving,
  { requestId, startedAt, headers, caller }: Arrival,
  { request, controls }: AskedChat,
  reply: Reply,
): Exchange {
  const timeoutSeconds =
    headerNumber(headers, 'x-litellm-timeout') ?? controls.timeoutSeconds ?? serving.config.routing.timeoutSeconds;
  const record = openRecord({
    requestId,
    callId: plainId(headers['x-litellm-call-id']) ?? requestId,
    caller,
    model: serving.router.boundedName(request.model),
    isStream: request.stream === true,
    startedAt,
    timeoutSeconds,
  });
  const lifetime = new Lifetime(timeoutSeconds, startedAt);
  reply.onLost(() => lifetime.clientLeft());
  return { record, serving, request, controls: withHeaders(controls, headers), lifetime };
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
