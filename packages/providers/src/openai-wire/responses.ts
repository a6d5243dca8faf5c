import { asObject, asObjects, asString } from '../kit/json.ts';
import { MemberReview, leaveOut } from '../kit/request/member-review.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import { serialiseBody } from '../kit/request/serialise-body.ts';
import type { EncodedRequest, ProviderCall } from '../spec/call.ts';
import type { HttpResponses, ResponseObject, ResponsesCall } from '../spec/operations/responses.ts';
import { malformedAnswer } from '../kit/failure/failures.ts';
import { openAiHeaders, openAiUrl, type OpenAiVendor } from './openai-vendor.ts';

type Settled = Omit<ProviderCall, 'request'>;

/** How one vendor's responses differ from OpenAI's own. */
export interface OpenAiResponsesDialect {
  /** Request members that the vendor refuses. */
  readonly unsupported?: readonly string[];
  /** The vendor's name for the model, where it is not what stands behind its prefix. */
  readonly modelName?: (call: Settled) => string;
  /** Where the endpoint is, where it is not beside the vendor's others. */
  readonly url?: (call: Settled) => string;
}

/** Responses of a vendor that speaks OpenAI's wire, out of what differs. */
export function openAiResponses(vendor: OpenAiVendor, dialect: OpenAiResponsesDialect = {}): HttpResponses {
  const urlOf = (call: Settled): string =>
    dialect.url?.(call) ?? openAiUrl(vendor, '/responses', { ...call, request: {} });
  return Object.freeze({
    wire: 'openai',
    encode: (call) => encode(vendor, dialect, call, urlOf(call)),
    decode: (body) => decode(vendor, body),
    lookUp: (call, { method, path }) => ({
      url: withPath(urlOf(call), path),
      method,
      headers: openAiHeaders(vendor, { ...call, request: {} }),
      body: '',
    }),
  } satisfies HttpResponses);
}

/** What is null means "not set", and says so to the vendor too; all else goes as it came. */
function encode(
  vendor: OpenAiVendor,
  dialect: OpenAiResponsesDialect,
  call: ResponsesCall,
  url: string,
): EncodedRequest {
  const review = new MemberReview(vendor, call);
  const body = { ...call.request, model: dialect.modelName?.(call) ?? call.model };
  for (const member of dialect.unsupported ?? []) leaveOut(body, member, 'it is not supported', review);
  return {
    url,
    method: 'POST',
    headers: openAiHeaders(vendor, call),
    body: serialiseBody(vendor, body),
    warnings: review.conclude(),
  };
}

/** The path of one response, before the query that the endpoint may have. */
function withPath(url: string, path: string): string {
  const [root = '', query] = url.split('?', 2);
  if (query === undefined) return root + path;
  return `${root}${path}${path.includes('?') ? '&' : '?'}${query}`;
}

function decode(vendor: OpenAiVendor, body: Uint8Array): ResponseObject {
  const answer = readJsonAnswer(vendor, body, ({ output, error }) => Array.isArray(output) || !asObject(error));
  const { output } = answer;
  const id = asString(answer.id);
  if (id === undefined || !Array.isArray(output)) {
    throw malformedAnswer(vendor, JSON.stringify(answer).slice(0, 200), 'the answer is no response');
  }
  return { ...answer, id, object: 'response', output: asObjects(output) };
}
