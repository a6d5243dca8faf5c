import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Whether a browser sent this for a page of another site: by its `Origin`, or by a name that was made to point at
 * loopback (DNS rebinding). A server without a key would otherwise spend its owner's money for any page they open.
 */
export function isForeignPage({ origin, host }: IncomingHttpHeaders): boolean {
  if (host !== undefined && !LOOPBACK_HOST.test(host)) return true;
  return origin !== undefined && !LOOPBACK_HOST.test(origin.replace(/^https?:\/\//, ''));
}
