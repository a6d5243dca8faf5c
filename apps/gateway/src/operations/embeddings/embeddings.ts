import type { EmbeddingsRequest } from '@showrunner/providers';
import type { Operation } from '../../exchange/operation.ts';
import { estimateTokens } from '../../exchange/tokens.ts';
import type { EmbeddingsWire } from '../../wires/embeddings-wire.ts';
import { fillIn } from '../fill-in.ts';
import { attemptEmbeddings } from './attempt.ts';

/** What a deployment may say in its caller's place; its other members are those of another kind of call. */
const DEFAULTS = ['dimensions', 'encoding_format', 'input_type', 'truncate', 'user'];

/** Embeddings, whichever wire asks for them. */
export const embeddings: Operation<EmbeddingsRequest, EmbeddingsWire> = {
  callType: 'aembedding',
  expectedTokens: (_, bytes) => estimateTokens(bytes),
  cacheIdentity: (request) => request,
  withDefaults: (request, defaults) =>
    fillIn(request, Object.fromEntries(DEFAULTS.flatMap((name) => (name in defaults ? [[name, defaults[name]]] : [])))),
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
