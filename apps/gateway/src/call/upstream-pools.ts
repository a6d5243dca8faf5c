import { EnvHttpProxyAgent, Pool, type Dispatcher } from 'undici';

/** Connections per vendor address; more wait. Providers' own limits are far below. */
const CONNECTIONS_PER_ORIGIN = 512;
const CONNECT_TIMEOUT_MS = 10_000;
/** Addresses are made from the configuration and, under wildcards, from callers' model names; so they are bounded. */
const MOST_REMEMBERED_ADDRESSES = 1000;

/** Where an absolute URL leads: the pool of its origin, and the path there. */
export interface UpstreamAddress {
  readonly dispatcher: Dispatcher;
  readonly origin: string;
  readonly path: string;
}

/**
 * Keep-alive connections to the vendors, one pool an origin. Pools outlive reloads: one without requests closes its
 * sockets by itself after undici's four seconds, which is shorter than any peer keeps them.
 */
export class UpstreamPools {
  readonly #pools = new Map<string, Dispatcher>();
  readonly #addresses = new Map<string, UpstreamAddress>();
  readonly #proxy: EnvHttpProxyAgent | undefined;

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    const httpsProxy = environment.HTTPS_PROXY ?? environment.https_proxy;
    const httpProxy = environment.HTTP_PROXY ?? environment.http_proxy;
    const noProxy = environment.NO_PROXY ?? environment.no_proxy;
    if (httpsProxy || httpProxy) {
      this.#proxy = new EnvHttpProxyAgent({
        ...(httpsProxy && { httpsProxy }),
        ...(httpProxy && { httpProxy }),
        ...(noProxy && { noProxy }),
      });
    }
  }

  addressOf(url: string): UpstreamAddress {
    const remembered = this.#addresses.get(url);
    if (remembered) return remembered;
    const { origin, pathname, search } = new URL(url);
    const address = { dispatcher: this.#proxy ?? this.#poolOf(origin), origin, path: pathname + search };
    if (this.#addresses.size < MOST_REMEMBERED_ADDRESSES) this.#addresses.set(url, address);
    return address;
  }

  #poolOf(origin: string): Dispatcher {
    let pool = this.#pools.get(origin);
    if (!pool) {
      pool = new Pool(origin, { connections: CONNECTIONS_PER_ORIGIN, connectTimeout: CONNECT_TIMEOUT_MS });
      this.#pools.set(origin, pool);
    }
    return pool;
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.#pools.values(), ...(this.#proxy ? [this.#proxy] : [])].map((pool) => pool.destroy()));
  }
}
