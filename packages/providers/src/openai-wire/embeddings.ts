import { asObject, asObjects, asString, type JsonObject } from '../kit/json.ts';
import { asVector } from '../kit/request/embeddings.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import type { Embedding, EmbeddingsCall, EmbeddingsList, HttpEmbeddings } from '../spec/operations/embeddings.ts';
import { encodeOpenAiJson, type MemberDialect } from './json-request.ts';
import type { OpenAiVendor } from './openai-vendor.ts';
import { readAnyUsage } from './read-usage.ts';

/** Embeddings of a vendor that speaks OpenAI's wire, out of what differs. */
export function openAiEmbeddings(vendor: OpenAiVendor, dialect: MemberDialect = {}): HttpEmbeddings {
  return Object.freeze({
    wire: 'openai',
    encode: (call) => encodeOpenAiJson(vendor, '/embeddings', withoutPurpose(call), dialect),
    decode: (body, call) => decode(vendor, body, call),
  } satisfies HttpEmbeddings);
}

/** What texts are embedded for, in Google's words: other vendors' models know no purposes, or others. */
function withoutPurpose(call: EmbeddingsCall): EmbeddingsCall {
  if (call.request.taskType === undefined && call.request.title === undefined) return call;
  const { taskType: _purpose, title: _title, ...request } = call.request;
  return { ...call, request: { ...request, model: call.request.model, input: call.request.input } };
}

function decode(vendor: OpenAiVendor, body: Uint8Array, call: EmbeddingsCall): EmbeddingsList {
  const answer = readJsonAnswer(vendor, body, ({ data, error }) => Array.isArray(data) && !asObject(error));
  const usage = readAnyUsage(answer.usage);
  return {
    object: 'list',
    data: asObjects(answer.data).map((one, position) => readEmbedding(vendor, one, position)),
    model: asString(answer.model) ?? call.model,
    ...(usage && { usage: { prompt_tokens: usage.prompt_tokens, total_tokens: usage.total_tokens } }),
  };
}

function readEmbedding(vendor: OpenAiVendor, one: JsonObject, position: number): Embedding {
  const { embedding, index } = one;
  return {
    object: 'embedding',
    index: typeof index === 'number' ? index : position,
    embedding: typeof embedding === 'string' ? embedding : asVector(vendor, embedding),
  };
}
