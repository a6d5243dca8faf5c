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

/** Under what ids were sealed before the present secret was the secret. */
export interface FormerIdKeys {
  /** Keys of one kind, newest first. */
  of(things: string): readonly Buffer[];
  /** An id was given out, or came back, under the present secret. */
  presentUsed(): void;
}

const NO_FORMER: FormerIdKeys = { of: () => [], presentUsed: () => {} };

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const BETWEEN = '\0';

/** The key to ids of one kind. */
export function idKey(secret: string, things: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `ids of ${things}`, 32));
}

/**
 * Ids of things that lie with vendors. An id says itself whose it is and where it lies, as LiteLLM's do, so that nothing
 * has to be written down for it and each replica with the same secret finds the way; it is sealed, so that nobody makes
 * one up, or reads in it where a vendor's own is. The same thing has the same id each time: its nonce comes of what is
 * sealed (as in RFC 5297), which tells nobody more than that.
 */
export class SealedIds {
  readonly #kind: IdKind;
  readonly #secret: () => string;
  readonly #former: FormerIdKeys;
  #keyOf: { readonly secret: string; readonly key: Buffer } | undefined;

  /**
   * @param secret what all replicas have in common
   * @param former ids that were sealed under none of them either are nobody's
   */
  constructor(kind: IdKind, secret: () => string, former: FormerIdKeys = NO_FORMER) {
    this.#kind = kind;
    this.#secret = secret;
    this.#former = former;
  }

  seal({ owner, deploymentId, vendorId }: VendorThing): string {
    const text = [owner, deploymentId, vendorId].join(BETWEEN);
    const nonce = createHmac('sha256', this.#key).update(text).digest().subarray(0, NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, nonce);
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    this.#former.presentUsed();
    return this.#kind.prefix + sealed.toString('base64url');
  }

  /** Nothing where it was not sealed here. */
  open(id: string): VendorThing | undefined {
    const sealed = Buffer.from(id.slice(this.#kind.prefix.length), 'base64url');
    // A reader of base64 skips characters and bits that say nothing: one thing would answer to many ids.
    const isAsWritten = id === this.#kind.prefix + sealed.toString('base64url');
    if (!isAsWritten || sealed.length <= NONCE_BYTES + TAG_BYTES) return undefined;
    const present = opened(sealed, this.#key);
    if (present) {
      this.#former.presentUsed();
      return present;
    }
    for (const key of this.#former.of(this.#kind.things)) {
      const former = opened(sealed, key);
      if (former) return former;
    }
    return undefined;
  }

  get #key(): Buffer {
    const secret = this.#secret();
    if (this.#keyOf?.secret !== secret) {
      this.#keyOf = { secret, key: idKey(secret, this.#kind.things) };
    }
    return this.#keyOf.key;
  }
}

function opened(sealed: Buffer, key: Buffer): VendorThing | undefined {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    const text = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    const [owner = '', deploymentId = '', vendorId = ''] = text.split(BETWEEN);
    return { owner, deploymentId, vendorId };
  } catch {
    return undefined;
  }
}
