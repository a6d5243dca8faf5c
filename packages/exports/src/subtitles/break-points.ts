import { functionWords } from '@showrunner/recipes/in-browser';
import { graphemesOf, segmenterFor } from '../segmenters.ts';
import { isAbbreviated, sentencesOf } from '../sentences.ts';
import type { Columns } from './columns.ts';
import { conjunctionsOf } from './conjunctions.ts';

/**
 * How well a text can be broken at a place, best first: a sentence ends, a part of one does, a conjunction follows, two
 * words meet, a small word is left waiting for what it belongs to, two words that are one thing meet, a word that is
 * longer than a line is cut.
 */
export type BreakKind = 'sentence' | 'clause' | 'conjunction' | 'word' | 'dangling' | 'tie' | 'cut';

/** A place where a line may end: what stands before ends at `end`, what follows starts at `next`; spaces lie between. */
export interface BreakPoint {
  readonly end: number;
  readonly next: number;
  readonly kind: BreakKind;
}

/** Letters of scripts that put no spaces between words, and emoji: lines may be broken on both sides of their words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u{FE0F}\u{3000}-\u{303F}\u{FF01}-\u{FF60}]/u;

/** What never begins a line: closing marks, stops, marks of repetition and length, small kana (JIS X 4051, UAX 14). */
const NEVER_FIRST =
  /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}\p{Lm}\p{M}\p{Sk}©®™°％ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ\u{200D}]/u;
/** Of what may not begin a line, what may. */
const FIRST_AFTER_ALL = /^[¿¡#@&*\\]/u;
/** The marks that languages put a space before and that still end a line. */
const NEVER_FIRST_AFTER_SPACE = /^[!?:;%»›…)\]}]/u;
/** What never ends a line. */
const NEVER_LAST = /[\p{Ps}\p{Pi}\p{Sc}¿¡#@]$/u;

/** Every place at which the text may be broken, in order, the text's end as the last. */
export function breakPoints(text: string, language: string, columns: Columns): BreakPoint[] {
  const places = placesBetweenWords(text, language);
  const kindOf = kindsIn(text, language);
  const points: BreakPoint[] = [];
  let start = 0;
  for (const { end, next } of [...places, { end: text.length, next: text.length }]) {
    points.push(...cutsIn(text, start, end, columns), { end, next, kind: kindOf(end, next) });
    start = next;
  }
  return points;
}

type Place = Pick<BreakPoint, 'end' | 'next'>;

function placesBetweenWords(text: string, language: string): Place[] {
  const places: Place[] = [];
  let end = 0;
  for (const { segment, index } of segmenterFor(language, 'word').segment(text)) {
    if (isSpace(segment)) continue;
    if (end > 0 && mayBreak(text, end, index)) places.push({ end, next: index });
    end = index + segment.length;
  }
  return places;
}

/** A space that does not hold two words together, or one of no width. */
function isSpace(segment: string): boolean {
  return /^[ \u{3000}\u{200B}]+$/u.test(segment);
}

function mayBreak(text: string, end: number, next: number): boolean {
  const [before, after] = [text.slice(Math.max(0, end - 2), end), text.slice(next, next + 2)];
  if (NEVER_LAST.test(before)) return false;
  if (next > end) return !NEVER_FIRST_AFTER_SPACE.test(after);
  const isBetweenWords = UNSPACED.test(lastCharacter(before)) || UNSPACED.test(firstCharacter(after));
  return isBetweenWords && (!NEVER_FIRST.test(after) || FIRST_AFTER_ALL.test(after));
}

/** Tells what kind of place one is. */
function kindsIn(text: string, language: string): (end: number, next: number) => BreakKind {
  const sentenceStarts = startsOf(sentencesOf(text, language));
  const [conjunctions, small] = [conjunctionsOf(language), functionWords(language)];
  return (end, next) => {
    const before = text.slice(Math.max(0, end - LOOK_BACK), end);
    const spoken = before.replace(CLOSING, '');
    const after = text.slice(next, next + LOOK_BACK);
    if (next === text.length) return 'sentence';
    if (STOP.test(spoken) && !isAbbreviated(spoken))
      return sentenceStarts.has(next) && SENTENCE_STOP.test(spoken) ? 'sentence' : 'clause';
    if (next > end && UNSPACED.test(lastCharacter(before)) && UNSPACED.test(firstCharacter(after))) return 'clause';
    if (conjunctions.has(firstWord(after, language))) return 'conjunction';
    if (isAbbreviated(spoken) || (next === end && isTie(before, after))) return 'tie';
    return small.has(lastWord(before)) ? 'dangling' : 'word';
  };
}

/** Where pieces start that together are a text. */
function startsOf(pieces: readonly string[]): ReadonlySet<number> {
  let at = 0;
  return new Set(
    pieces.map((piece) => {
      const start = at;
      at += piece.length;
      return start;
    }),
  );
}

/** No word that is looked for is longer. */
const LOOK_BACK = 24;
const CLOSING = /[\p{Pe}\p{Pf}"']+$/u;
const STOP = /[\p{Terminal_Punctuation}\p{Pd}…]$/u;
const SENTENCE_STOP = /[\p{Sentence_Terminal}…]$/u;

function firstWord(text: string, language: string): string {
  if (!UNSPACED.test(firstCharacter(text))) return /^[\p{L}\p{M}'’]+/u.exec(text)?.[0].toLowerCase() ?? '';
  return segmenterFor(language, 'word').segment(text).containing(0)?.segment ?? '';
}

function lastWord(text: string): string {
  return /[\p{L}\p{M}'’]+$/u.exec(text)?.[0].toLowerCase() ?? '';
}

/** Figures, and the numerals of Chinese and Japanese. */
const NUMERAL = /[\p{Nd}〇一二三四五六七八九十百千万萬億亿]/u;

/** A Japanese particle or ending stays with the word before it, a counted thing with its number. */
function isTie(before: string, after: string): boolean {
  return /^\p{Script=Hiragana}/u.test(after) || NUMERAL.test(lastCharacter(before)) || /^\p{Nd}/u.test(after);
}

/** Where a stretch without a place to break is cut because it is longer than a line: between graphemes, line by line. */
function cutsIn(text: string, start: number, end: number, columns: Columns): BreakPoint[] {
  if (columns.share(start, end) <= 1) return [];
  const cuts: BreakPoint[] = [];
  let [lineStart, at] = [start, start];
  for (const grapheme of graphemesOf(text.slice(start, end))) {
    if (at > lineStart && columns.share(lineStart, at + grapheme.length) > 1) {
      cuts.push({ end: at, next: at, kind: 'cut' });
      lineStart = at;
    }
    at += grapheme.length;
  }
  return cuts;
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

function lastCharacter(text: string): string {
  return Array.from(text).at(-1) ?? '';
}
