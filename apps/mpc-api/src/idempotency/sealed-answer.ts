import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { KeyedRequest } from './keyed-request.ts';

/** What was answered, as it is sent again. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * An answer as it is kept. A new key's secret stands in it, of which the database is to hold no more than its digest:
 * only who comes with the same `Idempotency-Key`, of which that is true as well, can open it.
 */
export function seal(answer: KeptAnswer, request: KeyedRequest): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, sealingKey(request), nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(answer)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

export function unseal(text: string, request: KeyedRequest): KeptAnswer {
  const bytes = Buffer.from(text, 'base64');
  const decipher = createDecipheriv(CIPHER, sealingKey(request), bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const opened = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  // `seal` wrote it, and the tag has shown that nobody changed it.
  return JSON.parse(opened.toString()) as KeptAnswer;
}

function sealingKey({ key, id }: KeyedRequest): Buffer {
  return Buffer.from(hkdfSync('sha256', key.reveal(), id, 'idempotency answer', KEY_BYTES));
}
