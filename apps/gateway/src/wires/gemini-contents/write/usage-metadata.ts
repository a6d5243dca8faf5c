import type { Usage } from '@showrunner/providers';

/** Token counts as Google writes them: thoughts beside the answer, and what was cached within the prompt. */
export function usageMetadata({
  prompt_tokens: prompt,
  completion_tokens: completion,
  prompt_tokens_details: asked,
  completion_tokens_details: answered,
}: Usage): Readonly<Record<string, number>> {
  const thoughts = Math.min(answered?.reasoning_tokens ?? 0, completion);
  const cached = asked?.cached_tokens ?? 0;
  return {
    promptTokenCount: prompt,
    candidatesTokenCount: completion - thoughts,
    totalTokenCount: prompt + completion,
    ...(thoughts > 0 && { thoughtsTokenCount: thoughts }),
    ...(cached > 0 && { cachedContentTokenCount: cached }),
  };
}
