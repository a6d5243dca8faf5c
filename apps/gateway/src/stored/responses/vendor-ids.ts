import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** A response that its vendor keeps. */
export interface VendorResponse {
  /** The workspace of who asked for it. */
  readonly owner: string;
  /** The deployment that has it. */
  readonly deploymentId: string;
  readonly vendorId: string;
}

const PREFIX = 'resp_';
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const BETWEEN = '\0';

/**
 * Ids of responses that lie with vendors. An id says itself whose it is and where it lies, as LiteLLM's do, so that
 * nothing has to be written down for it and each replica with the same secret finds the way; it is sealed, so that nobody
 * makes one up, or reads in it where a vendor's own is.
 */
export class VendorIds {
  readonly #secret: () => string;
  #keyOf: { readonly secret: string; readonly key: Buffer } | undefined;

  /** @param secret what all replicas have in common; ids that were sealed with another one are nobody's */
  constructor(secret: () => string) {
    this.#secret = secret;
  }

  seal({ owner, deploymentId, vendorId }: VendorResponse): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, nonce);
    const text = [owner, deploymentId, vendorId].join(BETWEEN);
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return PREFIX + sealed.toString('base64url');
  }

  /** Nothing where it was not sealed here. */
  open(id: string): VendorResponse | undefined {
    const sealed = Buffer.from(id.slice(PREFIX.length), 'base64url');
    // A reader of base64 skips characters and bits that say nothing: one response would answer to many ids.
    const isAsWritten = id === PREFIX + sealed.toString('base64url');
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
      this.#keyOf = { secret, key: Buffer.from(hkdfSync('sha256', secret, '', 'ids of responses', 32)) };
    }
    return this.#keyOf.key;
  }
}
