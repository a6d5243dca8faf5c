import { errors, Pool, type Dispatcher } from 'undici';
import { gatewayAnswerUnreadable, gatewayRefusal, gatewayUnreachable } from './gateway-error.ts';
import { readCompletion, readStreamedCompletion, type Completion } from './read-completion.ts';
import { readModelInfo, readModelNames, type ModelInfo } from './read-models.ts';
import type { ResponseFormat } from './response-format.ts';

/** The LLM gateway as this server uses it: OpenAI's wire, LiteLLM's model info, nothing else. */
export interface GatewayClient {
  /** One chat completion. With `onText` it is streamed, and `onText` is given each piece of the text. */
  complete(body: ChatBody, call: GatewayCall & { onText?: (piece: string) => void }): Promise<Completion>;
  /** `GET /model/info`; where the gateway has none (404), the names of `GET /v1/models`. */
  models(call: GatewayCall): Promise<ModelInfo[]>;
  /** Resolves when the gateway answers at all. */
  ping(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export interface GatewayCall {
  readonly signal: AbortSignal;
  readonly requestId?: string;
}

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** OpenAI's chat completion request, as far as this server fills it. */
export interface ChatBody {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly max_tokens?: number;
  readonly temperature?: number;
  readonly seed?: number;
  readonly response_format?: ResponseFormat;
}

export interface GatewayOptions {
  /** The gateway's root; a trailing `/v1` is tolerated. */
  readonly baseUrl: string;
  readonly apiKey?: string | undefined;
}

/** No answer of a model is this long; more is a fault of what stands at the address. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

export function createGatewayClient({ baseUrl, apiKey }: GatewayOptions): GatewayClient {
  const root = new URL(baseUrl);
  const prefix = root.pathname.replace(/\/+$/, '').replace(/\/v1$/, '');
  // Time-outs are the request's own deadline; the pool must not have others of its own.
  const pool = new Pool(root.origin, {
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: 5_000 },
    maxResponseSize: MAX_ANSWER_BYTES,
  });
  const authorization = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };

  async function send(
    method: 'GET' | 'POST',
    path: string,
    { signal, requestId }: GatewayCall,
    body?: string,
  ): Promise<Dispatcher.ResponseData> {
    try {
      return await pool.request({
        method,
        path: prefix + path,
        headers: {
          ...authorization,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(requestId === undefined ? {} : { 'x-request-id': requestId }),
        },
        body: body ?? null,
        signal,
      });
    } catch (error) {
      signal.throwIfAborted();
      throw gatewayUnreachable(baseUrl, error);
    }
  }

  async function readText({ body }: Dispatcher.ResponseData, signal: AbortSignal): Promise<string> {
    try {
      return await body.text();
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof errors.ResponseExceededMaxSizeError
        ? gatewayAnswerUnreadable('longer than 16 MiB')
        : gatewayUnreachable(baseUrl, error);
    }
  }

  return {
    async complete(body, call) {
      const streamed = call.onText !== undefined;
      const sent = streamed ? { ...body, stream: true, stream_options: { include_usage: true } } : body;
      const response = await send('POST', '/v1/chat/completions', call, JSON.stringify(sent));
      if (response.statusCode !== 200) {
        throw gatewayRefusal(response.statusCode, response.headers, await readText(response, call.signal));
      }
      const isStream = String(response.headers['content-type']).startsWith('text/event-stream');
      return call.onText !== undefined && isStream
        ? readStreamedCompletion(response, call.onText, call.signal)
        : readCompletion(response.headers, await readText(response, call.signal));
    },

    async models(call) {
      const info = await send('GET', '/model/info', call);
      const text = await readText(info, call.signal);
      if (info.statusCode === 200) return readModelInfo(text);
      if (info.statusCode !== 404) throw gatewayRefusal(info.statusCode, info.headers, text);
      const list = await send('GET', '/v1/models', call);
      const names = await readText(list, call.signal);
      if (list.statusCode !== 200) throw gatewayRefusal(list.statusCode, list.headers, names);
      return readModelNames(names);
    },

    async ping(signal) {
      const response = await send('GET', '/health/liveliness', { signal });
      await response.body.dump();
    },

    close: () => pool.close(),
  };
}
