import { malformedAnswer } from '../kit/failure/failures.ts';
import { asObject, asObjects, asString, type JsonObject } from '../kit/json.ts';
import { MemberReview, leaveOut } from '../kit/request/member-review.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import { serialiseBody } from '../kit/request/serialise-body.ts';
import { addressOf, openAiHeaders, type OpenAiVendor } from '../openai-wire/openai-vendor.ts';
import { rename, requestBody } from '../openai-wire/request-body.ts';
import type { EncodedRequest } from '../spec/call.ts';
import type { HttpRerank, RerankAnswer, RerankCall, RerankResult } from '../spec/operations/rerank.ts';
import { readRerankMeta } from './rerank-meta.ts';

/** How one vendor's reranking differs from Cohere's, which most took over. */
export interface RerankDialect {
  /** Where a call goes, below the root that the deployment says or the vendor has. */
  readonly url: (apiBase: string, call: RerankCall) => string;
  /** Which of the members that LiteLLM has for reranking the vendor takes, beside query and documents. */
  readonly takes: (call: RerankCall) => readonly string[];
  /** Which of them it cannot do without changing what was asked; the others that it does not take are left out. */
  readonly cannot?: readonly string[];
  /** LiteLLM's member names and the vendor's own. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Changes the body where names alone do not say it. */
  readonly prepareBody?: (body: JsonObject, call: RerankCall) => void;
  /** The results as the vendor lists them, where it is not under `results`; nothing where it is no such answer. */
  readonly results?: (answer: JsonObject) => readonly unknown[] | undefined;
}

/** What LiteLLM has for reranking (`litellm/types/rerank.py`, 1.108.7); what else stands in a request is the vendor's own. */
const MEMBERS = [
  'top_n',
  'rank_fields',
  'return_documents',
  'max_chunks_per_doc',
  'max_tokens_per_doc',
  'instruction',
  'truncate_prompt_tokens',
  'truncation_side',
  'max_tokens_per_query',
];

/** Reranking of a vendor, out of what differs from Cohere's. */
export function rerankOf(vendor: OpenAiVendor, dialect: RerankDialect): HttpRerank {
  return Object.freeze({
    wire: 'translated',
    encode: (call) => encode(vendor, dialect, call),
    decode: (body, call) => decode(vendor, dialect, body, call),
  } satisfies HttpRerank);
}

function encode(vendor: OpenAiVendor, dialect: RerankDialect, call: RerankCall): EncodedRequest {
  const review = new MemberReview(vendor, call);
  const body = requestBody(call);
  const taken = dialect.takes(call);
  for (const member of dialect.cannot ?? []) leaveOut(body, member, 'it is not supported', review);
  for (const member of MEMBERS) {
    if (taken.includes(member) || body[member] === undefined) continue;
    review.warn(member, 'the vendor does not have it');
    body[member] = undefined;
  }
  for (const [from, to] of Object.entries(dialect.renamed ?? {})) rename(body, from, to);
  dialect.prepareBody?.(body, call);
  return {
    url: dialect.url(addressOf(vendor, call), call),
    method: 'POST',
    headers: openAiHeaders(vendor, call),
    body: serialiseBody(vendor, body),
    warnings: review.conclude(),
  };
}

function decode(vendor: OpenAiVendor, dialect: RerankDialect, body: Uint8Array, call: RerankCall): RerankAnswer {
  const resultsOf = dialect.results ?? (({ results }) => (Array.isArray(results) ? results : undefined));
  const answer = readJsonAnswer(vendor, body, (one) => resultsOf(one) !== undefined && !asObject(one.error));
  const results = asObjects(resultsOf(answer)).map((one) => readResult(vendor, one, call));
  return { id: asString(answer.id) ?? crypto.randomUUID(), results, meta: readRerankMeta(answer) };
}

function readResult(vendor: OpenAiVendor, one: JsonObject, call: RerankCall): RerankResult {
  const { index, relevance_score: score, document } = one;
  const isPlace = typeof index === 'number' && Number.isSafeInteger(index) && index in call.request.documents;
  if (!isPlace || typeof score !== 'number') {
    throw malformedAnswer(vendor, JSON.stringify(one).slice(0, 200), 'a result names no document or has no score');
  }
  // Jina, Voyage and Infinity give the text alone.
  const shown = typeof document === 'string' ? { text: document } : asObject(document);
  return { index, relevance_score: score, ...(shown && { document: shown }) };
}
