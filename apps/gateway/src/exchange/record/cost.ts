import { priceOf, pricesOf, type TierPrice, type Use } from '@showrunner/models';
import type { Usage } from '@showrunner/providers';
import type { AnswerFacts } from '../answer/answer-facts.ts';

/**
 * US dollars for what a call used, or nothing where the price is not known: an unknown cost is never zero. What it was
 * billed in beside tokens (`billedAs`) goes before them.
 *
 * @param tokens what counts as tokens; nothing where they are not to be billed
 * @param usual the deployment's price
 */
export function costOf(
  { billedAs = [], price: own }: Pick<AnswerFacts, 'billedAs' | 'price'>,
  tokens: Usage | undefined,
  usual: TierPrice | undefined,
): number | undefined {
  const price = own ?? usual;
  for (const use of billedAs) {
    const cost = priceOf(price, use);
    if (cost !== undefined) return cost;
  }
  return tokens && priceOf(price, tokenUse(tokens));
}

/**
 * US dollars for each part of a completion, by LiteLLM's names of them: what came from a cache or went into one is no
 * part of `input`, reasoning is one of `output`. Nothing where no price is known.
 */
export function costPartsOf(usage: Usage, price: TierPrice | undefined): Record<string, number> {
  if (!price) return {};
  // Written out, and of the few units that were used: each answer is told its parts before it leaves.
  const dollars = pricesOf(price, tokenUse(usage));
  const { inputTokens = 0, inputAudioTokens = 0, inputImageTokens = 0 } = dollars;
  const { outputTokens = 0, reasoningTokens = 0, outputAudioTokens = 0, outputImageTokens = 0 } = dollars;
  const { cachedInputTokens = 0, cacheWriteTokens = 0, cacheWriteHourTokens = 0 } = dollars;
  const written = cacheWriteTokens + cacheWriteHourTokens;
  const parts: Record<string, number> = {
    input: inputTokens + inputAudioTokens + inputImageTokens,
    output: outputTokens + reasoningTokens + outputAudioTokens + outputImageTokens,
  };
  if (cachedInputTokens > 0) parts['cache-read'] = cachedInputTokens;
  if (written > 0) parts['cache-creation'] = written;
  if (reasoningTokens > 0) parts.reasoning = reasoningTokens;
  return parts;
}

/** Token counts by how they are billed; on OpenAI's wire the parts are counted in the whole as well. */
function tokenUse({ prompt_tokens, completion_tokens, prompt_tokens_details, completion_tokens_details }: Usage): Use {
  const cachedInputTokens = prompt_tokens_details?.cached_tokens ?? 0;
  const written = prompt_tokens_details?.cache_creation_tokens ?? 0;
  const cacheWriteHourTokens = prompt_tokens_details?.cache_creation_token_details?.ephemeral_1h_input_tokens ?? 0;
  const fresh = Math.max(0, prompt_tokens - cachedInputTokens - written);
  // Of sound and pictures that a cache held, vendors do not say how many they were.
  const inputAudioTokens = Math.min(prompt_tokens_details?.audio_tokens ?? 0, fresh);
  const inputImageTokens = Math.min(prompt_tokens_details?.image_tokens ?? 0, fresh - inputAudioTokens);
  const reasoningTokens = Math.min(completion_tokens_details?.reasoning_tokens ?? 0, completion_tokens);
  const spoken = completion_tokens - reasoningTokens;
  const outputAudioTokens = Math.min(completion_tokens_details?.audio_tokens ?? 0, spoken);
  const outputImageTokens = Math.min(completion_tokens_details?.image_tokens ?? 0, spoken - outputAudioTokens);
  return {
    inputTokens: fresh - inputAudioTokens - inputImageTokens,
    cachedInputTokens,
    cacheWriteTokens: written - cacheWriteHourTokens,
    cacheWriteHourTokens,
    inputAudioTokens,
    inputImageTokens,
    outputTokens: spoken - outputAudioTokens - outputImageTokens,
    reasoningTokens,
    outputAudioTokens,
    outputImageTokens,
  };
}
