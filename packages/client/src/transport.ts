import { ApiError } from '@showrunner/errors';
import { errorFromResponse } from './error-from-response.ts';
import { isAnswer, isObject, parseJson } from './guards.ts';
import type { AnswerMeta } from './contract-types.generated.ts';
import type { Answer } from './types.ts';

export interface TransportOptions {
  /** The API's root. Default `http://127.0.0.1:3000`. */
  readonly baseUrl?: string;
  readonly apiKey?: string | undefined;
  /** Another `fetch`, for tests or for a runtime without one. */
  readonly fetch?: typeof globalThis.fetch;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Sent as `X-Request-Id`; the server makes one where absent. */
  readonly requestId?: string;
  /** Whose things are meant, for the key of an administrator; those of the key's own workspace where absent. */
  readonly workspace?: string;
}

/** What is asked for, and how. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: object | undefined;
  readonly body?: object;
  /** A media type; JSON where absent. */
  readonly accept?: string;
}

/**
 * Each way of reading an answer. Its form is checked; that `data` is of the type that the contract says is the
 * server's promise. An error answer is thrown, but by `json`.
 */
export interface Transport {
  /** Body unread. */
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

export function createTransport({
  baseUrl = 'http://127.0.0.1:3000',
  apiKey,
  fetch = globalThis.fetch,
}: TransportOptions): Transport {
  const root = baseUrl.replace(/\/+$/, '');

  async function send(request: ApiRequest, options: CallOptions = {}): Promise<Response> {
    const { signal, workspace } = options;
    try {
      return await fetch(root + request.path + queryText({ ...request.query, workspace }), {
        method: request.method,
        headers: headersOf(request, apiKey, options),
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        ...(signal === undefined ? {} : { signal }),
      });
    } catch (cause) {
      signal?.throwIfAborted();
      throw new ApiError('SERVICE_UNAVAILABLE', {
        message: `Nothing answers at ${root}. Is the server running?`,
        cause,
      });
    }
  }

  async function open(request: ApiRequest, options?: CallOptions): Promise<Response> {
    const response = await send(request, options);
    if (!response.ok) throw await errorFromResponse(response);
    return response;
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
    options?: CallOptions,
  ): Promise<Answer<Output, Meta>> => read(await open(request, options), isAnswer<Output, Meta>);

  return {
    open,
    answer,
    data: async <Data>(request: ApiRequest, options?: CallOptions) => (await answer<Data>(request, options)).data,
    nothing: async (request, options) => void (await open(request, options)).body?.cancel(),
    json: async <Shape extends object>(request: ApiRequest, options?: CallOptions) =>
      read(await send(request, options), isObject<Shape>),
  };
}

function headersOf(
  { body, accept = 'application/json' }: ApiRequest,
  apiKey: string | undefined,
  { requestId }: CallOptions,
) {
  const headers = new Headers({ accept });
  if (apiKey !== undefined) headers.set('authorization', `Bearer ${apiKey}`);
  if (requestId !== undefined) headers.set('x-request-id', requestId);
  if (body !== undefined) headers.set('content-type', 'application/json');
  return headers;
}

function queryText(query: object = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}
