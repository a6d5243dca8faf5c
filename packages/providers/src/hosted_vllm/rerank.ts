import { below } from '../rerank-wire/below.ts';
import { rerankOf } from '../rerank-wire/rerank.ts';
import { vendor } from './vendor.ts';

export const rerank = rerankOf(vendor, {
  url: (apiBase) => below(apiBase.replace(/\/v1\/rerank$/, '/rerank'), '/rerank'),
  takes: () => [
    'top_n',
    'rank_fields',
    'return_documents',
    'instruction',
    'max_tokens_per_doc',
    'truncate_prompt_tokens',
    'truncation_side',
    'max_tokens_per_query',
  ],
  cannot: ['max_chunks_per_doc'],
});
