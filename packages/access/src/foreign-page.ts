import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback } from './loopback.ts';

/** What of a request tells for whose page a browser sent it. */
export interface PageHead {
  readonly headers: IncomingHttpHeaders;
  /** The request target, whose host counts over `Host` where it has one (RFC 9112, 3.2.2). */
  readonly url?: string | undefined;
}

/** What a browser writes, and nobody can hide a user, a path or another letter's twin in it. */
const PLAIN_HOST = /^[\w.:[\]-]+$/;
/** Of `Sec-Fetch-Site`: the server's own page, and what somebody typed. */
const OWN_SITES: ReadonlySet<string | string[]> = new Set(['same-origin', 'none']);

/**
 * Tells pages of other sites from everybody else on this machine: by the site that the browser names, by their `Origin`,
 * or by a name that was made to point at loopback (DNS rebinding). A server without a key would otherwise spend its
 * owner's money for any page they open.
 */
export class ForeignPages {
  readonly #allowed: ReadonlySet<string>;
  readonly #origins: ReadonlySet<string>;
  /** The `Host` that was last found to be one's own: nearly all requests bring the same. */
  #lastOwn: string | undefined;

  /**
   * @param allowedHosts names beside those of loopback, with or without a port: `studio.example`, `studio.example:8443`
   * @param origins whose pages are none, as browsers write them
   */
  constructor(allowedHosts: readonly string[] = [], origins: readonly string[] = []) {
    this.#origins = new Set(origins);
    this.#allowed = new Set(allowedHosts.map((host) => parse(host)?.host ?? host));
  }

  isForeign({ headers, url = '/' }: PageHead): boolean {
    const { host, origin, 'sec-fetch-site': site } = headers;
    const isNamed = origin !== undefined && this.#origins.has(origin);
    if (site !== undefined && !isNamed && !OWN_SITES.has(site)) return true;
    // Only what is no browser sends none.
    if (host !== undefined && !this.#isOwn(host)) return true;
    if (origin !== undefined && !isNamed && !isSameOrigin(origin, host)) return true;
    return URL.canParse(url) && !this.#isOwn(new URL(url).host);
  }

  #isOwn(host: string): boolean {
    if (host === this.#lastOwn) return true;
    const { hostname, host: withPort } = parse(host) ?? {};
    if (hostname === undefined || withPort === undefined) return false;
    const isOwn = isLoopback(hostname) || this.#allowed.has(hostname) || this.#allowed.has(withPort);
    if (isOwn) this.#lastOwn = host;
    return isOwn;
  }
}

/**
 * Tells them on a listener that asks nobody for a key: on loopback. An address that others reach goes by names that this
 * machine does not know (`gateway:4001`), and which requests come there is not for browsers to say.
 */
export function foreignPagesAt(
  host: string,
  allowedHosts: readonly string[] | undefined,
): (request: PageHead) => boolean {
  const pages = isLoopback(host) ? new ForeignPages(allowedHosts) : undefined;
  return (request) => pages?.isForeign(request) ?? false;
}

/** Lower case, addresses in their usual form, without the dot that ends a whole name. */
function parse(host: string, scheme = 'http:'): { readonly hostname: string; readonly host: string } | undefined {
  const text = `${scheme}//${host}`;
  if (!PLAIN_HOST.test(host) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const hostname = url.hostname.replace(/\.$/, '');
  return { hostname, host: url.port === '' ? hostname : `${hostname}:${url.port}` };
}

/** An origin is scheme, host and port; a server cannot know its own scheme where another one ends TLS before it. */
function isSameOrigin(origin: string, host: string | undefined): boolean {
  const [scheme, from] = /^(https?:)\/\/(.+)$/.exec(origin)?.slice(1) ?? [];
  if (scheme === undefined || from === undefined || host === undefined) return false;
  const own = parse(host, scheme);
  return own !== undefined && own.host === parse(from, scheme)?.host;
}
