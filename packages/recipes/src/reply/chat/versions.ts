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

const END_OF_LABEL = '(?![\\p{L}\\p{N}])[^\\n:：]{0,40}(?:[:：]|(?=\\n))[\\s*_]*';
const first = () => chatPattern('option', `^[\\s#*_]*WORDS\\s*#?(?:1|１|A|I|一|①)${END_OF_LABEL}`);
const second = () =>
  chatPattern('option', `(?<=\\n[\\s#*_-]*|[.!?。！？…"”»]\\s*[*_]*)WORDS\\s*#?(?:2|２|B|II|二|②)${END_OF_LABEL}`);

/** A choice is between whole texts; "Option 1: buy. Option 2: rent." is one. */
const SHORTEST_CHOICE = 25;

/** Of several texts to choose from the first. */
export function firstOption(text: string): Unwrapped | undefined {
  const beginning = first().exec(text);
  const end = beginning === null ? null : second().exec(text);
  if (beginning === null || end === null) return undefined;
  const from = beginning[0].length;
  const chosen = text.slice(from, end.index);
  const other = text.slice(end.index + end[0].length);
  if ([chosen, other].some((choice) => choice.trim().length < SHORTEST_CHOICE)) return undefined;
  return { text: chosen.replace(/[\s#*_-]+$/, ''), removed: [text.slice(0, from), text.slice(end.index)] };
}
