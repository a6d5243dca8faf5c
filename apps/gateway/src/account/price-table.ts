import prices from './prices.generated.json' with { type: 'json' };

/**
 * What the bundled table knows of one model, under LiteLLM's names, so that `model_info` and `litellm_params` override
 * it member by member. Costs are US dollars per token.
 */
export interface PriceEntry {
  readonly mode: string;
  readonly max_input_tokens?: number;
  readonly max_output_tokens?: number;
  readonly input_cost_per_token?: number;
  readonly output_cost_per_token?: number;
  readonly output_cost_per_reasoning_token?: number;
  readonly cache_read_input_token_cost?: number;
  readonly cache_creation_input_token_cost?: number;
  /** Anthropic's price for what is kept an hour. */
  readonly cache_creation_input_token_cost_above_1hr?: number;
  readonly supports_adaptive_thinking?: boolean;
  readonly supports_sampling_params?: boolean;
  readonly supports_none_reasoning_effort?: boolean;
  /** Further `supports_*` flags, `*_above_200k_tokens` prices and the like. */
  readonly [member: string]: string | number | boolean | undefined;
}

/** Where the table comes from, its licence and the day it was read. */
export const priceTableSource: Readonly<Record<string, string>> = prices.source;

const models: Readonly<Record<string, Readonly<Record<string, PriceEntry>>>> = prices.models;

/**
 * The entry for a vendor's model id; nothing where the table does not know it, and then its cost is unknown. A
 * fine-tuned model (`ft:gpt-4o-mini-2024-07-18:org::id`) costs what its base does as a fine-tuned one.
 */
export function findPriceEntry(provider: string, model: string): PriceEntry | undefined {
  const known = Object.hasOwn(models, provider) ? models[provider] : undefined;
  if (!known) return undefined;
  const name = model.startsWith('ft:') ? model.split(':').slice(0, 2).join(':') : model;
  return Object.hasOwn(known, name) ? known[name] : undefined;
}
