import { foldedWords } from './words.ts';

/** Shared words over all words of both texts, 0 to 1 (Jaccard). */
export function wordOverlap(one: string, other: string): number {
  return jaccard(wordSetOf(one), wordSetOf(other));
}

/** A text's different words: made once where it is compared with many. */
export function wordSetOf(text: string): ReadonlySet<string> {
  return new Set(foldedWords(text));
}

/** Shared runs of three words over all: near-copies score high, texts on one subject do not. */
export function phraseOverlap(one: string, other: string): number {
  return jaccard(phrasesOf(one), phrasesOf(other));
}

function phrasesOf(text: string): ReadonlySet<string> {
  const list = foldedWords(text);
  if (list.length < 3) return new Set([list.join(' ')]);
  return new Set(list.slice(2).map((word, index) => `${list[index]} ${list[index + 1]} ${word}`));
}

/** The share of the first text's phrases that stand in the second, 0 to 1: finds a sentence said before in a longer one. */
export function phraseContainment(part: string, whole: string): number {
  const inWhole = phrasesOf(whole);
  const own = [...phrasesOf(part)];
  return own.filter((phrase) => inWhole.has(phrase)).length / own.length;
}

/** The share of the first text's words that stand in the second, 0 to 1: finds a short echo of a long text. */
export function containment(part: string, whole: string): number {
  return containmentIn(part, wordSetOf(whole));
}

/** The same where many parts are held against one text. */
export function containmentIn(part: string, whole: ReadonlySet<string>): number {
  const own = foldedWords(part);
  if (own.length === 0) return 0;
  return own.filter((word) => whole.has(word)).length / own.length;
}

/** What two sets share over all that is in either. */
export function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  for (const item of one) if (other.has(item)) shared += 1;
  return shared / (one.size + other.size - shared);
}
