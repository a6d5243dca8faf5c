import { rerankOf } from '../rerank-wire/rerank.ts';
import { vendor } from './vendor.ts';

export const rerank = rerankOf(vendor, {
  // Only the origin of an address counts (LiteLLM 1.108.7, `llms/jina_ai/rerank/transformation.py`).
  url: (apiBase) => new URL('/v1/rerank', apiBase).href,
  takes: () => ['top_n', 'return_documents'],
});
