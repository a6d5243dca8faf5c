import { splitSentences } from '../../text/sentences.ts';
import { chatPattern } from './patterns.ts';
import type { Unwrapped } from './unwrap-text.ts';

const offer = () => chatPattern('offer', '^[\\s*_(（[¿¡]*WORDS');
const remark = () => chatPattern('remark', '^[\\s*_(（[¿¡]*WORDS');

/** "(45 words)", "[52 字]" */
const COUNT = /^[([（【*_]+[^.\n]{0,20}\d+[^.\n]{0,20}[)\]）】*_]+$/;

/** Longer ones are part of the text. */
const LONGEST_REMARK = 300;

/** Without "Let me know if you'd like changes!" and remarks in a paragraph of their own; a call to action stays. */
export function withoutClosing(text: string): Unwrapped | undefined {
  const paragraph = /\n\s*[^\n]+$/.exec(text);
  if (paragraph !== null && isRemark(paragraph[0].trim())) return cutAt(text, paragraph.index);
  const last = splitSentences(text.slice(-2 * LONGEST_REMARK)).at(-1);
  if (last === undefined || last.length > LONGEST_REMARK || !offer().test(last)) return undefined;
  return cutAt(text, text.lastIndexOf(last));
}

function isRemark(text: string): boolean {
  return COUNT.test(text) || (text.length <= LONGEST_REMARK && (offer().test(text) || remark().test(text)));
}

function cutAt(text: string, at: number): Unwrapped | undefined {
  return text.slice(0, at).trim() === '' ? undefined : { text: text.slice(0, at), removed: [text.slice(at)] };
}
