import { estimateTokens } from '@showrunner/models';
import type { EmbeddingsRequest } from '@showrunner/providers';
import type { Operation } from '../../exchange/operation.ts';
import type { EmbeddingsWire } from '../../wires/embeddings-wire.ts';
import { ownDefaults } from '../own-defaults.ts';
import { attemptEmbeddings } from './attempt.ts';
import { embeddedTexts } from './embedded-texts.ts';

/** Embeddings, whichever wire asks for them. */
export const embeddings: Operation<EmbeddingsRequest, EmbeddingsWire> = {
  callType: 'aembedding',
  expectedTokens: (_, bytes) => estimateTokens(bytes),
  cacheIdentity: (request) => request,
  parts: embeddedTexts,
  withDefaults: ownDefaults('dimensions', 'encoding_format', 'input_type', 'truncate', 'user'),
  attempt: attemptEmbeddings,
  measure({ input }) {
    const tokens = [input].flat(2).reduce<number>((sum, part) => sum + tokensIn(part), 0);
    return { prompt_tokens: tokens, completion_tokens: 0, total_tokens: tokens };
  },
};

/** A text, or one token. */
function tokensIn(part: string | number): number {
  return typeof part === 'string' ? estimateTokens(part.length) : 1;
}
