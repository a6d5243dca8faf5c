import { estimateTokens } from '@showrunner/models';
import type { ChatRequest } from '@showrunner/providers';
import type { Operation } from '../../exchange/operation.ts';
import { isMapping } from '../../json/mapping.ts';
import type { ChatWire } from '../../wires/chat-wire.ts';
import { fillIn } from '../fill-in.ts';
import { lastWords } from '../last-words.ts';
import { attemptChat } from './attempt.ts';

/** Chat completions, whichever wire asks for them. */
export const chat: Operation<ChatRequest, ChatWire> = {
  callType: 'acompletion',
  /** The question, estimated by its length, and the longest answer where the caller bounds it. */
  expectedTokens: (request, bytes) =>
    estimateTokens(bytes) + (request.max_completion_tokens ?? request.max_tokens ?? 0),
  cacheIdentity: (request) => (request.metadata === undefined ? request : withoutNotes(request)),
  wording: (request) => {
    const words = lastWords(request.messages);
    return words && { text: words.text, turns: words.turns, without: { ...request, messages: words.without } };
  },
  withDefaults: fillIn,
  attempt: attemptChat,
  measure({ messages }, { roughTokens }) {
    const prompt = estimateTokens(JSON.stringify(messages).length);
    return { prompt_tokens: prompt, completion_tokens: roughTokens, total_tokens: prompt + roughTokens };
  },
};

/** What callers note down for themselves changes no answer; tags among it choose who gives it. */
function withoutNotes({ metadata, ...request }: ChatRequest): object {
  const tags = isMapping(metadata) ? metadata.tags : undefined;
  return tags === undefined ? request : { ...request, metadata: { tags } };
}
