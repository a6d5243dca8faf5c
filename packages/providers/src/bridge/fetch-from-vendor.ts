import type { EnvHttpProxyAgent } from 'undici';
import { isJsonObject, parseJson, type JsonObject } from '../kit/json.ts';
import { withOwnMembers } from '../kit/request/own-members.ts';

/** How the AI SDK's packages send a request. */
export type FetchFromVendor = typeof globalThis.fetch;

/** Through the proxy of the environment where one is named; without undici's own time-outs, because an attempt has its own. */
let dispatcher: EnvHttpProxyAgent | undefined;

/**
 * How the AI SDK's packages send a request; rejects as `fetch` does. Redirects are not followed: a vendor's key goes in a
 * header that `fetch` would carry to wherever they lead.
 */
export async function fetchFromVendor(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  // Loaded with the first call: gateways without such a vendor need none of it.
  const { EnvHttpProxyAgent: Agent, fetch } = await import('undici');
  dispatcher ??= new Agent({ headersTimeout: 0, bodyTimeout: 0 });
  const { method = 'GET', body, signal = null } = init;
  const headers = { ...Object.fromEntries(new Headers(init.headers)), 'accept-encoding': 'identity' };
  return fetch(input instanceof Request ? input.url : input, {
    method,
    headers,
    // Calls of models are JSON; nothing is uploaded here.
    body: typeof body === 'string' ? body : null,
    signal,
    redirect: 'manual',
    dispatcher,
  });
}

/** The same with members in the body that the vendor has and its package does not know. */
export function withMembers(fetch: FetchFromVendor, own: JsonObject | undefined): FetchFromVendor {
  if (!own) return fetch;
  return (input, init) => {
    const body = typeof init?.body === 'string' ? parseJson(init.body) : undefined;
    return fetch(input, isJsonObject(body) ? { ...init, body: JSON.stringify(withOwnMembers(body, own)) } : init);
  };
}
