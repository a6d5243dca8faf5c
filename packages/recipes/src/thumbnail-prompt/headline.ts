import { primarySubtag } from '../language/scripts.ts';
import { functionWords } from '../language/function-words/by-script.ts';
import { wordSegmenter } from '../language/word-segmenter.ts';
import { jaccard, wordOverlap } from '../text/similarity.ts';
import { contentStems } from '../text/substance.ts';

/** More than this cannot be read on a phone. */
export const MOST_OVERLAY_WORDS = 4;

/** Characters that image models draw as pictures, if at all; © ® ™ are letters to them. */
const PICTURE =
  /\p{RGI_Emoji}|[\p{Extended_Pictographic}--[©®™]]|\p{Regional_Indicator}|\p{Emoji_Modifier}|[\uFE0E\uFE0F\u20E3]/gv;
const KEYCAP = /([0-9#*])\uFE0F?\u20E3/gu;
const LABEL = /^(?:headline|overlay(?:[ _]text)?|text)\s*:\s*/iu;
const EMPHASIS = /(\*\*|__|\*|_|`)(?=\S)([^*_`]+)(?<=\S)\1/gu;

/** Words on one line without emoji, as a caller's exact ones are drawn. */
export function withoutPictures(text: string): string {
  return text
    .replace(KEYCAP, '$1')
    .replace(PICTURE, ' ')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}

/** A headline as it can be drawn and quoted: words without pictures, quotation marks and marks of emphasis. */
export function drawable(text: string): string {
  return withoutPictures(text)
    .replace(EMPHASIS, '$2')
    .replace(/["“”„«»「」『』]/gu, '')
    .replace(LABEL, '')
    .replace(/^#+\s+/u, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.,;:<>–—-]+|[\s.,;:<>–—-]+$/gu, '');
}

/** What of a text cannot be drawn: its pictures, and a label that names the place of the words. */
export function undrawable(text: string): string[] {
  return [
    ...(text.match(PICTURE) ?? []),
    ...(drawable(text) === '' ? [] : (LABEL.exec(withoutPictures(text)) ?? [])),
  ].map((part) => part.trim());
}

/** The words of a headline in any script: Thai and Chinese have them too, though no spaces. */
export function headlineWords(text: string, language: string): string[] {
  return piecesOf(text, language).flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}

/**
 * How alike two headlines are, 0 to 1: by their words or by the beginnings of those that say something, whichever is
 * more. "CATS PURR" and "CAT PURRS" test nothing against each other.
 */
export function headlineLikeness(one: string, other: string, language: string): number {
  return Math.max(wordOverlap(one, other), jaccard(contentStems(one, language), contentStems(other, language)));
}

/** Whether it stops before it has said what it begins: at a word that waits for another. */
export function isFragment(text: string, language: string): boolean {
  if (/[?!？！]$/u.test(text)) return false;
  const all = headlineWords(text, language);
  const last = (all.at(-1) ?? '').toLocaleLowerCase(primarySubtag(language));
  return waits(last, language);
}

/** Pronouns, answers and the verb of a question end a phrase well though they are function words: "WHY NOT", "HOW ESPRESSO WORKS". */
const MAY_END = new Set(
  'this that it you me us them him her not no yes how why what who more all one so now here off out up down in on work works'.split(
    ' ',
  ),
);
const CUT_VERB = /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)n['’]t$/u;

function waits(word: string, language: string): boolean {
  if (primarySubtag(language) === 'en' && MAY_END.has(word)) return false;
  return CUT_VERB.test(word) || functionWords(language).has(word);
}

/**
 * The longest beginning of a headline with at most four words that ends where a phrase does: at a mark, else before a
 * function word that begins the next phrase. Empty where there is none.
 */
export function shortened(text: string, language: string): string {
  if (headlineWords(text, language).length <= MOST_OVERLAY_WORDS) return text;
  const [marks, joints] = [endsIn(text, language, isMark), endsIn(text, language, joins)];
  const whole = [...marks.toReversed(), ...joints.toReversed()].map((end) => drawable(text.slice(0, end)));
  return whole.find((phrase) => phrase !== '' && !isFragment(phrase, language)) ?? '';
}

/** Where phrases of at most four words end, by what comes there. */
function endsIn(text: string, language: string, isEnd: (piece: Piece, language: string) => boolean): number[] {
  const ends: number[] = [];
  let count = 0;
  for (const piece of piecesOf(text, language)) {
    if (count > 0 && isEnd(piece, language)) ends.push(piece.index + (/^[?!？！]/u.test(piece.segment) ? 1 : 0));
    if (piece.isWordLike === true) count += 1;
    if (count > MOST_OVERLAY_WORDS) break;
  }
  return ends;
}

function isMark({ segment, isWordLike }: Piece): boolean {
  return isWordLike !== true && /[^\s'’-]/u.test(segment);
}

function joins({ segment, isWordLike }: Piece, language: string): boolean {
  return isWordLike === true && functionWords(language).has(segment.toLocaleLowerCase(primarySubtag(language)));
}

interface Piece {
  readonly segment: string;
  readonly index: number;
  readonly isWordLike?: boolean | undefined;
}

function piecesOf(text: string, language: string): Piece[] {
  return Array.from(wordSegmenter(language).segment(text));
}
