/** Words that may be talk, or join others, in one language or another. */
export interface TalkVocabulary {
  /** Whether a text has a word that is neither in any of them: one look-up tells it of nearly every text. */
  saysMoreThan(text: string): boolean;
}

/** Persian joins an ending to its word by this. */
const JOINER = '\u200C';

/**
 * @param stems of which words of talk begin
 * @param isWhole whether a stem is a word without endings
 * @param small the function words of each language
 */
export function talkVocabulary(
  stems: readonly string[],
  isWhole: (stem: string) => boolean,
  small: readonly ReadonlySet<string>[],
): TalkVocabulary {
  // Of a stem of several words each is one by itself.
  const parts = stems.flatMap((stem) => [stem, ...stem.split(/[^\p{L}\p{M}']+/u)]);
  const open = new Set(parts.filter((part) => !isWhole(part) || !stems.includes(part)));
  const whole = new Set([...parts, ...small.flatMap((words) => [...words])]);
  const begins = (word: string) =>
    whole.has(word) || whole.has(word.split("'", 1)[0] ?? '') || beginningsOf(word).some((start) => open.has(start));
  const mayBeTalk = (word: string) => joinedIn(word).some(begins);
  return {
    saysMoreThan: (text) =>
      !text.includes(JOINER) && (text.match(/[\p{L}\p{M}']{2,}/gu) ?? []).some((word) => !mayBeTalk(word)),
  };
}

/** A word, and what apostrophes join to it: "l'aide" and "aide". */
function joinedIn(word: string): string[] {
  return [word, ...Array.from(word.matchAll(/'/g), ({ index }) => word.slice(index + 1))];
}

function beginningsOf(word: string): string[] {
  return Array.from(word, (_, index) => word.slice(0, index + 1));
}
