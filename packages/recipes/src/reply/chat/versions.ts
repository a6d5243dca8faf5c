import { chatPattern } from './patterns.ts';
import type { Unwrapped } from './unwrapping.ts';

const COLON = '[^\\n:：]{0,40}[:：][*_]*\\s*';
const draft = () => chatPattern('draft', `^[\\s#*_]*WORDS${COLON}`);
const final = () => chatPattern('answer', `(?<=^|[\\n.!?。！？…]\\s*[#*_]*|\\s)WORDS[\\s*_]*[:：][*_]*\\s*`, 'giu');

/** "Draft 2 (final):" at the beginning of a line. */
const later = () => chatPattern('draft', `(?<=\\n[\\s#*_]*)WORDS\\s*#?[2-9２-９][^\\n:：]{0,40}[:：][*_]*\\s*`, 'giu');

/** Of a draft and the final version the final one; of several drafts the last. */
export function lastVersion(text: string): Unwrapped | undefined {
  if (!draft().test(text)) return undefined;
  const last = [...text.matchAll(final())].at(-1) ?? [...text.matchAll(later())].at(-1);
  if (last === undefined || last.index === 0) return undefined;
  const at = last.index + last[0].length;
  return text.slice(at).trim() === '' ? undefined : { text: text.slice(at), removed: [text.slice(0, at)] };
}
