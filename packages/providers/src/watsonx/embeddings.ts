import { embeddingsOf, textsToEmbed } from '../kit/request/embeddings.ts';
import { asCount, asObjects, asString } from '../kit/json.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import { serialiseBody } from '../kit/request/serialise-body.ts';
import { openAiHeaders, openAiUrl } from '../openai-wire/openai-vendor.ts';
import type { HttpEmbeddings } from '../spec/operations/embeddings.ts';
import { vendor, watsonxScope } from './vendor.ts';

/** What says how vectors are made (cloud.ibm.com/apidocs/watsonx-ai, "Text embeddings", 2026-11). */
const PARAMETERS = ['truncate_input_tokens', 'return_options'];

export const embeddings: HttpEmbeddings = {
  wire: 'translated',
  encode(call) {
    const { request } = call;
    const said = PARAMETERS.flatMap((name) => (request[name] === undefined ? [] : [[name, request[name]] as const]));
    const parameters = Object.fromEntries(said);
    const body = {
      ...watsonxScope(call),
      inputs: textsToEmbed(vendor, request),
      ...(said.length > 0 && { parameters }),
    };
    return {
      url: openAiUrl(vendor, '/embeddings', call),
      method: 'POST',
      headers: openAiHeaders(vendor, call),
      body: serialiseBody(vendor, body),
      warnings: [],
    };
  },
  decode(body, { model }) {
    const answer = readJsonAnswer(vendor, body, ({ results }) => Array.isArray(results));
    const tokens = answer.input_token_count === undefined ? undefined : asCount(answer.input_token_count);
    const vectors = asObjects(answer.results).map(({ embedding }) => embedding);
    return embeddingsOf(vendor, vectors, { model: asString(answer.model_id) ?? model, tokens });
  },
};
