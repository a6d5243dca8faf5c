import type { ContentsRequest } from '@showrunner/providers';
import { chatRequest } from '../gemini-contents/as-chat/chat-request.ts';
import { readCountRequest } from '../gemini-contents/read-request.ts';
import { geminiContents } from '../gemini-contents/wire.ts';
import { countSources, writtenCount, type TokenCountWire } from '../token-count-wire.ts';

/** Gemini's `countTokens` (ai.google.dev/api/tokens, v1beta, read 2026-11). */
export const geminiTokenCount: TokenCountWire<ContentsRequest> = {
  ...geminiContents,
  name: 'gemini-token-count',
  read: readCountRequest,
  questionOf(request) {
    const { messages, tools } = chatRequest(request, {});
    return [messages, tools];
  },
  write: ({ inputTokens, by }) =>
    writtenCount({ totalTokens: inputTokens, promptTokensDetails: [], litellm_count_source: countSources[by] }),
};
