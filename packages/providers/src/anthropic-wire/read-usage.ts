import { asCount, asObject, type JsonObject } from '../kit/json.ts';
import type { Usage } from '../spec/operations/chat.ts';

/** Anthropic counts cached input apart; on OpenAI's wire it is part of the prompt. Nothing where nothing was counted. */
export function readAnthropicUsage(usage: JsonObject | undefined): Usage | undefined {
  if (!usage || (usage.input_tokens === undefined && usage.output_tokens === undefined)) return undefined;
  const read = asCount(usage.cache_read_input_tokens);
  const written = asCount(usage.cache_creation_input_tokens);
  const prompt = asCount(usage.input_tokens) + read + written;
  const completion = asCount(usage.output_tokens);
  const reasoning = asCount(asObject(usage.output_tokens_details)?.thinking_tokens);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    ...(read + written > 0 && {
      cache_read_input_tokens: read,
      cache_creation_input_tokens: written,
      prompt_tokens_details: {
        cached_tokens: read,
        cache_creation_tokens: written,
        ...cacheLifetimes(asObject(usage.cache_creation)),
      },
    }),
    ...(reasoning > 0 && { completion_tokens_details: { reasoning_tokens: reasoning } }),
  };
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
