import { createDecipheriv, createHash } from 'node:crypto';
import nacl from 'tweetnacl';

/** How values begin that `encryption_algorithm: aes-256-gcm` wrote. */
const GCM_PREFIX = 'v2:gcm:';
const GCM_NONCE_BYTES = 12;
const GCM_TAG_BYTES = 16;
const SHORTEST_BOX = nacl.secretbox.nonceLength + nacl.secretbox.overheadLength;
const BASE64 = /^[\w+/-]+={0,2}$/;

/**
 * What a LiteLLM encrypted under its salt key, else its master key; nothing where another key did, or nobody
 * (`litellm/proxy/common_utils/encrypt_decrypt_utils.py`, 1.108.7: NaCl's secretbox, or AES-256-GCM, both under SHA-256 of
 * the key).
 */
export function decryptLiteLlm(text: string, key: string): string | undefined {
  const secret = createHash('sha256').update(key).digest();
  if (text.startsWith(GCM_PREFIX)) return openGcm(Buffer.from(text.slice(GCM_PREFIX.length), 'base64url'), secret);
  // Node reads both alphabets of base64 as one.
  const sealed = Buffer.from(text, 'base64');
  if (!BASE64.test(text) || sealed.length < SHORTEST_BOX) return undefined;
  const { nonceLength } = nacl.secretbox;
  const opened = nacl.secretbox.open(sealed.subarray(nonceLength), sealed.subarray(0, nonceLength), secret);
  return opened ? Buffer.from(opened).toString('utf8') : undefined;
}

/** Whether a text can be something that was encrypted: names of models and addresses cannot. */
export function looksEncrypted(text: string): boolean {
  if (text.startsWith(GCM_PREFIX)) return true;
  return BASE64.test(text) && text.length % 4 === 0 && Buffer.from(text, 'base64').length >= SHORTEST_BOX;
}

function openGcm(sealed: Buffer, secret: Buffer): string | undefined {
  if (sealed.length < GCM_NONCE_BYTES + GCM_TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, GCM_NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(-GCM_TAG_BYTES));
  try {
    return (
      decipher.update(sealed.subarray(GCM_NONCE_BYTES, -GCM_TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    );
  } catch {
    return undefined;
  }
}
