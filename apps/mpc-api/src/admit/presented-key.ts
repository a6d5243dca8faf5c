import type { IncomingHttpHeaders } from 'node:http';

/** The key in `Authorization: Bearer …`, else in `X-API-Key`. A wrong bearer is not rescued by a right `X-API-Key`. */
export function presentedKey({ authorization, 'x-api-key': apiKey }: IncomingHttpHeaders): string | undefined {
  // The scheme's name is case-insensitive (RFC 9110 §11.1).
  if (authorization !== undefined) return /^bearer +(\S+) *$/i.exec(authorization)?.[1];
  return typeof apiKey === 'string' ? apiKey.trim() : undefined;
}
