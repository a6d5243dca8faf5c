import type { Vendor } from '../spec/adapter.ts';
import { ProviderError } from '../spec/error.ts';
import { fetchFromVendor } from './fetch-from-vendor.ts';

/** Those that keep the method and the body (RFC 9110, 15.4.8 and 15.4.9). */
const REPEATING = new Set([307, 308]);

/**
 * Asks a vendor, and once more where it points elsewhere within its own origin: keys go nowhere but where the
 * configuration says. Throws a `ProviderError` that names the place where it points to another.
 */
export async function fetchFollowing(
  vendor: Vendor,
  input: string | URL | Request,
  init: RequestInit = {},
): Promise<Response> {
  const url = input instanceof Request ? input.url : String(input);
  const response = await fetchFromVendor(url, init);
  if (!pointsElsewhere(response)) return response;
  const target = URL.parse(response.headers.get('location') ?? '', url);
  await response.body?.cancel();
  if (!target || target.origin !== new URL(url).origin || !REPEATING.has(response.status)) {
    throw redirected(vendor, response.status, target);
  }
  const second = await fetchFromVendor(target, init);
  if (!pointsElsewhere(second)) return second;
  await second.body?.cancel();
  throw redirected(vendor, second.status, URL.parse(second.headers.get('location') ?? '', target));
}

function pointsElsewhere({ status, headers }: Response): boolean {
  return status >= 300 && status < 400 && headers.has('location');
}

function redirected({ name }: Vendor, status: number, target: URL | null): ProviderError {
  const place = target ? target.origin + target.pathname : 'no address';
  return new ProviderError({
    kind: 'connection',
    message: `The provider answered ${status} and points to ${place}; set api_base to where it serves`,
    provider: name,
    status: 502,
    isRetryable: true,
  });
}
