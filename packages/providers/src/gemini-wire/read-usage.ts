import { asCount, isJsonObject } from '../kit/json.ts';
import type { Usage } from '../spec/operations/chat.ts';

/**
 * Gemini's `usageMetadata` (its API reference, "UsageMetadata", 2026-11); nothing where it counts nothing. What tools of
 * Google's own brought in is asked as well, thoughts are part of the answer, and what was cached is part of the prompt.
 */
export function readGeminiUsage(counts: unknown): Usage | undefined {
  if (!isJsonObject(counts)) return undefined;
  if (counts.promptTokenCount === undefined && counts.candidatesTokenCount === undefined) return undefined;
  const cached = asCount(counts.cachedContentTokenCount);
  const thoughts = asCount(counts.thoughtsTokenCount);
  const prompt = asCount(counts.promptTokenCount) + asCount(counts.toolUsePromptTokenCount);
  const completion = asCount(counts.candidatesTokenCount) + thoughts;
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    ...(cached > 0 && { prompt_tokens_details: { cached_tokens: cached } }),
    ...(thoughts > 0 && { completion_tokens_details: { reasoning_tokens: thoughts } }),
  };
}
