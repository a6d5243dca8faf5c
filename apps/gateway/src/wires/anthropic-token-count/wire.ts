import { noFacts } from '../../exchange/answer.ts';
import { anthropicMessages } from '../anthropic-messages/wire.ts';
import { readTokenCountRequest } from '../anthropic-messages/read-request.ts';
import type { TokenCountWire } from '../token-count-wire.ts';

/** LiteLLM 1.108.7's words for who counted (`types/token_count.py`). */
const sources = { provider: 'provider', estimate: 'local_estimate' } as const;

/** Anthropic's "Count tokens in a Message" (its API reference, 2026-11), with errors as for its messages. */
export const anthropicTokenCount: TokenCountWire = {
  ...anthropicMessages,
  name: 'anthropic-token-count',
  read: readTokenCountRequest,
  write: ({ inputTokens, by }) => ({
    kind: 'plain',
    text: JSON.stringify({ input_tokens: inputTokens, litellm_count_source: sources[by] }),
    encoding: 'utf8',
    facts: { ...noFacts(), usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 } },
  }),
};
