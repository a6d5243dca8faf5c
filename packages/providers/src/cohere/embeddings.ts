import { embeddingsOf, textsToEmbed } from '../kit/request/embeddings.ts';
import { asCount, asObject, asString } from '../kit/json.ts';
import { ownEmbeddingMembers } from '../kit/request/own-members.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import { serialiseBody } from '../kit/request/serialise-body.ts';
import { addressOf, openAiHeaders } from '../openai-wire/openai-vendor.ts';
import { below } from '../rerank-wire/below.ts';
import type { HttpEmbeddings } from '../spec/operations/embeddings.ts';
import { vendor } from './vendor.ts';

/** Most texts of one call (docs.cohere.com, "Embed API (v2)", 2026-11). */
const MOST_TEXTS = 96;

/**
 * Cohere's own embeddings. What texts are for has to be said; LiteLLM takes them for documents as well, where nobody
 * says.
 */
export const embeddings: HttpEmbeddings = Object.freeze({
  wire: 'translated',
  textsAtOnce: () => MOST_TEXTS,
  encode(call) {
    const { request, model } = call;
    const { input_type: purpose, taskType: _purpose, title: _title, ...own } = ownEmbeddingMembers(request);
    const body = {
      model,
      texts: textsToEmbed(vendor, request),
      input_type: asString(purpose) ?? 'search_document',
      ...(request.dimensions !== undefined && { output_dimension: request.dimensions }),
      ...own,
    };
    return {
      url: below(addressOf(vendor, call), '/v2/embed'),
      method: 'POST',
      headers: openAiHeaders(vendor, call),
      body: serialiseBody(vendor, body),
      warnings: [],
    };
  },
  decode(body, { model }) {
    const answer = readJsonAnswer(vendor, body, ({ embeddings: vectors }) => typeof vectors === 'object' && !!vectors);
    const { embeddings: vectors } = answer;
    // By their type where a type was asked for, as version 2 always does.
    const floats = Array.isArray(vectors) ? vectors : asObject(vectors)?.float;
    const tokens = asCount(asObject(asObject(answer.meta)?.billed_units)?.input_tokens);
    return embeddingsOf(vendor, Array.isArray(floats) ? floats : [], {
      model,
      tokens: tokens === 0 ? undefined : tokens,
    });
  },
} satisfies HttpEmbeddings);
