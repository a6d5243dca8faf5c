import { estimateTokens } from '@showrunner/models';
import { httpOperationOf, type RerankAnswer, type RerankRequest } from '@showrunner/providers';
import type { Operation } from '../../exchange/operation.ts';
import type { WholeAnswerWire } from '../../wires/whole-answer-wire.ts';
import { attemptWhole } from '../attempt-whole.ts';
import { ownDefaults } from '../own-defaults.ts';
import { mockRerank } from './mock.ts';

/** Documents put in order, whichever wire asks for it. */
export const rerank: Operation<RerankRequest, WholeAnswerWire<RerankRequest, RerankAnswer>> = {
  callType: 'arerank',
  expectedTokens: (_, bytes) => estimateTokens(bytes),
  cacheIdentity: (request) => request,
  withDefaults: ownDefaults(
    'top_n',
    'rank_fields',
    'return_documents',
    'max_chunks_per_doc',
    'max_tokens_per_doc',
    'instruction',
  ),
  attempt: attemptWhole({
    vendorOf: (adapter) => httpOperationOf(adapter, 'rerank'),
    mock: mockRerank,
  }),
  /** The query is read with each document. */
  measure({ query, documents }) {
    const length = documents.reduce((sum, document) => sum + query.length + lengthOf(document), 0);
    const tokens = estimateTokens(length);
    return { prompt_tokens: tokens, completion_tokens: 0, total_tokens: tokens };
  },
};

function lengthOf(document: RerankRequest['documents'][number]): number {
  return (typeof document === 'string' ? document : JSON.stringify(document)).length;
}
