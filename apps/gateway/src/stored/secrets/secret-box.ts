import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Says how it was sealed, should that ever change. */
const PREFIX = 'sealed:1:';

/** What something sealed belongs to: of an entity its name. */
export interface SealedPlace {
  readonly kind: string;
  readonly id: string;
}

/** Something that is kept was sealed under another key, or is broken. */
export class CannotUnsealError extends Error {
  readonly entity: SealedPlace;

  constructor(entity: SealedPlace) {
    super(`the ${entity.kind} ${entity.id} was written under another encryption key`);
    this.name = 'CannotUnsealError';
    this.entity = entity;
  }
}

/** Seals what vendors' keys stand in, so that the database alone tells nobody. What is sealed for one row opens no other. */
export class SecretBox {
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'stored secrets', 32));
  }

  seal(entity: SealedPlace, value: unknown): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, nonce);
    cipher.setAAD(placeOf(entity));
    const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
    return PREFIX + Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /** Whether a text came out of `seal`. */
  isSealed(text: string): boolean {
    return text.startsWith(PREFIX);
  }

  /** Throws a `CannotUnsealError`. */
  unseal(entity: SealedPlace, text: unknown): unknown {
    if (typeof text !== 'string' || !text.startsWith(PREFIX)) throw new CannotUnsealError(entity);
    const sealed = Buffer.from(text.slice(PREFIX.length), 'base64url');
    if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new CannotUnsealError(entity);
    const decipher = createDecipheriv(CIPHER, this.#key, sealed.subarray(0, NONCE_BYTES));
    decipher.setAAD(placeOf(entity));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    try {
      const opened =
        decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
      return JSON.parse(opened);
    } catch {
      throw new CannotUnsealError(entity);
    }
  }
}

function placeOf({ kind, id }: SealedPlace): Buffer {
  return Buffer.from(`${kind}\0${id}`);
}
