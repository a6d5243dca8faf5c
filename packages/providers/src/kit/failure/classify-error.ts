import { ProviderError } from '../../spec/error.ts';
import { describeText, redactKeys } from './describe-text.ts';
import { isRetryable, kindOfError } from './error-kind.ts';
import { malformedAnswer } from './failures.ts';
import { asObjects, isJsonObject, parseJson } from '../json.ts';
import { readRetryAfter, type ResponseHeaders } from './retry-after.ts';
import { readVendorError, type VendorError } from './vendor-error.ts';
import type { Vendor } from '../../spec/adapter.ts';

/** Longer messages are cut: they end up in logs and in callers' errors. */
const MAX_MESSAGE_CHARACTERS = 2000;

/**
 * Turns an answer that is no completion into the error that routing decides by: first by what the vendor says
 * (a context window that is too small and a refused content come as plain 400s), then by the HTTP status.
 */
export function classifyError(
  vendor: Vendor,
  status: number,
  headers: ResponseHeaders,
  body: Uint8Array,
): ProviderError {
  const text = new TextDecoder().decode(body);
  const parsed = parseJson(text);
  const document = Array.isArray(parsed) ? asObjects(parsed)[0] : parsed;
  const vendorError = isJsonObject(document) ? readVendorError(document) : undefined;
  const isSuccessStatus = status >= 200 && status < 300;
  if (isSuccessStatus && !vendorError) return malformedAnswer(vendor, text);
  return vendorErrorToProviderError(vendor, isSuccessStatus ? undefined : status, vendorError, {
    fallbackMessage: `HTTP status ${status}${describeText(text)}`,
    retryAfterSeconds: readRetryAfter(headers),
  });
}

/** The same for an error object that came inside a 200, in a stream for example; `status` is then not known. */
export function vendorErrorToProviderError(
  vendor: Vendor,
  status: number | undefined,
  vendorError: VendorError | undefined,
  { fallbackMessage = 'an error without a message', retryAfterSeconds = undefined as number | undefined } = {},
): ProviderError {
  const cause = kindOfError(status, vendorError);
  const message = vendorError?.message || fallbackMessage;
  return new ProviderError({
    kind: cause.kind,
    message: `${vendor.title}: ${redactKeys(message).slice(0, MAX_MESSAGE_CHARACTERS)}`,
    provider: vendor.name,
    status: cause.status,
    isRetryable: isRetryable(cause.kind, cause.status),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    vendorType: vendorError?.type ?? null,
    vendorParam: vendorError?.param ?? null,
    vendorCode: vendorError?.code ?? null,
  });
}
