import { priceOf, type ModelPrice, type Use } from '@showrunner/models';
import type { Usage } from '@showrunner/providers';

/**
 * US dollars for what a call used, or nothing where the price is not known: an unknown cost is never zero. What it was
 * billed in beside tokens (`AnswerFacts.billedAs`) goes before them.
 */
export function costOf(
  usage: Usage | undefined,
  price: ModelPrice | undefined,
  billedAs?: readonly Use[],
): number | undefined {
  for (const use of billedAs ?? []) {
    const cost = priceOf(price, use);
    if (cost !== undefined) return cost;
  }
  return usage && priceOf(price, tokenUse(usage));
}

/** Token counts by how they are billed; on OpenAI's wire the parts are counted in the whole as well. */
function tokenUse({ prompt_tokens, completion_tokens, prompt_tokens_details, completion_tokens_details }: Usage): Use {
  const cachedInputTokens = prompt_tokens_details?.cached_tokens ?? 0;
  const written = prompt_tokens_details?.cache_creation_tokens ?? 0;
  const cacheWriteHourTokens = prompt_tokens_details?.cache_creation_token_details?.ephemeral_1h_input_tokens ?? 0;
  const reasoningTokens = Math.min(completion_tokens_details?.reasoning_tokens ?? 0, completion_tokens);
  return {
    inputTokens: Math.max(0, prompt_tokens - cachedInputTokens - written),
    cachedInputTokens,
    cacheWriteTokens: written - cacheWriteHourTokens,
    cacheWriteHourTokens,
    outputTokens: completion_tokens - reasoningTokens,
    reasoningTokens,
  };
}
