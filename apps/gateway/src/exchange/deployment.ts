import type { ModelFacts, ProviderAdapter, ProviderSettings } from '@showrunner/providers';

/** One entry of `model_list`, ready to be called. */
export interface Deployment {
  /** `model_info.id`, else a hash of the entry: the same file gives the same ids. */
  readonly id: string;
  /** `model_name`: what callers ask for; entries of the same name form a group. May hold `*`. */
  readonly group: string;
  /** `litellm_params.model` as written, for example `anthropic/claude-opus-4-8`. May hold `*`. */
  readonly model: string;
  readonly adapter: ProviderAdapter;
  /** The vendor's own model id. */
  readonly vendorModel: string;
  readonly settings: ProviderSettings;
  /** Why it cannot be called as it is configured, for example for want of a key. */
  readonly problem: string | undefined;
  /** Request members that are sent when the caller leaves them out. */
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly dropUnsupported: boolean;
  readonly weight: number | undefined;
  /** Requests and tokens a minute: weights for routing, not hard limits (LiteLLM's meaning). */
  readonly rpm: number | undefined;
  readonly tpm: number | undefined;
  /** Lower is tried first; the next order only when all before it failed. */
  readonly order: number | undefined;
  readonly maxParallelRequests: number | undefined;
  readonly timeoutSeconds: number | undefined;
  readonly streamTimeoutSeconds: number | undefined;
  readonly retries: number | undefined;
  readonly cooldownSeconds: number | undefined;
  /** Answers with this text, or fails as it names, without calling anybody. */
  readonly mockResponse: string | undefined;
  readonly facts: ModelFacts | undefined;
  /** What a token costs in US dollars; nothing where it is not known. */
  readonly price: Price | undefined;
  /** `model_info` as written, and what is known beside it, for `/model/info`. */
  readonly info: Readonly<Record<string, unknown>>;
  /** `litellm_params` without secrets, for `/model/info`. */
  readonly publicParams: Readonly<Record<string, unknown>>;
}

/** US dollars per token. */
export interface Price {
  readonly input: number;
  readonly output: number;
  readonly cachedInput: number | undefined;
  readonly cacheWrite: number | undefined;
  readonly cacheWriteHour: number | undefined;
}
