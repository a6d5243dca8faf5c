import { MemberReview, leaveOut, leaveOutLacked } from '../kit/request/member-review.ts';
import { serialiseBody } from '../kit/request/serialise-body.ts';
import type { EncodedRequest, ProviderCall } from '../spec/call.ts';
import { openAiHeaders, openAiUrl, type OpenAiVendor } from './openai-vendor.ts';
import { rename, requestBody } from './request-body.ts';

/** How one vendor's calls of a kind differ from OpenAI's own. */
export interface MemberDialect {
  /** Request members that the vendor refuses. */
  readonly unsupported?: readonly string[];
  /** OpenAI's member names and the vendor's own. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** A call of the kind that OpenAI has at `path` and whose body is one JSON object. */
export function encodeOpenAiJson(
  vendor: OpenAiVendor,
  path: string,
  call: ProviderCall<Readonly<Record<string, unknown>>>,
  { unsupported = [], renamed = {} }: MemberDialect = {},
): EncodedRequest {
  const review = new MemberReview(vendor, call);
  const body = requestBody(call);
  leaveOutLacked(body, call, review);
  for (const member of unsupported) leaveOut(body, member, 'it is not supported', review);
  for (const [from, to] of Object.entries(renamed)) rename(body, from, to);
  return {
    url: openAiUrl(vendor, path, call),
    method: 'POST',
    headers: openAiHeaders(vendor, call),
    body: serialiseBody(vendor, body),
    warnings: review.conclude(),
  };
}
