import { below } from '../rerank-wire/below.ts';
import { rerankOf } from '../rerank-wire/rerank.ts';
import { vendor } from './vendor.ts';

/** Cohere's first version, at an address with or without its end (LiteLLM 1.108.7, `llms/azure_ai/rerank/transformation.py`). */
export const rerank = rerankOf(vendor, {
  url(apiBase) {
    const url = new URL(apiBase);
    const root = url.pathname.replace(/\/+$/, '');
    url.pathname = below(root, root.endsWith('/v2') || root.endsWith('/v2/rerank') ? '/v2/rerank' : '/v1/rerank');
    return url.href;
  },
  takes: () => ['top_n', 'rank_fields', 'return_documents', 'max_chunks_per_doc'],
});
