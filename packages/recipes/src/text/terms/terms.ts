import { primarySubtag } from '../../language/scripts.ts';
import { areForms } from './endings.ts';
import { equalLetters, foldCase, plainLetters } from './equal-letters.ts';
import { standsUnspaced } from './unspaced-terms.ts';

/** Scripts without spaces, where a word is found wherever its letters stand. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** `C#` and `C++` are other words than `C`. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*(?:\+\+|#)?/gu;
const BEFORE = '(?<![\\p{L}\\p{M}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{M}\\p{N}])';

/** A word with where it stands. */
interface Token {
  readonly word: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** A text read once for all terms. */
interface Passage {
  readonly folded: string;
  readonly plain: string;
  readonly tokens: readonly Token[];
  readonly language: string;
}

/**
 * The terms that stand in a text as whole words with their endings, in equal letters and any case: "delve" in
 * "delving", not "hell" in "Hello". Terms of several words are found in their order, with a space or a hyphen between
 * them. Endings are those of the text's language (BCP-47), loaded before (`loadLanguages`).
 */
export function findTerms(text: string, terms: readonly string[], language: string): string[] {
  if (terms.length === 0) return [];
  const passage = read(text, language);
  return terms.filter((term) => stands(term, passage));
}

/** Whether a whole phrase stands in a text, in equal letters and any case, forms of its words not counted. */
export function includesPhrase(text: string, phrase: string): boolean {
  const wanted = equalLetters(phrase).trim();
  const folded = equalLetters(text);
  if (!folded.includes(wanted) || wanted === '') return false;
  return new RegExp(`${startOf(wanted)}${RegExp.escape(wanted)}${endOf(wanted)}`, 'u').test(folded);
}

/** All texts inside a value, however deep, members' names left out. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

function read(text: string, language: string): Passage {
  const plain = plainLetters(text);
  return { plain, folded: foldCase(plain), tokens: tokensOf(plain, language), language };
}

function tokensOf(plain: string, language: string): Token[] {
  return Array.from(plain.matchAll(WORD), ({ 0: found, index }) => ({
    word: lowerIn(found, language),
    key: foldCase(found),
    start: index,
    end: index + found.length,
  }));
}

/** Small letters for the stemmer: Turkish has an i of its own. */
function lowerIn(word: string, language: string): string {
  return /^(?:tr|az)\b/.test(language) ? word.toLocaleLowerCase('tr') : word.toLowerCase();
}

function stands(term: string, passage: Passage): boolean {
  const wanted = equalLetters(term).trim();
  if (wanted === '') return false;
  if (UNSPACED.test(wanted)) return standsUnspaced(wanted, passage.folded);
  const isWords = /^[\p{L}\p{M}\p{N}' -]+$/u.test(wanted);
  if (!isWords)
    return (
      passage.folded.includes(wanted) &&
      new RegExp(`${startOf(wanted)}${RegExp.escape(wanted)}${AFTER}`, 'u').test(passage.folded)
    );
  const phrase = tokensOf(plainLetters(term), passage.language);
  return passage.tokens.some((_, at) => phrase.every((part, offset) => isNext(passage, at + offset, part, offset)));
}

/** Whether the word at a place is the next of a phrase: a form of it, and behind a space or a hyphen. */
function isNext({ tokens, plain, language }: Passage, at: number, part: Token, offset: number): boolean {
  const token = tokens[at];
  if (token === undefined || !isForm(token, part, language)) return false;
  return offset === 0 || /^[ -]+$/.test(plain.slice(tokens[at - 1]?.end, token.start));
}

function isForm(token: Token, part: Token, language: string): boolean {
  if (token.key === part.key) return true;
  if (isAttached(token.key, part.key, primarySubtag(language))) return true;
  const bare = withoutElision(token.word, primarySubtag(language));
  return (bare !== token.word && foldCase(bare) === part.key) || areForms(bare, part.word, language);
}

/** Languages that write a short word before a noun with an apostrophe: "l'hôtel", "dell'acqua". */
const ELIDING: ReadonlySet<string> = new Set(['fr', 'it', 'ca', 'oc']);

/** A word without what an apostrophe joins to it: the article before it, else the ending behind it ("İstanbul'da"). */
function withoutElision(word: string, language: string): string {
  const at = word.indexOf("'");
  if (at < 0) return word;
  if (ELIDING.has(language)) return word.slice(word.lastIndexOf("'") + 1);
  return language === 'tr' || word.endsWith("'s") ? word.slice(0, at) : word;
}

/** Korean particles that are written on a noun (Standard Korean Language Dictionary, case and auxiliary particles). */
const KOREAN_PARTICLES =
  /^(?:은|는|이|가|을|를|의|에|에서|에게|께|한테|와|과|랑|이랑|도|만|로|으로|부터|까지|처럼|보다|마다|밖에|조차|이나|나|라도|이라도|들|들이|들은|들을|들의|이다|입니다|이에요|예요|이라는|라는|에는|에도|에서는|으로는|로는)$/u;
/** Hebrew prefixes: and, in, the, as, to, from, that. */
const HEBREW_PREFIXES = /^[ובהכלמש]{1,2}$/u;
/** Arabic ones: and, so; in, as, to; the. */
const ARABIC_PREFIXES = /^[وف]?[بكل]?(?:ال|لل|ل)?$/u;
/** Persian endings of the plural and of comparison, written behind a joiner that nobody sees; in folded letters. */
const PERSIAN_ENDINGS = /^(?:ها|هاي|هايي|هايم|هايش|تر|ترين|ي)$/u;
/** Shorter words are parts of too many others. */
const SHORTEST_PREFIXED = 3;

/** Whether small words are written on a word, in languages that have no stemmer for it. */
function isAttached(key: string, part: string, language: string): boolean {
  if (language === 'ko') return key.startsWith(part) && KOREAN_PARTICLES.test(key.slice(part.length));
  if (part.length < SHORTEST_PREFIXED) return false;
  if (language === 'fa') return key.startsWith(part) && PERSIAN_ENDINGS.test(key.slice(part.length));
  const prefixes = language === 'he' ? HEBREW_PREFIXES : language === 'ar' ? ARABIC_PREFIXES : undefined;
  return prefixes !== undefined && key.endsWith(part) && prefixes.test(key.slice(0, -part.length));
}

/** A phrase begins where a word does; Arabic and Hebrew write "and", "in", "the" on it. */
function startOf(phrase: string): string {
  if (UNSPACED.test(phrase.slice(0, 2))) return '';
  if (/^\p{Script=Arabic}/u.test(phrase)) return `${BEFORE}(?:[وف]?[بكل]?(?:ال|ل)?)?`;
  if (/^\p{Script=Hebrew}/u.test(phrase)) return `${BEFORE}[ובהכלמש]{0,3}`;
  return BEFORE;
}

/** It ends where a word does; Korean writes particles on it. */
function endOf(phrase: string): string {
  return UNSPACED.test(phrase.slice(-2)) || /\p{Script=Hangul}$/u.test(phrase) ? '(?!\\p{M})' : AFTER;
}
