import type { HttpOperation, ProviderCall } from '../call.ts';

/** OpenAI's embeddings (API reference, "Embeddings", 2026-11); members that are not known pass through. */
export interface EmbeddingsRequest {
  model: string;
  /** One text, several, one list of token ids, or several. */
  input: string | string[] | number[] | number[][];
  encoding_format?: EmbeddingEncoding;
  /** How many numbers a vector has, where the model can vary it. */
  dimensions?: number;
  user?: string;
  [member: string]: unknown;
}

/** Numbers, or their little-endian 32-bit floats in base64. */
export type EmbeddingEncoding = 'float' | 'base64';

export interface Embedding {
  object: 'embedding';
  /** The place of its text in the input. */
  index: number;
  embedding: number[] | string;
}

export interface EmbeddingsList {
  object: 'list';
  data: Embedding[];
  model: string;
  /** Nothing where the vendor counted nothing. */
  usage?: { prompt_tokens: number; total_tokens: number };
}

export type EmbeddingsCall = ProviderCall<EmbeddingsRequest>;

/** Embeddings over HTTP. */
export interface HttpEmbeddings extends HttpOperation<EmbeddingsCall, EmbeddingsList> {
  /** How many texts one call of this model may have. Left out where that is for the vendor to say. */
  textsAtOnce?(model: string): number | undefined;
}

/** Embeddings of a model that runs here. */
export interface EmbeddedEmbeddings {
  embed(call: EmbeddingsCall, signal: AbortSignal): Promise<EmbeddingsList>;
}

/** Embeddings, as each way to reach a vendor makes them. */
export interface EmbeddingsOperation {
  http: HttpEmbeddings;
  embedded: EmbeddedEmbeddings;
}
