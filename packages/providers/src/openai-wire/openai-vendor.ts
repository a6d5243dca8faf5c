import { refusedRequest } from '../kit/failure/failures.ts';
import { defineHttpVendor } from '../kit/http-vendor.ts';
import { requestHeaders, withoutTrailingSlashes } from '../kit/request/request-headers.ts';
import type { HttpVendor } from '../spec/adapter.ts';
import type { ProviderCall } from '../spec/call.ts';

/** A vendor that speaks OpenAI's wire, and how its addresses and headers differ from OpenAI's own. */
export interface OpenAiVendor extends HttpVendor {
  /** Where the vendor does not use `{apiBase}{path}`; `path` is OpenAI's, for example `/chat/completions`. */
  readonly url?: (apiBase: string, path: string, call: ProviderCall) => string;
  /** Where the vendor does not use `authorization: Bearer`. */
  readonly authentication?: (call: ProviderCall) => Record<string, string>;
}

export function defineOpenAiVendor(description: Omit<OpenAiVendor, 'transport' | 'decodeError'>): OpenAiVendor {
  return defineHttpVendor(description);
}

/** The root of a vendor's API for a call, without a slash at its end. Throws a 400 where nothing says at which address. */
export function addressOf(vendor: OpenAiVendor, call: ProviderCall): string {
  const apiBase = call.settings.apiBase ?? vendor.defaultApiBase;
  if (apiBase !== undefined && apiBase !== '') return withoutTrailingSlashes(apiBase);
  const names = (vendor.environment.apiBase ?? []).join(' or ');
  throw refusedRequest(
    vendor,
    `${vendor.title} has no address of its own: set litellm_params.api_base${names && `, or ${names} in the environment`}`,
    'api_base',
  );
}

/** Where a call of the kind that OpenAI has at `path` goes. Throws a 400 where nothing says at which address. */
export function openAiUrl(vendor: OpenAiVendor, path: string, call: ProviderCall): string {
  const root = addressOf(vendor, call);
  return vendor.url?.(root, path, call) ?? below(root, path);
}

/** The query of an address stands behind the path (RFC 3986, 3). An address may hold the path already. */
export function below(root: string, path: string): string {
  const query = root.indexOf('?');
  const place = query === -1 ? root : withoutTrailingSlashes(root.slice(0, query));
  const whole = place.endsWith(path) ? place : place + path;
  return query === -1 ? whole : whole + root.slice(query);
}

export function openAiHeaders(vendor: OpenAiVendor, call: ProviderCall): Record<string, string> {
  return requestHeaders(call.settings, vendor.authentication?.(call) ?? bearer(call));
}

function bearer({ settings: { apiKey, organization } }: ProviderCall): Record<string, string> {
  return {
    ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
    ...(organization !== undefined && { 'openai-organization': organization }),
  };
}
