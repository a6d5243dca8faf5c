import type { ChatRequest, Usage } from '@showrunner/providers';

/** English text in the vocabularies of today's models; other languages need more tokens, so this is a low estimate. */
const CHARACTERS_PER_TOKEN = 4;

/** Token counts where a vendor gives none; whoever shows them marks them as estimated. */
export function estimateUsage(request: ChatRequest, completionTokens: number): Usage {
  const prompt = Math.ceil(JSON.stringify(request.messages).length / CHARACTERS_PER_TOKEN);
  return { prompt_tokens: prompt, completion_tokens: completionTokens, total_tokens: prompt + completionTokens };
}

/** About how many tokens a text is. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}
