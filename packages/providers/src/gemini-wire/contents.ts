import { asCount, type JsonObject } from '../kit/json.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import { requestHeaders } from '../kit/request/request-headers.ts';
import { serialiseBody } from '../kit/request/serialise-body.ts';
import type { HttpVendor } from '../spec/adapter.ts';
import type { EncodedRequest, ProviderCall } from '../spec/call.ts';
import type { ContentsCall, HttpContents } from '../spec/operations/contents.ts';

/** What Gemini is asked to do, as its addresses name it. */
export type GeminiVerb =
  | 'generateContent'
  | 'streamGenerateContent'
  | 'countTokens'
  | 'embedContent'
  | 'batchEmbedContents'
  | 'predict';

/** Where a vendor has Gemini's models. */
export interface GeminiPlace {
  readonly vendor: HttpVendor;
  /** The address of a model, before the colon and the verb. */
  readonly model: (call: ProviderCall) => string;
  /** What tokens are counted of, out of a whole question: where tools and instructions stand in it differs. */
  readonly counted: (question: JsonObject, call: ProviderCall) => JsonObject;
}

/** Gemini's own wire: requests go on as they came, to the address of the vendor's model. */
export function geminiContents(place: GeminiPlace): HttpContents {
  const { vendor } = place;
  return {
    encode: (call) =>
      geminiRequest(
        place,
        call,
        call.request.stream === true ? 'streamGenerateContent' : 'generateContent',
        body(call),
      ),
    counting: {
      encode: (call) => geminiRequest(place, call, 'countTokens', place.counted(body(call), call)),
      decode(answer) {
        const { totalTokens } = readJsonAnswer(vendor, answer, ({ totalTokens: count }) => typeof count === 'number');
        return asCount(totalTokens);
      },
    },
  };
}

/** A request of Gemini's wire to the vendor's model. */
export function geminiRequest(
  { vendor, model }: GeminiPlace,
  call: ProviderCall,
  verb: GeminiVerb,
  members: JsonObject,
): EncodedRequest {
  // A stream is a list of JSON that grows, where nobody asks for events.
  const query = verb === 'streamGenerateContent' ? '?alt=sse' : '';
  return {
    url: `${model(call)}:${verb}${query}`,
    method: 'POST',
    headers: requestHeaders(call.settings, vendor.passage?.headers?.(call.settings) ?? {}),
    body: serialiseBody(vendor, members),
    warnings: [],
  };
}

/** What is the gateway's, or stands in the address. */
const NOT_SENT = new Set(['model', 'stream', 'metadata', 'user']);

/** A null means "not set". */
function body({ request }: ContentsCall): JsonObject {
  return Object.fromEntries(
    Object.entries(request).filter(([member, value]) => value !== null && !NOT_SENT.has(member)),
  );
}
