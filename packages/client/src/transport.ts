import { ApiError } from '@showrunner/errors';
import { isAnswer, isObject, parseJson } from './guards.ts';
import type { AnswerMeta } from './contract-types.generated.ts';
import { tryAndRetry } from './tries.ts';
import type { Answer } from './types.ts';

export interface TransportOptions {
  /** The API's root. Default `http://127.0.0.1:3000`. */
  readonly baseUrl?: string;
  /** Absent or empty for a server that takes none. */
  readonly apiKey?: string | undefined;
  /** Another `fetch`, for tests or for a runtime without one. */
  readonly fetch?: typeof globalThis.fetch;
  /**
   * Milliseconds for each try until its answer is there, that of a stream until it begins. Default 620,000: a little
   * longer than the server takes at most.
   */
  readonly timeout?: number;
  /** How often a request that may succeed later is sent again, with the same idempotency key. Default 2. */
  readonly maxRetries?: number;
  /** Milliseconds without a byte after which a stream counts as broken. Default 45,000: three heartbeats. */
  readonly silence?: number;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Sent as `X-Request-Id`; the server makes one where absent. */
  readonly requestId?: string;
  /** Whose things are meant, for the key of an administrator; those of the key's own workspace where absent. */
  readonly workspace?: string;
  /** What is asked for with the same key is done and paid once, for 24 hours; a new one for each call where absent. */
  readonly idempotencyKey?: string;
  /** For this call: see `ShowrunnerOptions`. */
  readonly timeout?: number;
  readonly maxRetries?: number;
}

/** What is asked for, and how. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: object | undefined;
  readonly body?: object;
  /** A media type; JSON where absent. */
  readonly accept?: string;
  /** Further headers, by names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Each way of reading an answer. Its form is checked; that `data` is of the type that the contract says is the
 * server's promise. An error answer is thrown, but by `json`.
 */
export interface Transport {
  readonly maxRetries: number;
  readonly silenceMs: number;
  /** Of what is streamed: the body is unread. */
  open(request: ApiRequest, options?: CallOptions): Promise<Response>;
  /** The success envelope. */
  answer<Output, Meta = AnswerMeta>(request: ApiRequest, options?: CallOptions): Promise<Answer<Output, Meta>>;
  /** What stands in its `data`. */
  data<Data>(request: ApiRequest, options?: CallOptions): Promise<Data>;
  /** Nothing but that it was done. */
  nothing(request: ApiRequest, options?: CallOptions): Promise<void>;
  /** A JSON object without an envelope, whatever the status. */
  json<Shape extends object>(request: ApiRequest, options?: CallOptions): Promise<Shape>;
}

const DEFAULT_TIMEOUT_MS = 620_000;
const DEFAULT_RETRIES = 2;
/** Three heartbeats of the server, which come every 15 s. */
const DEFAULT_SILENCE_MS = 45_000;

