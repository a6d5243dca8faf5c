import { refusedRequest, malformedAnswer } from '../failure/failures.ts';
import type { Vendor } from '../../spec/adapter.ts';
import type { EmbeddingsList, EmbeddingsRequest } from '../../spec/operations/embeddings.ts';

/** The texts of a request, for vendors that take no token ids. Throws a 400 for those. */
export function textsToEmbed(vendor: Vendor, { input }: EmbeddingsRequest): string[] {
  const texts = [input].flat();
  if (texts.every((text) => typeof text === 'string')) return texts;
  throw refusedRequest(vendor, `input: ${vendor.title} embeds texts, and takes no token ids`, 'input');
}

/** Vectors in the order of their texts, as an answer. Throws where one is none. */
export function embeddingsOf(
  vendor: Vendor,
  vectors: readonly unknown[],
  { model, tokens }: { readonly model: string; readonly tokens: number | undefined },
): EmbeddingsList {
  return {
    object: 'list',
    data: vectors.map((vector, index) => ({ object: 'embedding', index, embedding: asVector(vendor, vector) })),
    model,
    ...(tokens !== undefined && { usage: { prompt_tokens: tokens, total_tokens: tokens } }),
  };
}

/** Numbers. Throws where it is something else. */
export function asVector(vendor: Vendor, value: unknown): number[] {
  if (isVector(value)) return value;
  throw malformedAnswer(vendor, JSON.stringify(value ?? null).slice(0, 200), 'an embedding is no list of numbers');
}

export function isVector(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((number) => typeof number === 'number');
}
