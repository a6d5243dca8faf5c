import { hash, timingSafeEqual } from 'node:crypto';
import type { Secret } from '@showrunner/service';

/** Longer than any key that is made here; what is longer is refused before it is hashed. */
const LONGEST_KEY = 512;

/** Compares keys by their SHA-256 in constant time, so that a wrong one tells nothing by how long it takes. */
export class MasterKey {
  readonly #digest: Buffer;

  constructor(key: Secret) {
    this.#digest = digest(key.reveal());
  }

  matches(presented: string): boolean {
    return presented.length <= LONGEST_KEY && timingSafeEqual(digest(presented), this.#digest);
  }
}

/** As hexadecimal text: Node 26 makes a digest of bytes in more than twice the time. */
function digest(key: string): Buffer {
  return Buffer.from(hash('sha256', key, 'hex'), 'latin1');
}
