import { ProviderError } from '../../spec/error.ts';
import { describeText, redactKeys } from './describe-text.ts';
import type { Vendor } from '../../spec/adapter.ts';

/** The answer is not of the kind that was asked for and no error either: HTML from a proxy, a cut body, another protocol. */
export function malformedAnswer(
  vendor: Vendor,
  text: string,
  reason = 'the answer is not what was asked for',
): ProviderError {
  return new ProviderError({
    kind: 'malformed_answer',
    message: `${vendor.title}: ${reason}${redactKeys(describeText(text))}`,
    provider: vendor.name,
    status: 502,
    isRetryable: true,
  });
}

/** The vendor's stream stopped before the vendor had said that it was done. */
export function cutStream(vendor: Vendor): ProviderError {
  return new ProviderError({
    kind: 'connection',
    message: `${vendor.title}: the stream ended before the answer was complete`,
    provider: vendor.name,
    status: 502,
    isRetryable: true,
  });
}

/** A request that this vendor or model cannot take; found before anything is sent. */
export function refusedRequest(vendor: Vendor, message: string, param: string | null): ProviderError {
  return new ProviderError({
    kind: 'invalid_request',
    message,
    provider: vendor.name,
    status: 400,
    isRetryable: false,
    vendorType: 'invalid_request_error',
    vendorParam: param,
  });
}

/** Nobody can be called as whoever the settings name. `cause` holds no secret. */
export function unauthorised({ name, title }: Vendor, cause: unknown): ProviderError {
  return new ProviderError({
    kind: 'authentication',
    message: `${title}: ${cause instanceof Error ? cause.message : 'the credentials cannot be read'}`,
    provider: name,
    status: 401,
    isRetryable: false,
    cause,
  });
}
