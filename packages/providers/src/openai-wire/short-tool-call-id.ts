import { createHash } from 'node:crypto';

/** OpenAI refuses longer ones: "string too long. Expected a string with maximum length 40" (2026-11). */
const LONGEST = 40;

/** Another vendor's id of a call, short enough for OpenAI: the same one each time. */
export function shortToolCallId(id: string): string {
  if (id.length <= LONGEST) return id;
  return `call_${createHash('sha256').update(id).digest('hex')}`.slice(0, LONGEST);
}
