import { UpstreamError } from './upstream.ts';
import type { UpstreamAddress } from './upstreams.ts';

/** Those that keep the method and the body (RFC 9110, 15.4.8 and 15.4.9). */
const REPEATING = new Set([307, 308]);

/**
 * The path to ask again at, where a redirect stays with the same origin. Throws an `UpstreamError` that names the place
 * where it does not, or would be the second: keys go nowhere but where the configuration says.
 */
export function redirectPath(
  status: number,
  location: string,
  { origin, path }: UpstreamAddress,
  isSecond: boolean,
): string {
  const target = URL.parse(location, origin + path);
  if (target && REPEATING.has(status) && target.origin === origin && !isSecond) return target.pathname + target.search;
  throw new UpstreamError(
    'REDIRECTED',
    `The provider answered ${status} and points to ${target ? target.origin + target.pathname : 'no address'}; ` +
      'set api_base to where it serves',
  );
}
