import { classifyError } from '../kit/failure/classify-error.ts';
import { embeddingsOf, isVector, textsToEmbed } from '../kit/request/embeddings.ts';
import { asObject, parseJson } from '../kit/json.ts';
import { ownEmbeddingMembers } from '../kit/request/own-members.ts';
import { serialiseBody } from '../kit/request/serialise-body.ts';
import { openAiHeaders, openAiUrl } from '../openai-wire/openai-vendor.ts';
import type { HttpEmbeddings } from '../spec/operations/embeddings.ts';
import { vendor } from './vendor.ts';

/** Embeddings by Hugging Face's containers: a list of vectors, or one under `embedding`. They count no tokens. */
export const embeddings: HttpEmbeddings = {
  wire: 'translated',
  encode: (call) => ({
    url: openAiUrl(vendor, '/embed', call),
    method: 'POST',
    headers: openAiHeaders(vendor, call),
    body: serialiseBody(vendor, { inputs: textsToEmbed(vendor, call.request), ...ownEmbeddingMembers(call.request) }),
    warnings: [],
  }),
  decode(body, { model }) {
    const answer = parseJson(new TextDecoder().decode(body));
    const vectors = Array.isArray(answer) ? (answer as unknown[]) : asObject(answer)?.embedding;
    if (!Array.isArray(vectors)) throw classifyError(vendor, 200, {}, body);
    return embeddingsOf(vendor, isVector(vectors) && vectors.length > 0 ? [vectors] : vectors, {
      model,
      tokens: undefined,
    });
  },
};
