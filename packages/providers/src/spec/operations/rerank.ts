import type { HttpOperation, ProviderCall } from '../call.ts';

/**
 * Documents put in order by how well they answer a query. The shapes are Cohere's, which LiteLLM has for all vendors
 * (`litellm/types/rerank.py` of 1.108.7); members that are not known pass through.
 */
export interface RerankRequest {
  model: string;
  query: string;
  documents: RerankDocument[];
  /** How many of the best are wanted; all, where it is left out. */
  top_n?: number;
  /** Which members of documents that are objects count. */
  rank_fields?: string[];
  /** Whether each result comes with its document. */
  return_documents?: boolean;
  max_chunks_per_doc?: number;
  max_tokens_per_doc?: number;
  [member: string]: unknown;
}

export type RerankDocument = string | Record<string, unknown>;

export interface RerankResult {
  /** The place of its document in the request. */
  index: number;
  relevance_score: number;
  document?: Record<string, unknown>;
}

export interface RerankAnswer {
  id: string;
  /** The best first. */
  results: RerankResult[];
  meta: {
    api_version?: object;
    billed_units?: { search_units?: number; total_tokens?: number };
    tokens?: { input_tokens?: number; output_tokens?: number };
    [member: string]: unknown;
  };
}

export type RerankCall = ProviderCall<RerankRequest>;

export type HttpRerank = HttpOperation<RerankCall, RerankAnswer>;

/** Reranking, as each way to reach a vendor does it; no model that runs here does. */
export interface RerankOperation {
  http: HttpRerank;
  embedded: never;
}
