import { embeddingsOf, textsToEmbed } from '../../kit/request/embeddings.ts';
import { asObject, asString } from '../../kit/json.ts';
import { readBedrockModel } from '../bedrock-model.ts';
import { vendor } from '../vendor.ts';
import type { EmbeddingFamily } from './embedding-family.ts';

/** Most texts of one call (AWS, "Cohere Embed v3", 2026-11). */
const MOST_TEXTS = 96;

/** Cohere's. What texts are for has to be said; LiteLLM takes them for documents as well, where nobody says. */
export const cohereOnBedrock: EmbeddingFamily = {
  fits: (model) => /(^|[./])cohere\.embed/.test(readBedrockModel(model).id),
  textsAtOnce: MOST_TEXTS,
  bodyOf({ request }) {
    const { dimensions, input_type: purpose, truncate } = request;
    return {
      texts: textsToEmbed(vendor, request),
      input_type: asString(purpose) ?? 'search_document',
      ...(typeof truncate === 'string' && { truncate }),
      ...(dimensions !== undefined && { output_dimension: dimensions, embedding_types: ['float'] }),
    };
  },
  isAnswer: ({ embeddings }) => typeof embeddings === 'object' && embeddings !== null,
  read({ embeddings }, model) {
    // By their type where a type was asked for.
    const vectors = Array.isArray(embeddings) ? embeddings : asObject(embeddings)?.float;
    return embeddingsOf(vendor, Array.isArray(vectors) ? vectors : [], { model, tokens: undefined });
  },
};
