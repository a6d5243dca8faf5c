import {
  AISDKError,
  APICallError,
  JSONParseError,
  TypeValidationError,
  UnsupportedFunctionalityError,
} from '@ai-sdk/provider';
import { classifyError, vendorErrorToProviderError } from '../kit/failure/classify-error.ts';
import { malformedAnswer, refusedRequest } from '../kit/failure/failures.ts';
import { isJsonObject } from '../kit/json.ts';
import { readVendorError } from '../kit/failure/vendor-error.ts';
import type { Vendor } from '../spec/adapter.ts';
import { ProviderError } from '../spec/error.ts';

/** Codes of undici's that mean "too slow". */
const TIMEOUT_CODES = new Set(['UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);

/** What a call through the AI SDK failed with, in the terms that routing decides by. An abort stays what it is. */
export function toProviderError(vendor: Vendor, error: unknown): unknown {
  if (ProviderError.isInstance(error)) return error;
  if (APICallError.isInstance(error)) return fromApiCall(vendor, error);
  if (UnsupportedFunctionalityError.isInstance(error)) {
    return refusedRequest(vendor, `${vendor.title} cannot do this: ${error.functionality}`, 'messages');
  }
  if (error instanceof Error && error.name === 'AbortError') return error;
  // Half an event at the end of a stream is no JSON either.
  if (JSONParseError.isInstance(error)) return malformedAnswer(vendor, error.text);
  if (TypeValidationError.isInstance(error)) return malformedAnswer(vendor, JSON.stringify(error.value) ?? '');
  return AISDKError.isInstance(error) ? malformedAnswer(vendor, '', error.message) : unreachable(vendor, error);
}

/** The vendor's error where a body or an event with status 200 is one. */
export function vendorErrorIn(vendor: Vendor, body: unknown): ProviderError | undefined {
  const error = isJsonObject(body) ? readVendorError(body) : undefined;
  return error && vendorErrorToProviderError(vendor, undefined, error);
}

/** By the vendor's own words where it answered; `statusCode` and body are those of its answer. */
function fromApiCall(vendor: Vendor, error: APICallError): ProviderError {
  if (error.statusCode === undefined) return unreachable(vendor, error.cause ?? error);
  const body = new TextEncoder().encode(error.responseBody ?? '');
  return classifyError(vendor, error.statusCode, error.responseHeaders ?? {}, body);
}

/** Below HTTP; the address is not named, because it may hold a secret. */
function unreachable(vendor: Vendor, error: unknown): ProviderError {
  const code = codeOf(error) ?? 'unknown';
  const isTimeout = TIMEOUT_CODES.has(code);
  return new ProviderError({
    kind: isTimeout ? 'timeout' : 'connection',
    message: isTimeout ? `The provider did not answer in time (${code})` : `Connection error (${code})`,
    provider: vendor.name,
    status: isTimeout ? 504 : 502,
    isRetryable: true,
    cause: error,
  });
}

/** `fetch` says only that it failed; why is in its cause, which has a code, or a name of its own where no HTTP came. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error.cause !== undefined) return codeOf(error.cause);
  if (error.message === BAD_PORT) return 'BAD_PORT';
  return error.name === 'Error' || error.name === 'TypeError' ? undefined : error.name;
}

/** What the Fetch standard refuses to call (§2.9, "Port blocking"). */
const BAD_PORT = 'bad port';
