import { splitSentences } from '../../text/sentences.ts';
import { countCharacters, countWords } from '../../text/words.ts';
import { chatPattern } from './patterns.ts';
import type { Unwrapped } from './unwrapping.ts';

const offer = () => chatPattern('offer', '^[\\s*_(（[¿¡]*WORDS');
const remark = () => chatPattern('remark', '^[\\s*_(（[¿¡–—-]*WORDS');

/** "(45 words)", "[52 字]" */
const COUNT = /^[([（【*_]+[^.\n]{0,20}\d+[^.\n]{0,20}[)\]）】*_]+$/;

/** "(45 words)" at the end of a sentence's line counts what stands before it. */
const TRAILING_COUNT =
  /\s*[([（【]\s*(?:~|≈|about|approx\.?|ca\.|约|約)?\s*(\p{Nd}+)\s*\p{L}+[^()（）[\]\n]{0,30}[)\]）】]\s*$/u;
/** Models count badly. */
const MISCOUNT = 0.3;

/** Longer ones are part of the text. */
const LONGEST_REMARK = 300;

/** Without "Let me know if you'd like changes!" and remarks in a paragraph of their own; a call to action stays. */
export function withoutClosing(text: string): Unwrapped | undefined {
  const paragraph = lastParagraphs
    .map((last) => last.exec(text))
    .find((one) => one !== null && isRemark(one[0].trim()));
  if (paragraph) return cutAt(text, paragraph.index);
  const counted = TRAILING_COUNT.exec(text);
  if (counted !== null && isCountOf(text.slice(0, counted.index), Number(counted[1])))
    return cutAt(text, counted.index);
  const last = splitSentences(text.slice(-2 * LONGEST_REMARK)).at(-1);
  if (last === undefined || last.length > LONGEST_REMARK || !offer().test(last)) return undefined;
  return cutAt(text, text.lastIndexOf(last));
}

/** All lines behind a blank one, or the last line. */
const lastParagraphs = [/\n[ \t]*\n(?:(?!\n[ \t]*\n)[\s\S])+$/, /\n\s*[^\n]+$/];

function isCountOf(text: string, count: number): boolean {
  return [countWords(text), countCharacters(text)].some((own) => Math.abs(own - count) <= own * MISCOUNT && own > 0);
}

function isRemark(text: string): boolean {
  return COUNT.test(text) || (text.length <= LONGEST_REMARK && (offer().test(text) || remark().test(text)));
}

function cutAt(text: string, at: number): Unwrapped | undefined {
  return text.slice(0, at).trim() === '' ? undefined : { text: text.slice(0, at), removed: [text.slice(at)] };
}
