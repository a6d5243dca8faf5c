import { estimateTokens } from '@showrunner/models';
import type { MessagesRequest } from '@showrunner/providers';
import type { Operation } from '../../exchange/operation.ts';
import type { MessagesWire } from '../../wires/native-wire.ts';
import { fillIn } from '../fill-in.ts';
import { lastWords } from '../last-words.ts';
import { attemptNative, type NativeKind } from '../native/attempt.ts';
import { nativeOf } from '../native/native-of.ts';
import { messagesDefaults } from './messages-defaults.ts';

const native: NativeKind<MessagesRequest> = {
  nativeOf: (deployment) => nativeOf(deployment, 'messages'),
  withDefaults: (request, defaults) => fillIn(request, messagesDefaults(defaults)),
};

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
  attempt: (attempt, request, wire, transports) => attemptNative(native, { attempt, request, wire, transports }),
  measure({ system, messages: turns }, { roughTokens }) {
    const prompt = estimateTokens(JSON.stringify([system, turns]).length);
    return { prompt_tokens: prompt, completion_tokens: roughTokens, total_tokens: prompt + roughTokens };
  },
};
