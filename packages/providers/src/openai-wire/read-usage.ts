import { asCount, asObject, type JsonObject } from '../kit/json.ts';
import type { Usage } from '../spec/operations/chat.ts';

/** Usage as the vendor counted it; nothing where it gave none, so that nobody takes zeros for a count. */
export function readOpenAiUsage(answer: JsonObject): Usage | undefined {
  const usage = asObject(answer.usage) ?? asObject(asObject(answer.x_groq)?.usage);
  if (!usage || (usage.prompt_tokens === undefined && usage.completion_tokens === undefined)) return undefined;
  const prompt = asCount(usage.prompt_tokens);
  const completion = asCount(usage.completion_tokens);
  const cached = cachedTokens(usage);
  const reasoning = asCount(asObject(usage.completion_tokens_details)?.reasoning_tokens);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: asCount(usage.total_tokens) || prompt + completion,
    ...(cached > 0 && { prompt_tokens_details: { cached_tokens: cached } }),
    ...(reasoning > 0 && { completion_tokens_details: { reasoning_tokens: reasoning } }),
  };
}

/** OpenAI nests it, DeepSeek calls it `prompt_cache_hit_tokens`, Moonshot and vLLM's kin put it at the top. */
function cachedTokens(usage: JsonObject): number {
  const details = asObject(usage.prompt_tokens_details);
  return asCount(details?.cached_tokens) || asCount(usage.prompt_cache_hit_tokens) || asCount(usage.cached_tokens);
}
