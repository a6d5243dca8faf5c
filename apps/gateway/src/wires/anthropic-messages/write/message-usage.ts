import type { Usage } from '@showrunner/providers';

/** Token counts as Anthropic writes them. */
export interface MessageUsage {
  input_tokens: number;
  output_tokens: number;
  cache_creation_input_tokens?: number;
  cache_read_input_tokens?: number;
}

/** Anthropic counts cached input apart; on OpenAI's wire it is part of the prompt. */
export function messageUsage({ prompt_tokens: prompt, completion_tokens, prompt_tokens_details }: Usage): MessageUsage {
  const read = prompt_tokens_details?.cached_tokens ?? 0;
  const written = prompt_tokens_details?.cache_creation_tokens ?? 0;
  return {
    input_tokens: Math.max(0, prompt - read - written),
    output_tokens: completion_tokens,
    ...(written > 0 && { cache_creation_input_tokens: written }),
    ...(read > 0 && { cache_read_input_tokens: read }),
  };
}

/** What a stream says first, when nothing has been counted; clients read of the caches' members that there are caches. */
export const UNCOUNTED: MessageUsage = {
  input_tokens: 0,
  output_tokens: 0,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
};
