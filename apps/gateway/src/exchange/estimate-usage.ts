import type { ChatRequest, Usage } from '@showrunner/providers';

/** English text in the vocabularies of today's models; other languages need more tokens, so this is a low estimate. */
const CHARACTERS_PER_TOKEN = 4;

/** Token counts where a vendor gives none; whoever shows them marks them as estimated. */
export function estimateUsage(request: ChatRequest, completionTokens: number): Usage {
  const prompt = estimateTokens(JSON.stringify(request.messages).length);
  return { prompt_tokens: prompt, completion_tokens: completionTokens, total_tokens: prompt + completionTokens };
}

/** What a model wrote stands in these members; the text may hold escapes, which makes it a little longer. */
const WRITTEN = /"(?:content|reasoning_content|refusal|arguments)"\s*:\s*"([^"\\]*(?:\\.[^"\\]*)*)"/g;

/** About how many tokens a whole answer is. Searched and not parsed: it may be any vendor's bytes. */
export function estimateAnswerTokens(answer: string): number {
  return answer.matchAll(WRITTEN).reduce((sum, [, text = '']) => sum + estimateTokens(text.length), 0);
}

/** About how many tokens a text of so many characters is. */
export function estimateTokens(characters: number): number {
  return Math.ceil(characters / CHARACTERS_PER_TOKEN);
}
