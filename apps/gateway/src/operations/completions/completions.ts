import { estimateTokens } from '@showrunner/models';
import type { CompletionsRequest } from '@showrunner/providers';
import type { Operation } from '../../exchange/operation.ts';
import type { CompletionsWire } from '../../wires/completions-wire.ts';
import { fillIn } from '../fill-in.ts';
import { attemptCompletion } from './attempt.ts';

/** Text completions, whichever wire asks for them. */
export const completions: Operation<CompletionsRequest, CompletionsWire> = {
  callType: 'atext_completion',
  expectedTokens: ({ max_tokens: longest, prompt }, bytes) =>
    estimateTokens(bytes) + (longest ?? 0) * promptsIn(prompt),
  cacheIdentity: (request) => request,
  wording: ({ prompt, ...request }) =>
    typeof prompt === 'string' ? { text: prompt, turns: 1, without: { ...request, prompt: '' } } : undefined,
  withDefaults: fillIn,
  attempt: attemptCompletion,
  measure({ prompt }, { roughTokens }) {
    const tokens = [prompt].flat(2).reduce<number>((sum, part) => sum + tokensIn(part), 0);
    return { prompt_tokens: tokens, completion_tokens: roughTokens, total_tokens: tokens + roughTokens };
  },
};

function promptsIn(prompt: CompletionsRequest['prompt']): number {
  return Array.isArray(prompt) && typeof prompt[0] !== 'number' ? prompt.length : 1;
}

/** A text, or one token. */
function tokensIn(part: string | number): number {
  return typeof part === 'string' ? estimateTokens(part.length) : 1;
}
