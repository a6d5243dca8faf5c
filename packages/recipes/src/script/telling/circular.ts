import { primarySubtag } from '../../language/scripts.ts';
import { tellingStems } from './telling-stems.ts';

/** What joins a statement with its reason, or with what follows from it. */
const REASON =
  /,? (?:because|since|so that|as (?=it|they|this|he|she|you)|which is why|and that is why|in order to|therefore)\s+/iu;

/** A reason with this share of its words in what it explains explains nothing. */
const CIRCLES = 0.6;

/**
 * Whether an English sentence gives as a reason what it says already: "Feeling secure and comfortable is important
 * because it helps them feel safe and comfortable".
 */
export function isCircular(sentence: string, language: string): boolean {
  if (primarySubtag(language) !== 'en') return false;
  const at = REASON.exec(sentence);
  if (at === null) return false;
  const said = tellingStems(sentence.slice(0, at.index));
  const reason = tellingStems(sentence.slice(at.index + at[0].length));
  if (reason.size === 0) return true;
  return said.size > 0 && reason.intersection(said).size >= CIRCLES * reason.size;
}
