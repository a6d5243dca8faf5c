import { createParser } from 'eventsource-parser';
import { errors, Pool } from 'undici';
import type { Dispatcher } from 'undici';
import { gatewayAnswerUnreadable, gatewayRefusal, gatewayUnreachable, StreamCutError } from './gateway-error.ts';

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
  readonly response_format?: unknown;
}

/** What came back from the model, before anyone trusts it. */
export interface RawAnswer {
  readonly text: string;
  /** OpenAI's `finish_reason`: `stop`, `length`, `content_filter`, … */
  readonly finishReason: string | null;
  /** OpenAI's `message.refusal`. */
  readonly refusal: string | null;
}

export interface Completion extends RawAnswer {
  /** The deployment's model that served, as the gateway names it. */
  readonly model: string;
  readonly tokens: { readonly input: number; readonly output: number } | null;
  /** US dollars; null where the gateway does not know, or cannot before a stream has ended. */
  readonly costUsd: number | null;
}

/** One entry of LiteLLM's `GET /model/info`; everything but the name may be absent. */
export interface ModelInfo {
  readonly model_name: string;
  readonly litellm_params?: { readonly model?: string };
  readonly model_info?: {
    readonly mode?: string | null;
    readonly strategy?: string;
    readonly input_cost_per_token?: number | null;
    readonly output_cost_per_token?: number | null;
    readonly max_output_tokens?: number | null;
  };
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
        ? readStream(response, call.onText, call.signal)
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

type Headers = Dispatcher.ResponseData['headers'];

interface WireUsage {
  readonly prompt_tokens?: number;
  readonly completion_tokens?: number;
}

interface WireChunk {
  readonly model?: string;
  readonly usage?: WireUsage | null;
  readonly error?: unknown;
  readonly choices?: readonly {
    readonly finish_reason?: string | null;
    readonly message?: { readonly content?: string | null; readonly refusal?: string | null };
    readonly delta?: { readonly content?: string | null; readonly refusal?: string | null };
  }[];
}

function readCompletion(headers: Headers, text: string): Completion {
  const wire: WireChunk | undefined = parseObject(text);
  const choice = wire?.choices?.[0];
  if (wire?.error !== undefined) throw gatewayRefusal(502, headers, text);
  if (wire === undefined || choice === undefined) throw gatewayAnswerUnreadable('no chat completion');
  return {
    text: choice.message?.content ?? '',
    refusal: choice.message?.refusal ?? null,
    finishReason: choice.finish_reason ?? null,
    model: servedModel(headers, wire.model),
    tokens: readUsage(wire.usage),
    costUsd: readCost(headers),
  };
}

async function readStream(
  response: Dispatcher.ResponseData,
  onText: (piece: string) => void,
  signal: AbortSignal,
): Promise<Completion> {
  let text = '';
  let refusal: string | null = null;
  let finishReason: string | null = null;
  let usage: WireUsage | null | undefined;
  let model: string | undefined;
  let failure: string | undefined;
  const parser = createParser({
    onEvent({ data }) {
      if (data === '[DONE]') return;
      const chunk: WireChunk | undefined = parseObject(data);
      if (chunk?.error !== undefined) failure = data;
      const choice = chunk?.choices?.[0];
      model ??= chunk?.model;
      usage = chunk?.usage ?? usage;
      finishReason = choice?.finish_reason ?? finishReason;
      const piece = choice?.delta?.content;
      if (choice?.delta?.refusal) refusal = (refusal ?? '') + choice.delta.refusal;
      if (piece) {
        text += piece;
        onText(piece);
      }
    },
  });
  const decoder = new TextDecoder();
  try {
    for await (const bytes of response.body as AsyncIterable<Buffer>) {
      parser.feed(decoder.decode(bytes, { stream: true }));
    }
  } catch (error) {
    signal.throwIfAborted();
    throw new StreamCutError('The connection to the gateway ended in the middle of the answer.', { cause: error });
  }
  if (failure !== undefined && text === '') throw gatewayRefusal(502, response.headers, failure);
  if (failure !== undefined)
    throw new StreamCutError('The provider failed in the middle of the answer.', { cause: failure });
  if (finishReason === null) throw new StreamCutError('The answer stopped without saying that it was complete.');
  return {
    text,
    refusal,
    finishReason,
    model: servedModel(response.headers, model),
    tokens: readUsage(usage),
    costUsd: readCost(response.headers),
  };
}

function servedModel(headers: Headers, inBody: string | undefined): string {
  return singleHeader(headers, 'x-showrunner-model') ?? inBody ?? 'unknown';
}

function readUsage(usage: WireUsage | null | undefined): Completion['tokens'] {
  if (usage === null || usage === undefined) return null;
  return { input: usage.prompt_tokens ?? 0, output: usage.completion_tokens ?? 0 };
}

function readCost(headers: Headers): number | null {
  const value = Number.parseFloat(singleHeader(headers, 'x-litellm-response-cost') ?? '');
  return Number.isFinite(value) && value >= 0 ? value : null;
}

function singleHeader(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function readModelInfo(text: string): ModelInfo[] {
  const list: { data?: unknown } | undefined = parseObject(text);
  const data = list?.data;
  if (!Array.isArray(data)) throw gatewayAnswerUnreadable('no model list');
  return data.filter((entry: Partial<ModelInfo> | null): entry is ModelInfo => typeof entry?.model_name === 'string');
}

function readModelNames(text: string): ModelInfo[] {
  const list: { data?: unknown } | undefined = parseObject(text);
  const data = list?.data;
  if (!Array.isArray(data)) throw gatewayAnswerUnreadable('no model list');
  return data.flatMap((entry: { id?: unknown } | null) =>
    typeof entry?.id === 'string' ? [{ model_name: entry.id, litellm_params: { model: entry.id } }] : [],
  );
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
