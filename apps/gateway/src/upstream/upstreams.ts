import { Origin } from './origin.ts';
import type { Upstream } from './upstream.ts';

/** Addresses are made from the configuration and, under wildcards, from callers' model names; so they are bounded. */
const MOST_REMEMBERED_ADDRESSES = 1000;

/** Where an absolute URL leads: its origin, and the path there. */
export interface UpstreamAddress {
  readonly upstream: Upstream;
  readonly origin: string;
  readonly path: string;
}

/** Connections to the vendors, by origin. They outlive reloads: those of an origin without requests close by themselves. */
export class Upstreams {
  readonly #open: (url: URL) => Upstream;
  readonly #origins = new Map<string, Upstream>();
  readonly #addresses = new Map<string, UpstreamAddress>();

  constructor(open: (url: URL) => Upstream = (url) => new Origin(url)) {
    this.#open = open;
  }

  /** `isAskedOften` is false of addresses that name one thing among many. */
  addressOf(url: string, { isAskedOften = true }: { isAskedOften?: boolean } = {}): UpstreamAddress {
    const remembered = this.#addresses.get(url);
    if (remembered) return remembered;
    const parsed = new URL(url);
    const { origin, pathname, search } = parsed;
    const address = { upstream: this.#originOf(parsed), origin, path: pathname + search };
    if (isAskedOften && this.#addresses.size < MOST_REMEMBERED_ADDRESSES) this.#addresses.set(url, address);
    return address;
  }

  #originOf(url: URL): Upstream {
    let upstream = this.#origins.get(url.origin);
    if (!upstream) this.#origins.set(url.origin, (upstream = this.#open(url)));
    return upstream;
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.#origins.values()].map((upstream) => upstream.dispose()));
  }
}

/** Straight to the vendors, or by the proxies that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name. */
export async function openUpstreams(environment: Readonly<Record<string, string | undefined>>): Promise<Upstreams> {
  const httpsProxy = environment.HTTPS_PROXY ?? environment.https_proxy;
  const httpProxy = environment.HTTP_PROXY ?? environment.http_proxy;
  if (!httpsProxy && !httpProxy) return new Upstreams();
  // Loaded only here: whoever has no proxy needs nothing of it.
  const { proxied } = await import('./through-proxy.ts');
  const noProxy = environment.NO_PROXY ?? environment.no_proxy;
  return new Upstreams(
    proxied({ ...(httpsProxy && { httpsProxy }), ...(httpProxy && { httpProxy }), ...(noProxy && { noProxy }) }),
  );
}
