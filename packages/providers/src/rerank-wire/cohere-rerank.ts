import type { OpenAiVendor } from '../openai-wire/openai-vendor.ts';
import type { HttpRerank, RerankCall } from '../spec/operations/rerank.ts';
import { below } from './below.ts';
import { rerankOf } from './rerank.ts';

/**
 * Cohere's own reranking. Its second version is asked, unless the address is the first's or the request has what only
 * the first knows (LiteLLM 1.108.7, `should_use_cohere_v1_client`).
 */
export function cohereRerank(vendor: OpenAiVendor): HttpRerank {
  return rerankOf(vendor, {
    url: (apiBase, call) => below(apiBase, isFirstVersion(call) ? '/v1/rerank' : '/v2/rerank'),
    takes: (call) => [
      'top_n',
      'rank_fields',
      'return_documents',
      isFirstVersion(call) ? 'max_chunks_per_doc' : 'max_tokens_per_doc',
    ],
  });
}

function isFirstVersion({ request, settings: { apiBase = '' } }: RerankCall): boolean {
  const saysChunks = request.max_chunks_per_doc !== undefined && request.max_tokens_per_doc === undefined;
  return apiBase.endsWith('/v1/rerank') || (saysChunks && apiBase !== '' && !apiBase.endsWith('/v2/rerank'));
}
