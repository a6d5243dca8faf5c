import { errors, Pool, type Dispatcher } from 'undici';
import { gatewayAnswerUnreadable, gatewayRefusal, gatewayUnreachable, withoutKey } from './gateway-error.ts';
import { readCompletion, readStreamedCompletion, type Completion } from './read-completion.ts';
import { readModelInfo, readModelNames, type ModelInfo } from './read-models.ts';
import { formatJson, type ResponseFormat } from './response-format.ts';

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

/** The LLM gateway as this server uses it: OpenAI's wire, LiteLLM's model info, nothing else. */
export class GatewayClient {
  readonly #baseUrl: string;
  readonly #prefix: string;
  readonly #apiKey: string | undefined;
  readonly #authorization: Readonly<Record<string, string>>;
  readonly #pool: Pool;

  constructor({ baseUrl, apiKey }: GatewayOptions) {
    const root = new URL(baseUrl);
    this.#baseUrl = baseUrl;
    this.#prefix = root.pathname.replace(/\/+$/, '').replace(/\/v1$/, '');
    this.#apiKey = apiKey;
    this.#authorization = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
    // Time-outs are the request's own deadline; the pool must not have others of its own.
    this.#pool = new Pool(root.origin, {
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: 5_000 },
      maxResponseSize: MAX_ANSWER_BYTES,
    });
  }

  /** One chat completion. With `onText` it is streamed, and `onText` is given each piece of the text. */
  complete(body: ChatBody, call: GatewayCall & { onText?: (piece: string) => void }): Promise<Completion> {
    return this.#complete(body, call).catch((error: unknown) => Promise.reject(withoutKey(error, this.#apiKey)));
  }

  async #complete(body: ChatBody, call: Parameters<GatewayClient['complete']>[1]): Promise<Completion> {
    const streamed = call.onText !== undefined;
    const sent = streamed ? { ...body, stream: true, stream_options: { include_usage: true } } : body;
    const response = await this.#send('POST', '/v1/chat/completions', call, chatJson(sent));
    if (response.statusCode !== 200) {
      throw gatewayRefusal(response.statusCode, response.headers, await this.#readText(response, call.signal));
    }
    const isStream = String(response.headers['content-type']).startsWith('text/event-stream');
    return call.onText !== undefined && isStream
      ? readStreamedCompletion(response, call.onText, call.signal)
      : readCompletion(response.headers, await this.#readText(response, call.signal));
  }

  /** `GET /model/info`; where the gateway has none (404), the names of `GET /v1/models`. */
  models(call: GatewayCall): Promise<ModelInfo[]> {
    return this.#models(call).catch((error: unknown) => Promise.reject(withoutKey(error, this.#apiKey)));
  }

  async #models(call: GatewayCall): Promise<ModelInfo[]> {
    const info = await this.#send('GET', '/model/info', call);
    const text = await this.#readText(info, call.signal);
    if (info.statusCode === 200) return readModelInfo(text);
    if (info.statusCode !== 404) throw gatewayRefusal(info.statusCode, info.headers, text);
    const list = await this.#send('GET', '/v1/models', call);
    const names = await this.#readText(list, call.signal);
    if (list.statusCode !== 200) throw gatewayRefusal(list.statusCode, list.headers, names);
    return readModelNames(names);
  }

  /** Resolves when the gateway answers at all. */
  async ping(signal: AbortSignal): Promise<void> {
    const response = await this.#send('GET', '/health/liveliness', { signal });
    await response.body.dump();
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  async #send(
    method: 'GET' | 'POST',
    path: string,
    { signal, requestId }: GatewayCall,
    body?: string,
  ): Promise<Dispatcher.ResponseData> {
    const request: Dispatcher.RequestOptions = {
      method,
      path: this.#prefix + path,
      headers: {
        ...this.#authorization,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(requestId === undefined ? {} : { 'x-request-id': requestId }),
      },
      body: body ?? null,
      signal,
    };
    const sentAt = performance.now();
    try {
      return await this.#pool.request(request).catch((error: unknown) => {
        if (signal.aborted || !isClosedWhileSent(error, performance.now() - sentAt)) throw error;
        return this.#pool.request(request);
      });
    } catch (error) {
      signal.throwIfAborted();
      throw gatewayUnreachable(this.#baseUrl, error);
    }
  }

  async #readText({ body }: Dispatcher.ResponseData, signal: AbortSignal): Promise<string> {
    try {
      return await body.text();
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof errors.ResponseExceededMaxSizeError
        ? gatewayAnswerUnreadable('longer than 16 MiB')
        : gatewayUnreachable(this.#baseUrl, error);
    }
  }
}

/** A gateway that has taken a request seldom breaks the connection as soon as that. Milliseconds; estimated. */
const SOON_MS = 1_000;

/**
 * Whether a connection was probably closed as idle by the gateway while a request was on its way to it, as happens on a
 * busy machine (RFC 9112, 9.5): nobody has read that request then, and it is sent again, once. A gateway that dies within
 * that time looks the same from here, and may be asked twice.
 */
function isClosedWhileSent(error: unknown, afterMs: number): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return afterMs < SOON_MS && (code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE');
}

/** The text of a request: the schema in it is most of it, and the same each time. */
function chatJson({ response_format: format, ...rest }: ChatBody): string {
  const json = JSON.stringify(rest);
  return format === undefined ? json : `${json.slice(0, -1)},"response_format":${formatJson(format)}}`;
}
