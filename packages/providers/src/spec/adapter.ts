import type { ChatChunk, ChatCompletion, ChatRequest } from './chat.ts';
import type { ModelFacts } from './model-facts.ts';
import type { ProviderError } from './provider-error.ts';

/** Where and as whom to call a vendor: one deployment's `litellm_params`, resolved. */
export interface ProviderSettings {
  /** The vendor's secret; never logged, never part of an error. */
  apiKey?: string;
  /** Root of the vendor's API, for example `https://api.openai.com/v1`; no trailing slash. */
  apiBase?: string;
  apiVersion?: string;
  organization?: string;
  /** Headers added to each upstream request. */
  extraHeaders?: Readonly<Record<string, string>>;
  /** Everything else that `litellm_params` held, for vendors with settings of their own. */
  options?: Readonly<Record<string, unknown>>;
}

/** One chat completion to make. */
export interface ChatCall {
  /** The caller's request, checked; adapters read it and never change it. */
  request: ChatRequest;
  /** The vendor's own model id: `provider/` is already cut off. */
  model: string;
  settings: ProviderSettings;
  /** What the price table and `model_info` say about the model; nothing for a model that they do not know. */
  facts?: ModelFacts;
  /** LiteLLM's `drop_params`: true leaves out what the vendor does not support, false refuses it with 400. */
  dropUnsupported: boolean;
}

/** A request member that this vendor or model cannot honour; the call goes on without it. */
export interface AdapterWarning {
  feature: string;
  message: string;
}

/** An HTTP request ready to be dispatched; `body` is serialised JSON. */
export interface EncodedRequest {
  /** Absolute URL. */
  url: string;
  method: 'POST';
  headers: Record<string, string>;
  body: string;
  warnings: AdapterWarning[];
}

/**
 * Turns a vendor's streamed bytes into chunks of OpenAI's shape. One per call; it keeps what is not complete yet, so
 * that any slicing of the same bytes gives the same chunks. Usage comes once, in the last chunk, with no choice.
 * Both methods throw nothing but `ProviderError`; after a throw the decoder is spent.
 */
export interface ChatStreamDecoder {
  /** Throws where the stream holds the vendor's error, or what is no stream of this vendor. */
  push(bytes: Uint8Array): ChatChunk[];
  /** Call it when the bytes end. Throws when the vendor had not said that it was done: a cut is never a `stop`. */
  end(): ChatChunk[];
}

interface ProviderDescription {
  /** The prefix in `provider/model`, as LiteLLM writes it; also the name of the vendor's folder. */
  readonly name: string;
  /** Other prefixes that mean this vendor. */
  readonly aliases?: readonly string[];
  /** Model names that mean this vendor when no prefix is given, for example `gpt-5` or `claude-opus-5`. */
  readonly modelPatterns?: readonly RegExp[];
  /** How the vendor is called in error messages, for example `OpenAI`. */
  readonly title: string;
  /** Environment names that stand in for `api_key`, `api_base` and `api_version`, in LiteLLM's order. */
  readonly environment: {
    readonly apiKey?: readonly string[];
    readonly apiBase?: readonly string[];
    readonly apiVersion?: readonly string[];
  };
  /** Whether a call without `apiKey` can work (local servers). */
  readonly keyRequired: boolean;
}

/** A vendor reached over HTTP. Pure: it builds and reads, the gateway's `call/` dispatches. */
export interface HttpProviderAdapter extends ProviderDescription {
  readonly transport: 'http';
  /**
   * `openai`: bodies and frames are OpenAI's own, so the gateway may pass the answer's bytes on as they came.
   * `translated`: answers go through `decodeChat` and `createStreamDecoder`.
   */
  readonly wire: 'openai' | 'translated';
  readonly defaultApiBase: string | undefined;
  /** Throws a `ProviderError` with status 400 where the request asks for what the vendor cannot do. */
  encodeChat(call: ChatCall): EncodedRequest;
  /** Reads a 2xx answer; throws what `decodeError` says where its body is an error or no completion at all. */
  decodeChat(body: Uint8Array, call: ChatCall): ChatCompletion;
  createStreamDecoder(call: ChatCall): ChatStreamDecoder;
  /** Reads a non-2xx answer, or an error object inside a 200. */
  decodeError(
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
    body: Uint8Array,
  ): ProviderError;
}

/** A vendor that runs here, in a child process: the embedded model; later the long-tail bridge. */
export interface EmbeddedProviderAdapter extends ProviderDescription {
  readonly transport: 'embedded';
  /** Starts what `model` needs, so that its first call need not wait; optional to call. */
  warm?(model: string, signal: AbortSignal): Promise<void>;
  completeChat(call: ChatCall, signal: AbortSignal): Promise<ChatCompletion>;
  streamChat(call: ChatCall, signal: AbortSignal): AsyncIterable<ChatChunk>;
  /** Ends what the adapter started. */
  dispose(): Promise<void>;
}

export type ProviderAdapter = HttpProviderAdapter | EmbeddedProviderAdapter;