export function createTransport({
  baseUrl = 'http://127.0.0.1:3000',
  apiKey,
  fetch = globalThis.fetch,
  timeout = DEFAULT_TIMEOUT_MS,
  maxRetries = DEFAULT_RETRIES,
  silence: silenceMs = DEFAULT_SILENCE_MS,
}: TransportOptions): Transport {
  const root = baseUrl.replace(/\/+$/, '');
  const authorization = bearer(apiKey?.trim());
  const unreachable = (cause: unknown) =>
    new ApiError('SERVICE_UNAVAILABLE', { message: `Nothing answers at ${root}. Is the server running?`, cause });

  function send(
    request: ApiRequest,
    options: CallOptions,
    received: (response: Response) => Response | Promise<Response>,
  ): Promise<Response> {
    const { signal, workspace } = options;
    const retries = options.maxRetries ?? maxRetries;
    const key = options.idempotencyKey ?? (retries > 0 ? keyFor(request) : undefined);
    const init = {
      method: request.method,
      headers: headersOf(request, authorization, options, key),
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    };
    const address = root + request.path + queryText({ ...request.query, workspace });
    const once = async (patience: AbortSignal) => received(await fetch(address, { ...init, signal: patience }));
    return tryAndRetry(once, unreachable, {
      timeout: options.timeout ?? timeout,
      maxRetries: retries,
      isRepeatable: request.method !== 'POST' || key !== undefined,
      signal,
    });
  }

  const open: Transport['open'] = (request, options = {}) => send(request, options, (response) => response);

  /** An error that has a body of another form is an answer too: how a server is that is not well. */
  async function openWhatever(
    request: ApiRequest,
    { signal, timeout: own = timeout }: CallOptions = {},
  ): Promise<Response> {
    const patience = AbortSignal.timeout(own);
    try {
      return await fetch(root + request.path, {
        method: request.method,
        headers: headersOf(request, authorization),
        signal: signal === undefined ? patience : AbortSignal.any([signal, patience]),
      });
    } catch (cause) {
      signal?.throwIfAborted();
      throw unreachable(cause);
    }
  }

  async function read<Shape>(response: Response, isShape: (value: unknown) => value is Shape): Promise<Shape> {
    const text = await response.text();
    const value = parseJson(text);
    if (isShape(value)) return value;
    const found = value === undefined ? 'no JSON' : 'JSON of another form';
    throw new ApiError('SERVICE_UNAVAILABLE', {
      message: `What answers at ${root} is not the content API (status ${response.status}, ${found}).`,
    });
  }

  const answer = async <Output, Meta = AnswerMeta>(
    request: ApiRequest,
    options: CallOptions = {},
  ): Promise<Answer<Output, Meta>> => read(await send(request, options, whole), isAnswer<Output, Meta>);

  return {
    maxRetries,
    silenceMs,
    open,
    answer,
    data: async <Data>(request: ApiRequest, options?: CallOptions) => (await answer<Data>(request, options)).data,
    nothing: async (request, options = {}) => void (await send(request, options, whole)),
    json: async <Shape extends object>(request: ApiRequest, options?: CallOptions) =>
      read(await openWhatever(request, options), isObject<Shape>),
  };
}

/** With its body read, so that one that breaks off or stands still is tried again as well. */
async function whole(response: Response): Promise<Response> {
  if (!response.ok || response.body === null) return response;
  const { status, headers } = response;
  return new Response(await response.text(), { status, headers });
}

/** Visible ASCII: what a header takes anywhere (RFC 9110 §5.5). */
const SENDABLE = /^[!-~]+$/;

/** What a key is sent as; an empty one is none. What `fetch` says of one that cannot be sent holds the key itself. */
function bearer(apiKey = ''): string | undefined {
  if (apiKey === '') return undefined;
  if (SENDABLE.test(apiKey)) return `Bearer ${apiKey}`;
  throw new ApiError('UNAUTHORIZED', {
    message:
      'The API key holds blanks, line breaks or letters that are not ASCII, which no header takes. Copy it again.',
  });
}

function headersOf(
  { body, accept = 'application/json', headers: further }: ApiRequest,
  authorization: string | undefined,
  { requestId }: CallOptions = {},
  idempotencyKey?: string,
) {
  const headers = new Headers({ accept, ...further });
  if (authorization !== undefined) headers.set('authorization', authorization);
  if (requestId !== undefined) headers.set('x-request-id', requestId);
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey);
  if (body !== undefined) headers.set('content-type', 'application/json');
  return headers;
}

/** A new key for what has an effect, so that it may be sent again; what is not to be stored takes none. */
export function keyFor({ method, path, body }: Pick<ApiRequest, 'method' | 'path' | 'body'>): string | undefined {
  if (method !== 'POST' || path.endsWith('/estimate') || path.startsWith('/export/')) return undefined;
  return isObject(body) && body.store === false ? undefined : globalThis.crypto.randomUUID();
}

/** As server-sent events, behind a known one where there is one. */
export function streamed(after: string | undefined): Pick<ApiRequest, 'accept' | 'headers'> {
  return { accept: 'text/event-stream', ...(after === undefined ? {} : { headers: { 'last-event-id': after } }) };
}

function queryText(query: object = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}
