import { estimateTokens } from '@showrunner/models';

/** What a model wrote stands in these members; the text may hold escapes, which makes it a little longer. */
const WRITTEN = /"(?:content|text|reasoning_content|refusal|arguments)"\s*:\s*"([^"\\]*(?:\\.[^"\\]*)*)"/g;

/** About how many tokens a whole answer is. Searched and not parsed: it may be any vendor's bytes. */
export function estimateAnswerTokens(answer: string): number {
  return answer.matchAll(WRITTEN).reduce((sum, [, text = '']) => sum + estimateTokens(text.length), 0);
}
