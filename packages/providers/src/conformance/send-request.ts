import { request as dispatch } from 'undici';
import type { HttpVendor } from '../spec/adapter.ts';
import type { EncodedRequest } from '../spec/call.ts';

/** What a test's vendor is called as and where, behind the server that plays its part. */
export const testSettings = (apiBase: string) => ({ apiKey: 'sk-conformance', apiBase });

/** Sends a request the way the gateway does; rejects with the vendor's error where the answer is one. */
export async function sendRequest(vendor: HttpVendor, request: EncodedRequest, signal: AbortSignal) {
  const { url, method, headers, body } = request;
  const answer = await dispatch(url, { method, headers, body, signal });
  if (answer.statusCode < 300) return answer.body;
  throw vendor.decodeError(answer.statusCode, answer.headers, await answer.body.bytes());
}
