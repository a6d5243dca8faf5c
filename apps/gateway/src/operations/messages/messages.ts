import { estimateTokens } from '@showrunner/models';
import type { MessagesRequest } from '@showrunner/providers';
import type { Operation } from '../../exchange/operation.ts';
import type { MessagesWire } from '../../wires/messages-wire.ts';
import { lastWords } from '../last-words.ts';
import { attemptMessages } from './attempt.ts';

/** Anthropic's Messages: of vendors that speak them as they are, of all others as a chat completion. */
export const messages: Operation<MessagesRequest, MessagesWire> = {
  callType: 'anthropic_messages',
  /** The question, estimated by its length, and the longest answer. */
  expectedTokens: ({ max_tokens: most = 0 }, bytes) => estimateTokens(bytes) + most,
  cacheIdentity: (request) => request,
  wording: (request) => {
    const words = lastWords(request.messages);
    return words && { text: words.text, turns: words.turns, without: { ...request, messages: words.without } };
  },
  // In which words they are filled in depends on who is asked.
  withDefaults: (request) => request,
  attempt: attemptMessages,
  measure({ system, messages: turns }, { roughTokens }) {
    const prompt = estimateTokens(JSON.stringify([system, turns]).length);
    return { prompt_tokens: prompt, completion_tokens: roughTokens, total_tokens: prompt + roughTokens };
  },
};
