import { defineHttpVendor } from '../kit/http-vendor.ts';
import type { JsonObject } from '../kit/json.ts';
import { serialiseBody } from '../kit/request/serialise-body.ts';
import type { HttpVendor } from '../spec/adapter.ts';
import type { AdapterWarning, EncodedRequest, ProviderCall } from '../spec/call.ts';

/** What is asked for at an address of its own. */
export type AnthropicEndpoint = 'message' | 'stream' | 'count';

/** A vendor of Anthropic's models, and how its addresses and envelopes differ from Anthropic's own. */
export interface AnthropicVendor extends HttpVendor {
  readonly url: (call: ProviderCall, endpoint: AnthropicEndpoint) => string;
  readonly headers: (call: ProviderCall) => Record<string, string>;
  /** What else differs in a body; it is a copy and may be changed. */
  readonly prepareBody?: (body: JsonObject, call: ProviderCall) => void;
  /** Whether tokens are counted at an address of the vendor's. */
  readonly counts: boolean;
}

export function defineAnthropicVendor(
  description: Omit<AnthropicVendor, 'transport' | 'decodeError'>,
): AnthropicVendor {
  return defineHttpVendor(description);
}

/** A body of the Messages API on its way to this vendor. */
export function anthropicRequest(
  vendor: AnthropicVendor,
  call: ProviderCall,
  body: JsonObject,
  warnings: AdapterWarning[] = [],
): EncodedRequest {
  const endpoint = body.stream === true ? 'stream' : 'message';
  return requestTo(vendor, call, body, { endpoint, warnings });
}

/** The same of a body whose tokens are to be counted. */
export function countingRequest(vendor: AnthropicVendor, call: ProviderCall, body: JsonObject): EncodedRequest {
  return requestTo(vendor, call, body, { endpoint: 'count', warnings: [] });
}

function requestTo(
  vendor: AnthropicVendor,
  call: ProviderCall,
  body: JsonObject,
  { endpoint, warnings }: { endpoint: AnthropicEndpoint; warnings: AdapterWarning[] },
): EncodedRequest {
  vendor.prepareBody?.(body, call);
  const headers = vendor.headers(call);
  return { url: vendor.url(call, endpoint), method: 'POST', headers, body: serialiseBody(vendor, body), warnings };
}
