import { below } from '../rerank-wire/below.ts';
import { rerankOf } from '../rerank-wire/rerank.ts';
import { rootFor, vendor } from './vendor.ts';

export const rerank = rerankOf(vendor, {
  url: (apiBase, { settings }) => below(rootFor(apiBase, settings.apiKey), '/v1/rerank'),
  takes: () => ['top_n', 'return_documents'],
  renamed: { top_n: 'top_k' },
  results: ({ data }) => (Array.isArray(data) ? data : undefined),
});
