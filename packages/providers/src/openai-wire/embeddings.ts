import { asObject, asObjects, asString, type JsonObject } from '../kit/json.ts';
import { malformedAnswer } from '../kit/failures.ts';
import { MemberReview, leaveOut } from '../kit/member-review.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import type { EncodedRequest } from '../spec/call.ts';
import type { Embedding, EmbeddingsCall, EmbeddingsList, HttpEmbeddings } from '../spec/operations/embeddings.ts';
import { openAiHeaders, openAiUrl, type OpenAiVendor } from './openai-vendor.ts';
import { readOpenAiUsage } from './read-usage.ts';
import { rename, requestBody } from './request-body.ts';

/** How one vendor's embeddings differ from OpenAI's own. */
export interface OpenAiEmbeddingsDialect {
  /** Request members that the vendor refuses. */
  readonly unsupported?: readonly string[];
  /** OpenAI's member names and the vendor's own. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** Embeddings of a vendor that speaks OpenAI's wire, out of what differs. */
export function openAiEmbeddings(vendor: OpenAiVendor, dialect: OpenAiEmbeddingsDialect = {}): HttpEmbeddings {
  return Object.freeze({
    wire: 'openai',
    encode: (call) => encode(vendor, dialect, call),
    decode: (body, call) => decode(vendor, body, call),
  } satisfies HttpEmbeddings);
}

function encode(vendor: OpenAiVendor, dialect: OpenAiEmbeddingsDialect, call: EmbeddingsCall): EncodedRequest {
  const review = new MemberReview(vendor, call);
  const body = requestBody(call);
  for (const member of dialect.unsupported ?? []) leaveOut(body, member, 'it is not supported', review);
  for (const [from, to] of Object.entries(dialect.renamed ?? {})) rename(body, from, to);
  return {
    url: openAiUrl(vendor, '/embeddings', call),
    method: 'POST',
    headers: openAiHeaders(vendor, call),
    body: JSON.stringify(body),
    warnings: review.conclude(),
  };
}

function decode(vendor: OpenAiVendor, body: Uint8Array, call: EmbeddingsCall): EmbeddingsList {
  const answer = readJsonAnswer(vendor, body, ({ data, error }) => Array.isArray(data) && !asObject(error));
  const usage = readOpenAiUsage(answer.usage);
  return {
    object: 'list',
    data: asObjects(answer.data).map((one, position) => readEmbedding(vendor, one, position)),
    model: asString(answer.model) ?? call.model,
    ...(usage && { usage: { prompt_tokens: usage.prompt_tokens, total_tokens: usage.total_tokens } }),
  };
}

function readEmbedding(vendor: OpenAiVendor, one: JsonObject, position: number): Embedding {
  const { embedding, index } = one;
  if (typeof embedding !== 'string' && !isVector(embedding)) {
    throw malformedAnswer(vendor, JSON.stringify(one).slice(0, 200), 'an embedding is no list of numbers');
  }
  return { object: 'embedding', index: typeof index === 'number' ? index : position, embedding };
}

function isVector(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((number) => typeof number === 'number');
}
