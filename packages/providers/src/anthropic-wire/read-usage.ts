import { estimateTokens } from '@showrunner/models';
import { asCount, asObject, asString, type JsonObject } from '../kit/json.ts';
import type { Usage } from '../spec/operations/chat.ts';

/**
 * Anthropic counts cached input apart; on OpenAI's wire it is part of the prompt. Nothing where nothing was counted.
 * The parts stand there even at 0, as LiteLLM gives them.
 *
 * @param reasoning what the model was seen to think, for models whose thinking Anthropic does not count apart
 */
export function readAnthropicUsage(usage: JsonObject | undefined, reasoning = ''): Usage | undefined {
  if (!usage || (usage.input_tokens === undefined && usage.output_tokens === undefined)) return undefined;
  const fresh = asCount(usage.input_tokens);
  const read = asCount(usage.cache_read_input_tokens);
  const written = asCount(usage.cache_creation_input_tokens);
  const prompt = fresh + read + written;
  const completion = asCount(usage.output_tokens);
  const thought = thinkingTokens(usage, reasoning, completion);
  const tier = asString(usage.service_tier);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    completion_tokens_details: { reasoning_tokens: thought, text_tokens: completion - thought },
    prompt_tokens_details: {
      cached_tokens: read,
      cache_write_tokens: written,
      cache_creation_tokens: written,
      text_tokens: fresh,
      ...cacheLifetimes(asObject(usage.cache_creation)),
    },
    cache_read_input_tokens: read,
    cache_creation_input_tokens: written,
    ...(tier !== undefined && { service_tier: tier }),
  };
}

function thinkingTokens(usage: JsonObject, reasoning: string, completion: number): number {
  const counted = asObject(usage.output_tokens_details)?.thinking_tokens;
  const thought = counted === undefined ? estimateTokens(reasoning.length) : asCount(counted);
  return Math.min(thought, completion);
}

function cacheLifetimes(creation: JsonObject | undefined): NonNullable<Usage['prompt_tokens_details']> {
  if (!creation) return {};
  return {
    cache_creation_token_details: {
      ephemeral_5m_input_tokens: asCount(creation.ephemeral_5m_input_tokens),
      ephemeral_1h_input_tokens: asCount(creation.ephemeral_1h_input_tokens),
    },
  };
}
