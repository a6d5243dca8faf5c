import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '@showrunner/access';
import { customerOf, tagsOf } from '../admit/call-labels.ts';
import { Exchange } from '../exchange/exchange.ts';
import { Trace } from '../exchange/record/trace.ts';
import { Lifetime } from '../exchange/time/lifetime.ts';
import type { ModelRequest } from '../exchange/asked/model-request.ts';
import type { RequestControls } from '../exchange/asked/request-controls.ts';
import type { AskedRequest } from '../exchange/wire.ts';
import { vendorKeysIn, type VendorKeys } from '../exchange/asked/vendor-keys.ts';
import { badRequest } from '../failure/gateway-error.ts';
import { chat } from '../operations/chat/chat.ts';
import { VirtualKey } from '../keys/virtual-key.ts';
import { asPythonFloat } from '../litellm/python-float.ts';
import type { Serving } from '../serving/serving.ts';
import type { Endpoint } from './endpoints.ts';
import { forwardedHeaders } from './forwarded-headers.ts';
import type { Reply } from './answer/reply.ts';

/** Ids are copied into headers and logs, so they are short and plain or replaced. */
const PLAIN_ID = /^[\w.:/-]{1,128}$/;

/** A request that is read, and whose caller is known. */
export interface ReadRequest {
  readonly endpoint: Endpoint;
  /** The path that was asked. */
  readonly route: string;
  readonly asked: AskedRequest;
  readonly requestId: string;
  /** `performance.now()` milliseconds. */
  readonly startedAt: number;
  readonly headers: IncomingHttpHeaders;
  readonly caller: Caller;
  /** The length of its body. */
  readonly requestBytes: number;
  /** What records call it, where it asks for no model by its name. */
  readonly shownAs?: string;
}

/**
 * Opens an exchange and starts its deadline; from here a client that leaves ends the work for it, unless whole answers
 * are to be finished for the books.
 */
export function openExchange(serving: Serving, read: ReadRequest, reply: Reply): Exchange {
  const { endpoint, route, asked, requestId, startedAt, headers, requestBytes } = read;
  const isAmended = serving.amendChat !== undefined && endpoint.operation.callType === chat.callType;
  const amended = isAmended ? serving.amendChat(asked.request) : asked.request;
  const request = read.caller instanceof VirtualKey ? renamed(amended, read.caller, serving) : amended;
  const routed = serving.routing.tagFiltering ? withTags(asked.controls, headers) : asked.controls;
  const controls = withVendorKeys(serving, withHeaders(routed, headers), headers);
  const { timeoutSeconds, shownTimeout } = deadlineOf(serving, controls, headers);
  const lifetime = new Lifetime(timeoutSeconds, startedAt);
  const exchange = new Exchange({
    operation: endpoint.operation,
    wire: endpoint.wire,
    asked: { request, controls },
    question: {
      requestId,
      callId: plainId(headers['x-litellm-call-id']) ?? requestId,
      caller: read.caller,
      customer: customerOf(asked, headers, serving.admission.customerHeaders),
      tags: tagsOf(asked, headers, read.caller),
      callType: endpoint.operation.callType,
      route,
      clientIp: reply.peer,
      userAgent: headers['user-agent'],
      model: read.shownAs ?? serving.router.boundedName(request.model),
      isStream: request.stream === true,
      startedAt,
      timeoutSeconds,
      shownTimeout,
    },
    lifetime,
    terms: serving,
    requestBytes,
    callerHeaders: callerHeaders(headers),
    forwardedHeaders: serving.config.clientHeaders && forwardedHeaders(serving, request.model, headers),
    trace: serving.tracing && new Trace(headers, serving.tracing),
  });
  if (request !== amended) exchange.calledAs = amended.model;
  const goesOn = serving.config.accounting.finishesAbandoned && request.stream !== true;
  reply.onLost(() => exchange.clientLeft(goesOn));
  return exchange;
}

/** Keys and teams have names of their own for models. */
function renamed(request: ModelRequest, key: VirtualKey, { router }: Serving): ModelRequest {
  const model = router.nameForTeam(key.nameBehind(request.model), key.teamId);
  return model === request.model ? request : { ...request, model };
}

/** The nearest word counts. LiteLLM reads a header as a float, and tells a figure of JSON or YAML as it stands there. */
function deadlineOf(
  serving: Serving,
  { timeoutSeconds: wished }: RequestControls,
  headers: IncomingHttpHeaders,
): Pick<Serving, 'timeoutSeconds' | 'shownTimeout'> {
  const hurried = headerNumber(headers, 'x-litellm-timeout');
  if (hurried !== undefined) return { timeoutSeconds: hurried, shownTimeout: asPythonFloat(hurried) };
  return wished === undefined ? serving : { timeoutSeconds: wished, shownTimeout: String(wished) };
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

function withVendorKeys(serving: Serving, controls: RequestControls, headers: IncomingHttpHeaders): RequestControls {
  const vendorKeys = ownVendorKeys(serving, headers);
  return vendorKeys ? { ...controls, vendorKeys } : controls;
}

/** A caller's own keys for vendors, only where the operator lets callers pay their vendors by themselves. */
export function ownVendorKeys({ config }: Serving, headers: IncomingHttpHeaders): VendorKeys | undefined {
  const { forwardsVendorKeys, keyHeader } = config.access;
  return forwardsVendorKeys ? vendorKeysIn(headers, keyHeader?.toLowerCase()) : undefined;
}

/** `x-litellm-tags: free, beta`. */
function withTags(controls: RequestControls, { 'x-litellm-tags': written }: IncomingHttpHeaders): RequestControls {
  if (typeof written !== 'string') return controls;
  const tags = written.split(',').map((tag) => tag.trim());
  return { ...controls, tags: [...(controls.tags ?? []), ...tags] };
}

/** Of Anthropic's clients; betas change what the vendor answers, whichever wire asks. */
function callerHeaders(headers: IncomingHttpHeaders): Readonly<Record<string, string>> | undefined {
  const { 'anthropic-version': version, 'anthropic-beta': beta } = headers;
  if (version === undefined && beta === undefined) return undefined;
  return {
    ...(typeof version === 'string' && { 'anthropic-version': version }),
    ...(typeof beta === 'string' && { 'anthropic-beta': beta }),
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
