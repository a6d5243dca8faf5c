import type { ModelFacts } from '@showrunner/models';

/** Where and as whom to call a vendor: one deployment's `litellm_params`, resolved. */
export interface ProviderSettings {
  /** The vendor's secret; never logged, never part of an error. */
  apiKey?: string;
  /** Root of the vendor's API, for example `https://api.openai.com/v1`; no trailing slash. */
  apiBase?: string;
  apiVersion?: string;
  organization?: string;
  /** LiteLLM's `base_model`: the vendor's own model that a name of somebody's making (an Azure deployment) stands for. */
  baseModel?: string;
  /** Headers added to each upstream request. */
  extraHeaders?: Readonly<Record<string, string>>;
  /** Everything else that `litellm_params` held, for vendors with settings of their own. */
  options?: Readonly<Record<string, unknown>>;
}

/** One call to make, whatever its kind. */
export interface ProviderCall<Request = unknown> {
  /** The caller's request, checked; adapters read it and never change it. */
  request: Request;
  /** The vendor's own model id: `provider/` is already cut off. */
  model: string;
  settings: ProviderSettings;
  /** What the price table and `model_info` say about the model; nothing for a model that they do not know. */
  facts?: ModelFacts;
  /** Headers of the caller that are the vendor's business, in lower case; each adapter takes those that it knows. */
  callerHeaders?: Readonly<Record<string, string>>;
  /** LiteLLM's `drop_params`: true leaves out what the vendor does not support, false refuses it with 400. */
  dropUnsupported: boolean;
  /** LiteLLM's `allowed_openai_params`: members that are sent whatever is known of vendor and model. */
  insistsOn?: readonly string[];
}

/** A request member that this vendor or model cannot honour; the call goes on without it. */
export interface AdapterWarning {
  feature: string;
  message: string;
}

/** An HTTP request ready to be dispatched. */
export interface VendorRequest {
  /** Absolute URL. */
  url: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers: Record<string, string>;
  /** Serialised JSON; empty where there is none. */
  body: string;
}

/** A request for a model's answer. */
export interface EncodedRequest extends VendorRequest {
  method: 'POST';
  warnings: AdapterWarning[];
}

/** One kind of call as a vendor over HTTP makes it. Pure: it builds and reads, the gateway dispatches. */
export interface HttpOperation<Call extends ProviderCall, Answer> {
  /**
   * `openai`: bodies and frames are OpenAI's own, so the gateway may pass the answer's bytes on as they came.
   * `translated`: answers go through `decode`, and through the decoder of a kind that streams.
   */
  readonly wire: 'openai' | 'translated';
  /** Throws a `ProviderError` with status 400 where the request asks for what the vendor cannot do. */
  encode(call: Call): EncodedRequest;
  /** Reads a 2xx answer; throws what `decodeError` says where its body is an error or no such answer at all. */
  decode(body: Uint8Array, call: Call): Answer;
}

/** What a vendor has said of the end of its stream: there is more to come, it may end here, or it has ended. */
export type StreamProgress = 'open' | 'may-end' | 'ended';

/**
 * Turns a vendor's streamed bytes into chunks of OpenAI's shape. One per call; it keeps what is not complete yet, so
 * that any slicing of the same bytes gives the same chunks.
 * What it throws is a `ProviderError` and nothing else; after a throw the decoder is spent.
 */
export interface StreamDecoder<Chunk> {
  /** Throws where the stream holds the vendor's error, or what is no stream of this vendor. */
  push(bytes: Uint8Array): Chunk[];
  /** Call it when the bytes end. Throws when the vendor had not said that it was done: a cut is never a `stop`. */
  end(): Chunk[];
  /** Where it stands after what was read. Behind `ended` no bytes count any more. */
  progress(): StreamProgress;
}
