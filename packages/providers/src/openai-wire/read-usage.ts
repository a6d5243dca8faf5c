import { asCount, asObject, type JsonObject } from '../kit/json.ts';
import type { Usage } from '../spec/operations/chat.ts';

/**
 * Token counts as vendors of OpenAI's wire write them, and as the gateway keeps those of all vendors. Nothing where they
 * are no counts, so that nobody takes zeros for a count.
 */
export function readOpenAiUsage(value: unknown): Usage | undefined {
  const usage = asObject(value);
  if (!usage || (usage.prompt_tokens === undefined && usage.completion_tokens === undefined)) return undefined;
  const prompt = asCount(usage.prompt_tokens);
  const completion = asCount(usage.completion_tokens);
  const input = inputDetails(usage);
  const reasoning = asCount(asObject(usage.completion_tokens_details)?.reasoning_tokens);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: asCount(usage.total_tokens) || prompt + completion,
    ...(input && { prompt_tokens_details: input }),
    ...(reasoning > 0 && { completion_tokens_details: { reasoning_tokens: reasoning } }),
  };
}

function inputDetails(usage: JsonObject): Usage['prompt_tokens_details'] {
  const details = asObject(usage.prompt_tokens_details) ?? {};
  const cached = cachedTokens(usage, details);
  const written = asCount(details.cache_creation_tokens);
  const kept = asObject(details.cache_creation_token_details);
  if (cached === 0 && written === 0) return undefined;
  return {
    ...(cached > 0 && { cached_tokens: cached }),
    ...(written > 0 && { cache_creation_tokens: written }),
    ...(kept && {
      cache_creation_token_details: {
        ephemeral_5m_input_tokens: asCount(kept.ephemeral_5m_input_tokens),
        ephemeral_1h_input_tokens: asCount(kept.ephemeral_1h_input_tokens),
      },
    }),
  };
}

/** OpenAI nests it, DeepSeek calls it `prompt_cache_hit_tokens`, Moonshot and vLLM's kin put it at the top. */
function cachedTokens(usage: JsonObject, details: JsonObject): number {
  return asCount(details.cached_tokens) || asCount(usage.prompt_cache_hit_tokens) || asCount(usage.cached_tokens);
}
