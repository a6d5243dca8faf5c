import type { RequestHead } from '@showrunner/service';
import { badRequest } from '../failure/gateway-error.ts';

/** Where keys are looked for when there is no `Authorization`, in LiteLLM's order (observed in 1.90.0). */
const KEY_HEADERS = ['x-litellm-api-key', 'x-api-key', 'api-key', 'x-goog-api-key', 'ocp-apim-subscription-key'];
const AUTHORIZATION = 'authorization';

/**
 * The key that a request presents, or nothing. A wrong `Authorization` is not rescued by a right key in another
 * header. Throws a 400 where there are two, because proxies and servers differ on which one counts.
 */
export function presentedKey(
  { headers, rawHeaders = [] }: RequestHead,
  onlyHeader: string | undefined,
): string | undefined {
  if (countAuthorizations(rawHeaders) > 1) throw badRequest('The request has two Authorization headers; send one');
  if (onlyHeader !== undefined) return withoutScheme(single(headers[onlyHeader]), true);
  const authorization = headers.authorization;
  if (authorization !== undefined) return withoutScheme(authorization, true);
  for (const name of KEY_HEADERS) {
    const value = single(headers[name]);
    if (value !== undefined) return withoutScheme(value, false);
  }
  return undefined;
}

function countAuthorizations(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === AUTHORIZATION.length && name.toLowerCase() === AUTHORIZATION) count++;
  }
  return count;
}

/** Schemes are case-insensitive (RFC 9110, 11.1). */
function withoutScheme(value: string | undefined, isSchemeRequired: boolean): string | undefined {
  if (value === undefined) return undefined;
  if (value.slice(0, 7).toLowerCase() === 'bearer ') return value.slice(7).trim();
  return isSchemeRequired ? '' : value.trim();
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
