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
  const shortest = Math.min(...[...open].map(({ length }) => length));
  const longest = Math.max(...[...open].map(({ length }) => length));
  const begins = (word: string): boolean => {
    if (whole.has(word) || (word.includes("'") && whole.has(word.split("'", 1)[0] ?? ''))) return true;
    const end = Math.min(word.length, longest);
    for (let length = shortest; length <= end; length += 1) if (open.has(word.slice(0, length))) return true;
    return false;
  };
  const mayBeTalk = (word: string) => (word.includes("'") ? joinedIn(word).some(begins) : begins(word));
  return {
    saysMoreThan(text) {
      if (text.includes(JOINER)) return false;
      // Mostly one of the first words tells.
      for (const [word] of text.matchAll(/[\p{L}\p{M}']{2,}/gu)) if (!mayBeTalk(word)) return true;
      return false;
    },
  };
}

/** A word, and what apostrophes join to it: "l'aide" and "aide". */
function joinedIn(word: string): string[] {
  return [word, ...Array.from(word.matchAll(/'/g), ({ index }) => word.slice(index + 1))];
}
