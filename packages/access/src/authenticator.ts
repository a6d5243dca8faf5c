import { RecentMap } from '@showrunner/store';
import type { Caller } from './caller.ts';
import { ForeignPages } from './foreign-page.ts';
import { FOREIGN_PAGE, NO_KEY, SEVERAL_KEYS, UNKNOWN_KEY, UNREADABLE_KEY, type Identity } from './identity.ts';
import { ConfiguredKey, digestOf, type KeyHolders } from './key-holders.ts';
import { presentedKey, type KeyHeaders, type PresentingHead } from './presented-key.ts';

/** Longer than any key that is made here; what is longer is refused before it is hashed. */
const LONGEST_KEY = 512;
/** Of how many keys the digests are remembered, at most: estimated at 40 MB once so many call. */
const MOST_REMEMBERED = 200_000;

export interface AuthenticatorOptions {
  readonly headers: KeyHeaders;
  /** The configured key; without one everybody on this machine is let in, and `openness` says where that may be. */
  readonly key: string | undefined;
  /** Who holds further keys, on an open server too; asked where it is not the configured one. */
  readonly holders?: KeyHolders | undefined;
  /** Who holds that key, or everybody is. */
  readonly administrator: Caller;
  /** Names under which a server without a key answers, beside those of loopback. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Origins whose pages a server without a key answers. */
  readonly allowedOrigins?: readonly string[] | undefined;
}

/** Finds out who sends a request. */
export class Authenticator {
  readonly #headers: KeyHeaders;
  readonly #configured: ConfiguredKey | undefined;
  readonly #holders: KeyHolders | undefined;
  readonly #everybody: Identity;
  readonly #pages: ForeignPages;
  /**
   * Digests of keys that somebody holds: a digest takes longer than all else that is asked of a key. Whose it is is
   * asked each time. Looking a key up tells nothing of others: a map compares only what has the same hash, and hashes
   * are seeded.
   */
  readonly #digests = new RecentMap<string, string>(MOST_REMEMBERED);

  constructor({ headers, key, administrator, holders, allowedHosts, allowedOrigins }: AuthenticatorOptions) {
    this.#headers = headers;
    this.#pages = new ForeignPages(allowedHosts, allowedOrigins);
    this.#configured = key === undefined ? undefined : new ConfiguredKey(key, administrator);
    this.#holders = holders;
    this.#everybody = { kind: 'known', caller: administrator };
  }

  /** Whether a page of another site sends it, to a server that lets everybody on its machine in. */
  isForeign(request: PresentingHead): boolean {
    return !this.#configured && this.#pages.isForeign(request);
  }

  identify(request: PresentingHead): Identity | Promise<Identity> {
    if (this.isForeign(request)) return FOREIGN_PAGE;
    const key = presentedKey(request, this.#headers);
    if (typeof key === 'symbol') return SEVERAL_KEYS;
    if (!this.#configured) return this.#holderOrEverybody(key);
    if (key === undefined) return NO_KEY;
    if (key === '') return UNREADABLE_KEY;
    return key.length > LONGEST_KEY ? UNKNOWN_KEY : this.#holderOf(key, this.#configured);
  }

  /** Who is let in anyway may come as the holder of a key, to see what that may. */
  #holderOrEverybody(key: string | undefined): Identity | Promise<Identity> {
    if (!this.#holders || key === undefined || key === '' || key.length > LONGEST_KEY) return this.#everybody;
    const orEverybody = (identity: Identity) => (identity.kind === 'known' ? identity : this.#everybody);
    const holder = this.#holders.find(digestOf(key));
    return holder instanceof Promise ? holder.then(orEverybody) : orEverybody(holder);
  }

  #holderOf(key: string, configured: ConfiguredKey): Identity | Promise<Identity> {
    const remembered = this.#digests.get(key);
    const digest = remembered ?? digestOf(key);
    const found = configured.find(digest);
    const holder = found.kind === 'known' || !this.#holders ? found : this.#holders.find(digest);
    const isNew = remembered === undefined && !(holder instanceof Promise) && holder.kind === 'known';
    if (isNew) this.#digests.set(key, digest);
    return holder;
  }
}
