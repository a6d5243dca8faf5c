import { asCount, asObject, type JsonObject } from '../kit/json.ts';
import type { RerankAnswer } from '../spec/operations/rerank.ts';

/**
 * What a vendor counted, in Cohere's shape: Cohere has `meta`, most others `usage` with tokens (Voyage the sum alone),
 * as LiteLLM 1.108.7 reads them (`llms/*\/rerank/transformation.py`).
 */
export function readRerankMeta({ meta, usage }: JsonObject): RerankAnswer['meta'] {
  const own = asObject(meta);
  if (own) return own;
  const counted = asObject(usage);
  if (!counted) return {};
  const total = asCount(counted.total_tokens);
  const input = asCount(counted.prompt_tokens) || total;
  return {
    billed_units: { total_tokens: total },
    tokens: { input_tokens: input, output_tokens: asCount(counted.completion_tokens) },
  };
}
