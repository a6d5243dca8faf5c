import { createHash } from 'node:crypto';

/** "Tool call id … must be a-z, A-Z, 0-9, with a length of 9" (Mistral's own words, 2026-11). */
const OWN_ID = /^[a-zA-Z0-9]{9}$/;

/** Another vendor's id as one of Mistral's: the same one each time. */
export function mistralToolCallId(id: string): string {
  if (OWN_ID.test(id)) return id;
  return createHash('sha256')
    .update(id)
    .digest('base64')
    .replaceAll(/[^a-zA-Z0-9]/g, '')
    .slice(0, 9);
}
