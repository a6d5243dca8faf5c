import { createHash } from 'node:crypto';

const PLAIN = /^[\w-]+$/;
const MARK_CHARACTERS = 8;

/**
 * An id of letters, digits, `_` and `-` alone. One that is so stays as it is; of two others that differ, so do these, so
 * that each result of a tool is that of its own call.
 */
export function plainId(id: string, longest = Infinity): string {
  if (PLAIN.test(id) && id.length <= longest) return id;
  const mark = createHash('sha256').update(id).digest('base64url').slice(0, MARK_CHARACTERS);
  return `${id.replaceAll(/[^\w-]/g, '_').slice(0, longest - MARK_CHARACTERS - 1)}_${mark}`;
}
