import type { ModelFacts } from '@showrunner/providers';
import type { Price } from '../exchange/deployment.ts';

/** What is known about a model, under LiteLLM's member names: an entry of the price table, or `model_info`. */
export type ModelInfo = Readonly<Record<string, unknown>>;

/** US dollars per token, or nothing where no price is known: an unknown cost is never zero. */
export function priceOf(known: ModelInfo): Price | undefined {
  const input = asNumber(known.input_cost_per_token);
  const output = asNumber(known.output_cost_per_token);
  if (input === undefined && output === undefined) return undefined;
  return {
    input: input ?? 0,
    output: output ?? 0,
    cachedInput: asNumber(known.cache_read_input_token_cost),
    cacheWrite: asNumber(known.cache_creation_input_token_cost),
    cacheWriteHour: asNumber(known.cache_creation_input_token_cost_above_1hr),
  };
}

/** What adapters decide by; nothing for a model that nobody describes. */
export function factsOf(known: ModelInfo): ModelFacts | undefined {
  const facts = {
    maxOutputTokens: asNumber(known.max_output_tokens) ?? asNumber(known.max_tokens),
    supportsAdaptiveThinking: asFlag(known.supports_adaptive_thinking),
    supportsSamplingParameters: asFlag(known.supports_sampling_params),
    supportsNoReasoning: asFlag(known.supports_none_reasoning_effort),
  };
  const present = Object.entries(facts).filter(([, value]) => value !== undefined);
  return present.length === 0 ? undefined : Object.fromEntries(present);
}

function asNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
}

function asFlag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}
