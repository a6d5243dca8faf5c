import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

/** What its vendor keeps: a response, a file, a batch. */
export interface VendorThing {
  /** The workspace of who asked for it. */
  readonly owner: string;
  /** The deployment that has it. */
  readonly deploymentId: string;
  readonly vendorId: string;
}

/** One kind of ids. */
export interface IdKind {
  /** How its ids begin: `resp_`. */
  readonly prefix: string;
  /** In words, for the key: ids of one kind are none of another. */
  readonly things: string;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const BETWEEN = '\0';

/**
 * Ids of things that lie with vendors. An id says itself whose it is and where it lies, as LiteLLM's do, so that nothing
 * has to be written down for it and each replica with the same secret finds the way; it is sealed, so that nobody makes
 * one up, or reads in it where a vendor's own is. The same thing has the same id each time: its nonce comes of what is
 * sealed (as in RFC 5297), which tells nobody more than that.
 */
export class SealedIds {
  readonly #kind: IdKind;
  readonly #secret: () => string;
  #keyOf: { readonly secret: string; readonly key: Buffer } | undefined;

  /** @param secret what all replicas have in common; ids that were sealed with another one are nobody's */
  constructor(kind: IdKind, secret: () => string) {
    this.#kind = kind;
    this.#secret = secret;
  }

  seal({ owner, deploymentId, vendorId }: VendorThing): string {
    const text = [owner, deploymentId, vendorId].join(BETWEEN);
    const nonce = createHmac('sha256', this.#key).update(text).digest().subarray(0, NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, nonce);
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return this.#kind.prefix + sealed.toString('base64url');
  }

  /** Nothing where it was not sealed here. */
  open(id: string): VendorThing | undefined {
    const sealed = Buffer.from(id.slice(this.#kind.prefix.length), 'base64url');
    // A reader of base64 skips characters and bits that say nothing: one thing would answer to many ids.
    const isAsWritten = id === this.#kind.prefix + sealed.toString('base64url');
    if (!isAsWritten || sealed.length <= NONCE_BYTES + TAG_BYTES) return undefined;
    const decipher = createDecipheriv(CIPHER, this.#key, sealed.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    try {
      const text =
        decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
      const [owner = '', deploymentId = '', vendorId = ''] = text.split(BETWEEN);
      return { owner, deploymentId, vendorId };
    } catch {
      return undefined;
    }
  }

  get #key(): Buffer {
    const secret = this.#secret();
    if (this.#keyOf?.secret !== secret) {
      this.#keyOf = { secret, key: Buffer.from(hkdfSync('sha256', secret, '', `ids of ${this.#kind.things}`, 32)) };
    }
    return this.#keyOf.key;
  }
}
