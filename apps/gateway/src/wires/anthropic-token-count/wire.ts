import type { MessagesRequest } from '@showrunner/providers';
import { anthropicMessages } from '../anthropic-messages/wire.ts';
import { readTokenCountRequest } from '../anthropic-messages/read-request.ts';
import { countSources, writtenCount, type TokenCountWire } from '../token-count-wire.ts';

/** Anthropic's "Count tokens in a Message" (its API reference, 2026-11), with errors as for its messages. */
export const anthropicTokenCount: TokenCountWire<MessagesRequest> = {
  ...anthropicMessages,
  name: 'anthropic-token-count',
  read: readTokenCountRequest,
  questionOf: ({ system, messages, tools }) => [system, messages, tools],
  write: ({ inputTokens, by }) => writtenCount({ input_tokens: inputTokens, litellm_count_source: countSources[by] }),
};
