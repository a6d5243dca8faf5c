import type { Usage } from '@showrunner/providers';

/**
 * What a stream used that was cut off: some vendors tell at its beginning what was asked, and at its end alone what was
 * answered. Nothing where all that came is counted already.
 *
 * @param roughTokens about how many tokens came
 */
export function usageOfCut(counted: Usage | undefined, roughTokens: number): Usage | undefined {
  if (!counted || roughTokens <= counted.completion_tokens) return undefined;
  return { ...counted, completion_tokens: roughTokens, total_tokens: counted.prompt_tokens + roughTokens };
}
