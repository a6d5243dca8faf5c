import { randomBytes } from 'node:crypto';

/** Standard Webhooks 1.0, "Signature scheme": a symmetric secret is this and the base64 of 24 to 64 bytes. */
const PREFIX = 'whsec_';
const FEWEST_BYTES = 24;
const MOST_BYTES = 64;
/** As many as SHA-256 gives: fewer weaken the HMAC, more add little (RFC 2104, 3). */
const MADE_BYTES = 32;

export function makeSigningSecret(): string {
  return PREFIX + randomBytes(MADE_BYTES).toString('base64');
}

/** What is wrong with a text as a signing secret, without the text; undefined where nothing is. */
export function faultOfSigningSecret(text: string): string | undefined {
  if (!text.startsWith(PREFIX)) return `it begins with ${PREFIX}, which is missing`;
  const encoded = text.slice(PREFIX.length);
  const key = Buffer.from(encoded, 'base64');
  if (key.toString('base64') !== encoded) return `what follows ${PREFIX} is not base64 with its padding (RFC 4648, 4)`;
  if (key.length < FEWEST_BYTES || key.length > MOST_BYTES)
    return `${FEWEST_BYTES} to ${MOST_BYTES} bytes in base64 are needed, and it holds ${key.length}`;
  return undefined;
}
