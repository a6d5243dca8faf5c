import { embeddingsOf, textsToEmbed } from '../kit/request/embeddings.ts';
import { malformedAnswer } from '../kit/failure/failures.ts';
import { asString, type JsonObject } from '../kit/json.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import { serialiseBody } from '../kit/request/serialise-body.ts';
import { addressOf, openAiHeaders } from '../openai-wire/openai-vendor.ts';
import type { HttpEmbeddings } from '../spec/operations/embeddings.ts';
import { outputOf, tensor } from './tensors.ts';
import { modelUrl, vendor } from './vendor.ts';

/** Embeddings by `infer`: one tensor of texts, one of all vectors, which its shape takes apart. They count no tokens. */
export const embeddings: HttpEmbeddings = {
  wire: 'translated',
  encode: (call) => ({
    url: modelUrl(addressOf(vendor, call), call.model, 'infer'),
    method: 'POST',
    headers: openAiHeaders(vendor, call),
    body: serialiseBody(vendor, { inputs: [tensor('input_text', textsToEmbed(vendor, call.request))] }),
    warnings: [],
  }),
  decode(body, { model }) {
    const answer = readJsonAnswer(vendor, body, ({ outputs }) => Array.isArray(outputs));
    return embeddingsOf(vendor, rowsOf(answer), { model: asString(answer.model_name) ?? model, tokens: undefined });
  },
};

function rowsOf(answer: JsonObject): unknown[][] {
  const { shape, data } = outputOf(answer) ?? {};
  const [rows, columns] = Array.isArray(shape) && shape.length === 2 ? (shape as unknown[]).map(Number) : [];
  if (!rows || !columns || !Array.isArray(data) || data.length !== rows * columns) {
    throw malformedAnswer(vendor, JSON.stringify({ shape }), 'the vectors have no shape of two dimensions');
  }
  return Array.from({ length: rows }, (_, row) => data.slice(row * columns, (row + 1) * columns) as unknown[]);
}
