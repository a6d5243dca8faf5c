import { below } from '../rerank-wire/below.ts';
import { rerankOf } from '../rerank-wire/rerank.ts';
import { vendor } from './vendor.ts';

export const rerank = rerankOf(vendor, {
  url: (apiBase) => below(apiBase, apiBase.endsWith('/v1') ? '/v1/rerank' : '/inference/v1/rerank'),
  takes: () => ['top_n', 'return_documents'],
  results: ({ data, results }) => (Array.isArray(data) ? data : Array.isArray(results) ? results : undefined),
});
