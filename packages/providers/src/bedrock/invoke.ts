import type { JsonObject } from '../kit/json.ts';
import { serialiseBody } from '../kit/request/serialise-body.ts';
import type { AdapterWarning, EncodedRequest, ProviderCall } from '../spec/call.ts';
import { vendor } from './vendor.ts';

/** A body of a model's own, by `InvokeModel`. */
export function invokeRequest(call: ProviderCall, body: JsonObject, warnings: AdapterWarning[] = []): EncodedRequest {
  return {
    url: vendor.url(call, 'message'),
    method: 'POST',
    headers: vendor.headers(call),
    body: serialiseBody(vendor, body),
    warnings,
  };
}
