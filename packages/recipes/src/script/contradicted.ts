import { directionsIn, type Direction } from '../language/opposites/opposites.ts';
import { splitSentences } from '../text/sentences.ts';
import { containment } from '../text/similarity.ts';
import { contentStems } from '../text/substance.ts';
import { countCharacters } from '../text/words.ts';

/** A text with its BCP-47 language. */
export interface Passage {
  readonly text: string;
  readonly language: string;
}

/** A sentence of a source, and how much of a claim it has. */
interface Kindred {
  readonly sentence: string;
  readonly share: number;
}

/** Less than this of a claim's words in a sentence, and it may speak of something else. */
const LEAST_SHARE = 0.5;
/** "Before winter" and "after repairs" may both be true of one thing: only what says nearly the same contradicts. */
const LEAST_SHARE_IN_TIME = 0.65;
const IN_TIME = 3;
/** Sentences that have as much of a claim but for this speak of it as well. */
const AS_GOOD = 0.15;

/**
 * The words of a claim that say the opposite of the sentences in its source that speak of it: "rose" where the source
 * has "fell", "won" where it has "lost", in one language or two. Empty where a sentence bears the claim, or none is near.
 */
export function contradictedWords(claim: Passage, source: Passage): string[] {
  const stated = directionsIn(claim.text, claim.language);
  if (stated.length === 0) return [];
  const near = nearest(claim, source);
  const said = near.map(({ sentence, share }) => ({ share, directions: directionsOf(sentence, [source, claim]) }));
  return stated.flatMap((direction) => {
    const least = direction.pair === IN_TIME ? LEAST_SHARE_IN_TIME : LEAST_SHARE;
    const held = said.flatMap(({ share, directions }) => (share < least ? [] : directionOf(direction, directions)));
    return held.length > 0 && held.every(({ isFirst }) => isFirst !== direction.isFirst) ? [direction.words] : [];
  });
}

/** A short source may be in another language than it is taken for: it is read in the claim's as well. */
function directionsOf(sentence: string, passages: readonly Passage[]): readonly Direction[] {
  const read = passages.map(({ language }) => directionsIn(sentence, language));
  return read.find((directions) => directions.length > 0) ?? [];
}

function directionOf({ pair }: Direction, directions: readonly Direction[]): readonly Direction[] {
  return directions.filter((one) => one.pair === pair);
}

/** The sentences of a source that have most of a claim. */
function nearest(claim: Passage, source: Passage): Kindred[] {
  const all = splitSentences(source.text).map((sentence) => ({ sentence, share: shareOf(claim, sentence, source) }));
  const most = Math.max(0, ...all.map(({ share }) => share));
  return all.filter(({ share }) => share >= most - AS_GOOD);
}

/** The share of a claim's words in a sentence; of another language the only sentence of a source speaks of it. */
function shareOf(claim: Passage, sentence: string, source: Passage): number {
  if (claim.language !== source.language && splitSentences(source.text).length === 1) return 1;
  const own = contentStems(claim.text, claim.language);
  if (countCharacters(claim.text) > 0 || own.size === 0) return containment(claim.text, sentence);
  return own.intersection(contentStems(sentence, source.language)).size / own.size;
}
