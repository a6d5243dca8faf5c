import type { Caller } from './caller.ts';
import { ForeignPages } from './foreign-page.ts';
import { FOREIGN_PAGE, NO_KEY, SEVERAL_KEYS, UNKNOWN_KEY, type Identity } from './identity.ts';
import { ConfiguredKey, digestOf, type KeyHolders } from './key-holders.ts';
import { presentedKey, type KeyHeaders, type PresentingHead } from './presented-key.ts';

/** Longer than any key that is made here; what is longer is refused before it is hashed. */
const LONGEST_KEY = 512;

export interface AuthenticatorOptions {
  readonly headers: KeyHeaders;
  /** The configured key; without one everybody on this machine is let in, and `openness` says where that may be. */
  readonly key: string | undefined;
  /** Who holds that key, or everybody is. */
  readonly administrator: Caller;
  /** Names under which a server without a key answers, beside those of loopback. */
  readonly allowedHosts?: readonly string[] | undefined;
}

/** Finds out who sends a request. */
export class Authenticator {
  readonly #headers: KeyHeaders;
  readonly #holders: KeyHolders | undefined;
  readonly #everybody: Identity;
  readonly #pages: ForeignPages;

  constructor({ headers, key, administrator, allowedHosts }: AuthenticatorOptions) {
    this.#headers = headers;
    this.#pages = new ForeignPages(allowedHosts);
    this.#holders = key === undefined ? undefined : new ConfiguredKey(key, administrator);
    this.#everybody = { kind: 'known', caller: administrator };
  }

  /** Whether a page of another site sends it, to a server that lets everybody on its machine in. */
  isForeign(request: PresentingHead): boolean {
    return !this.#holders && this.#pages.isForeign(request);
  }

  identify(request: PresentingHead): Identity | Promise<Identity> {
    if (this.isForeign(request)) return FOREIGN_PAGE;
    const key = presentedKey(request, this.#headers);
    if (typeof key === 'symbol') return SEVERAL_KEYS;
    if (!this.#holders) return this.#everybody;
    if (key === undefined) return NO_KEY;
    return key === '' || key.length > LONGEST_KEY ? UNKNOWN_KEY : this.#holders.find(digestOf(key));
  }
}
