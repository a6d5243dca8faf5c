import { IS_ASCII } from './ascii.ts';

/** Scripts written without spaces, where a character and not a word is the unit of speech. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‑][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text as they stand; a run of an unspaced script is split into its characters. */
export function words(text: string): string[] {
  return (IS_ASCII.test(text) ? text : text.replace(UNSPACED, ' $& ')).match(WORD) ?? [];
}

/** Words in lower case with accents folded away, for comparing; those of Thai and its neighbours by ICU's dictionaries. */
export function foldedWords(text: string): string[] {
  const all = words(fold(text));
  return UNDIVIDED.test(text) ? all.flatMap((word) => (UNDIVIDED.test(word) ? divided(word) : word)) : all;
}

/** Scripts that leave no space between words, which are longer than a character. */
const UNDIVIDED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

let segmenter: Intl.Segmenter | undefined;

function divided(run: string): string[] {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  return Array.from(segmenter.segment(run), ({ segment }) => segment);
}

/**
 * Lower case without accents: "Café" and "cafe" are the same to a reader who searches. Vowel points and the nukta are
 * accents too; vowel signs of Indic and Thai scripts and the marks of kana make other words (कार a car, कर do).
 */
export function fold(text: string): string {
  if (IS_ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').toLowerCase();
}

/** Marks of alphabets stand before U+06EE, the nuktas of Devanagari, Bengali and Gurmukhi behind it. */
const ACCENTS = /(?=\p{M})[\u0300-\u06ED]|[\u093C\u09BC\u0A3C]/gu;

/** Characters of scripts without spaces. */
export function countCharacters(text: string): number {
  return IS_ASCII.test(text) ? 0 : (text.match(UNSPACED)?.length ?? 0);
}

/** Words of scripts with spaces. */
export function countWords(text: string): number {
  return IS_ASCII.test(text) ? countAsciiWords(text) : (text.replace(UNSPACED, ' ').match(WORD)?.length ?? 0);
}

const APOSTROPHE = 0x27;

/** The same without making a text of each word. */
function countAsciiWords(text: string): number {
  let count = 0;
  let isInside = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isOwn = isAsciiOfWord(code);
    if (isOwn && !isInside) count += 1;
    isInside = isOwn || (isInside && code === APOSTROPHE && isAsciiOfWord(text.charCodeAt(index + 1)));
  }
  return count;
}

function isAsciiOfWord(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** Letters of all scripts, marks on them not counted. */
export function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
