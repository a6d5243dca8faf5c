import { below } from '../rerank-wire/below.ts';
import { rerankOf } from '../rerank-wire/rerank.ts';
import { vendor } from './vendor.ts';

export const rerank = rerankOf(vendor, {
  url: (apiBase) => below(apiBase, '/rerank'),
  takes: () => ['top_n', 'rank_fields', 'return_documents'],
  cannot: ['max_chunks_per_doc'],
});
