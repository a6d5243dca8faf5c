import { ApiError } from '@showrunner/errors';
import { errorFromResponse } from './error-from-response.ts';
import { isAnswer, isObject, parseJson } from './guards.ts';
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
}

/** What is asked for, and how. */
export interface Asked {
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
  open(asked: Asked, options?: CallOptions): Promise<Response>;
  /** The success envelope. */
  answer<Output>(asked: Asked, options?: CallOptions): Promise<Answer<Output>>;
  /** What stands in its `data`. */
  data<Data>(asked: Asked, options?: CallOptions): Promise<Data>;
  /** A JSON object without an envelope, whatever the status. */
  json<Shape extends object>(asked: Asked, options?: CallOptions): Promise<Shape>;
}

export function createTransport({
  baseUrl = 'http://127.0.0.1:3000',
  apiKey,
  fetch = globalThis.fetch,
}: TransportOptions): Transport {
  const root = baseUrl.replace(/\/+$/, '');

  async function send(asked: Asked, options: CallOptions = {}): Promise<Response> {
    const { signal } = options;
    try {
      return await fetch(root + asked.path + queryText(asked.query), {
        method: asked.method,
        headers: headersOf(asked, apiKey, options),
        ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
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

  async function open(asked: Asked, options?: CallOptions): Promise<Response> {
    const response = await send(asked, options);
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

  const answer = async <Output>(asked: Asked, options?: CallOptions): Promise<Answer<Output>> =>
    read(await open(asked, options), isAnswer<Output>);

  return {
    open,
    answer,
    data: async <Data>(asked: Asked, options?: CallOptions) => (await answer<Data>(asked, options)).data,
    json: async <Shape extends object>(asked: Asked, options?: CallOptions) =>
      read(await send(asked, options), isObject<Shape>),
  };
}

function headersOf(
  { body, accept = 'application/json' }: Asked,
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
