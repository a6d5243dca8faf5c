import { ApiError } from '@showrunner/errors';
import { errorFromResponse } from './error-from-response.ts';

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

interface Call extends CallOptions {
  readonly body?: unknown;
  readonly accept?: string;
}

export interface Transport {
  /** An answer whose status is good, body unread. */
  open(method: 'GET' | 'POST', path: string, call: Call): Promise<Response>;
  /** A good answer's JSON. */
  read<Answer>(method: 'GET' | 'POST', path: string, call: Call): Promise<Answer>;
  /** An answer's JSON, whatever its status. */
  readAnyStatus<Answer>(method: 'GET' | 'POST', path: string, call: Call): Promise<Answer>;
}

export function createTransport(options: TransportOptions): Transport {
  const { baseUrl = 'http://127.0.0.1:3000', apiKey, fetch = globalThis.fetch } = options;
  const root = baseUrl.replace(/\/+$/, '');

  async function send(method: string, path: string, { body, accept, signal, requestId }: Call): Promise<Response> {
    const headers = new Headers({ accept: accept ?? 'application/json' });
    if (apiKey !== undefined) headers.set('authorization', `Bearer ${apiKey}`);
    if (requestId !== undefined) headers.set('x-request-id', requestId);
    if (body !== undefined) headers.set('content-type', 'application/json');
    try {
      return await fetch(root + path, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
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

  async function json<Answer>(response: Response): Promise<Answer> {
    try {
      return (await response.json()) as Answer;
    } catch (cause) {
      throw new ApiError('SERVICE_UNAVAILABLE', {
        message: `What answers at ${root} is not the content API (status ${response.status}, no JSON).`,
        cause,
      });
    }
  }

  async function open(method: string, path: string, call: Call): Promise<Response> {
    const response = await send(method, path, call);
    if (!response.ok) throw await errorFromResponse(response);
    return response;
  }

  return {
    open,
    read: async (method, path, call) => json(await open(method, path, call)),
    readAnyStatus: async (method, path, call) => json(await send(method, path, call)),
  };
}
