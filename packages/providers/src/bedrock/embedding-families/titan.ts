import { embeddingsOf, textsToEmbed } from '../../kit/request/embeddings.ts';
import { asCount } from '../../kit/json.ts';
import { refusedRequest } from '../../kit/failure/failures.ts';
import { readBedrockModel } from '../bedrock-model.ts';
import { vendor } from '../vendor.ts';
import type { EmbeddingFamily } from './embedding-family.ts';

/** Amazon's Titan (AWS, "Amazon Titan Text Embeddings" and "Amazon Titan Multimodal Embeddings G1", 2026-11). */
export const titan: EmbeddingFamily = {
  fits: (model) => /(^|[./])titan-(embed|e1t)/.test(readBedrockModel(model).id),
  textsAtOnce: 1,
  bodyOf({ request, model }) {
    const [text = ''] = textsToEmbed(vendor, request);
    const { dimensions, normalize } = request;
    const { id } = readBedrockModel(model);
    if (id.includes('embed-image')) {
      return { ...pictureOrText(text), ...(dimensions && { embeddingConfig: { outputEmbeddingLength: dimensions } }) };
    }
    if (dimensions !== undefined && !id.includes('embed-text-v2')) {
      throw refusedRequest(vendor, `dimensions: vectors of ${id} have one size`, 'dimensions');
    }
    return { inputText: text, ...(dimensions && { dimensions }), ...(typeof normalize === 'boolean' && { normalize }) };
  },
  isAnswer: ({ embedding }) => Array.isArray(embedding),
  read: ({ embedding, inputTextTokenCount: tokens }, model) =>
    embeddingsOf(vendor, [embedding], { model, tokens: asCount(tokens) }),
};

/** A picture comes as a data URL, as LiteLLM's callers write it. */
function pictureOrText(text: string): { inputImage: string } | { inputText: string } {
  const data = /^data:image\/[\w+.-]+;base64,(?<data>.+)$/s.exec(text)?.groups?.data;
  return data === undefined ? { inputText: text } : { inputImage: data };
}
