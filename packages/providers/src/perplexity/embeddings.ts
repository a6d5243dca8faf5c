import { embeddingsOf, textsToEmbed } from '../kit/request/embeddings.ts';
import { malformedAnswer } from '../kit/failure/failures.ts';
import { asCount, asObject, asObjects, asString } from '../kit/json.ts';
import { ownEmbeddingMembers } from '../kit/request/own-members.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import { serialiseBody } from '../kit/request/serialise-body.ts';
import { addressOf, openAiHeaders } from '../openai-wire/openai-vendor.ts';
import { below } from '../rerank-wire/below.ts';
import type { HttpEmbeddings } from '../spec/operations/embeddings.ts';
import { vendor } from './vendor.ts';

/** What 1 is among signed bytes, as LiteLLM reads them. */
const WHOLE = 127;

/**
 * Perplexity's embeddings (docs.perplexity.ai/api-reference/embeddings-post, 2026-11). Its vectors are signed bytes in
 * base64, and it knows neither of OpenAI's encodings, so that callers get numbers or floats in base64 from here.
 */
export const embeddings: HttpEmbeddings = Object.freeze({
  wire: 'translated',
  encode(call) {
    const { request, model } = call;
    const { dimensions } = request;
    const { taskType: _purpose, title: _title, ...own } = ownEmbeddingMembers(request);
    const body = {
      model,
      input: textsToEmbed(vendor, request),
      ...(dimensions !== undefined && { dimensions }),
      ...own,
    };
    return {
      url: below(addressOf(vendor, call), '/v1/embeddings'),
      method: 'POST',
      headers: openAiHeaders(vendor, call),
      body: serialiseBody(vendor, body),
      warnings: [],
    };
  },
  decode(body, { model }) {
    const answer = readJsonAnswer(vendor, body, ({ data, error }) => Array.isArray(data) && !asObject(error));
    const usage = asObject(answer.usage);
    const tokens = asCount(usage?.prompt_tokens) || asCount(usage?.total_tokens);
    const vectors = asObjects(answer.data).map(({ embedding }) => asNumbers(embedding));
    return embeddingsOf(vendor, vectors, {
      model: asString(answer.model) ?? model,
      tokens: tokens === 0 ? undefined : tokens,
    });
  },
} satisfies HttpEmbeddings);

/** Throws where it is neither a text in base64 nor, as `embeddingsOf` finds, numbers. */
function asNumbers(vector: unknown): unknown {
  if (typeof vector !== 'string') return vector;
  const bytes = Buffer.from(vector, 'base64');
  if (bytes.length === 0) throw malformedAnswer(vendor, vector.slice(0, 200), 'an embedding is empty');
  return Array.from(bytes, (_, at) => bytes.readInt8(at) / WHOLE);
}
