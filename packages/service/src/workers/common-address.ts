import { createServer } from 'node:net';
import { once } from 'node:events';

/** An address at which all workers listen, or why nobody can. */
export type CommonAddress =
  | {
      readonly port: number;
      /** Whether each has a socket of its own there, among which the system distributes connections. */
      readonly isShared: boolean;
    }
  | { readonly refusal: { readonly code: string; readonly message: string } };

/** Where sockets of several processes may listen at one address (Node's `reusePort`, documentation of `net`, v26). */
const SHARES_PORTS: ReadonlySet<string> = new Set(['linux', 'freebsd', 'aix', 'sunos']);

/**
 * Addresses of several processes. Where the system distributes connections among sockets of one port, each process listens
 * there itself: nothing is handed over that could be lost with whom it is handed to. Sockets that share a port would share
 * it with strangers too, and so the first to ask finds out whether it is free. Elsewhere Node hands connections over.
 */
export class CommonAddresses {
  readonly #found = new Map<string, Promise<CommonAddress>>();
  readonly #isShared: boolean;

  constructor(platform: string = process.platform) {
    this.#isShared = SHARES_PORTS.has(platform);
  }

  /** @param port 0 for any that is free, the same for all who ask */
  at(host: string, port: number): Promise<CommonAddress> {
    const key = `${host} ${port}`;
    let found = this.#found.get(key);
    if (!found) this.#found.set(key, (found = this.#find(host, port)));
    return found;
  }

  async #find(host: string, port: number): Promise<CommonAddress> {
    if (!this.#isShared) return { port, isShared: false };
    const server = createServer();
    try {
      server.listen({ host, port });
      await once(server, 'listening');
      const address = server.address();
      return { port: typeof address === 'object' && address ? address.port : port, isShared: true };
    } catch (error) {
      const { code = '', message } = error as NodeJS.ErrnoException;
      return { refusal: { code, message } };
    } finally {
      if (server.listening) await new Promise((closed) => server.close(closed));
    }
  }
}
