import { hash, timingSafeEqual } from 'node:crypto';
import type { Caller } from './caller.ts';
import { UNKNOWN_KEY, type Identity } from './identity.ts';

/** Who holds a key. The configured key is one such place, a table of keys is another. */
export interface KeyHolders {
  /** @param digest that of the presented key, as `digestOf` makes it */
  find(digest: string): Identity | Promise<Identity>;
}

/** The SHA-256 of a key, in hexadecimal: Node 26 makes a digest of bytes in more than twice the time. */
export function digestOf(key: string): string {
  return hash('sha256', key, 'hex');
}

/** The one key of a server's configuration. */
export class ConfiguredKey implements KeyHolders {
  readonly #digest: Buffer;
  readonly #holder: Identity;

  constructor(key: string, caller: Caller) {
    this.#digest = bytesOf(digestOf(key));
    this.#holder = { kind: 'known', caller };
  }

  /** Digests are compared, and in constant time, so that neither length nor content of the key shows in how long it takes. */
  find(digest: string): Identity {
    return timingSafeEqual(bytesOf(digest), this.#digest) ? this.#holder : UNKNOWN_KEY;
  }
}

function bytesOf(digest: string): Buffer {
  return Buffer.from(digest, 'latin1');
}
