/** Where receivers of webhooks reach this API: `MPC_PUBLIC_URL`, else the address it listens on. */
export class PublicUrl {
  readonly #configured: string | undefined;
  readonly #host: string;
  #port: number;

  /** @param address where the server is to listen; a port of 0 becomes known by `listensAt` */
  constructor(configured: string | undefined, address: { readonly host: string; readonly port: number }) {
    this.#configured = configured?.replace(/\/+$/, '');
    this.#host = hostInUrl(address.host);
    this.#port = address.port;
  }

  /** The address at which the server listens, as `listen` gives it. */
  listensAt(address: string): void {
    this.#port = Number(new URL(address).port);
  }

  /** Without a slash at its end. */
  get root(): string {
    return this.#configured ?? `http://${this.#host}:${this.#port}`;
  }
}

/** Who listens on every address is reached on this machine's own. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
