import { embeddingsOf, textsToEmbed } from '../kit/request/embeddings.ts';
import { asCount, asObject, asObjects, asString } from '../kit/json.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import { serialiseBody } from '../kit/request/serialise-body.ts';
import { addressOf, openAiHeaders } from '../openai-wire/openai-vendor.ts';
import type { HttpEmbeddings } from '../spec/operations/embeddings.ts';
import { rootOf, vendor } from './vendor.ts';

/** Cortex Embed (docs.snowflake.com, "Snowflake Cortex Embed API", 2026-11): each vector is a list within a list. */
export const embeddings: HttpEmbeddings = {
  wire: 'translated',
  encode(call) {
    const { model, request, settings } = call;
    return {
      url: `${rootOf(addressOf(vendor, call), settings)}/cortex/inference:embed`,
      method: 'POST',
      headers: openAiHeaders(vendor, call),
      body: serialiseBody(vendor, { model, text: textsToEmbed(vendor, request) }),
      warnings: [],
    };
  },
  decode(body, call) {
    const answer = readJsonAnswer(vendor, body, ({ data, error }) => Array.isArray(data) && !asObject(error));
    const vectors = asObjects(answer.data).map(({ embedding }) =>
      Array.isArray(embedding) && Array.isArray(embedding[0]) ? (embedding[0] as unknown) : embedding,
    );
    const counted = asObject(answer.usage)?.total_tokens;
    const tokens = counted === undefined ? undefined : asCount(counted);
    return embeddingsOf(vendor, vectors, { model: asString(answer.model) ?? call.model, tokens });
  },
};
