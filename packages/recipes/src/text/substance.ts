import { hasFiller } from './phrases/stock-phrases.ts';
import { unsearchedWords } from './phrases/unsearched-words.ts';
import { countCharacters, foldedWords } from './words.ts';

const SHORTEST_WORD = 3;
/** Words with the same beginning are forms of one: "pump", "pumps", "pumped". */
const STEM_LETTERS = 5;

/** The stems of a text's content words; none for languages without spaces, where words cannot be told. */
export function contentStems(text: string, language: string): ReadonlySet<string> {
  return countCharacters(text) > 0 ? new Set() : stemsOf(foldedWords(text), language);
}

/** The same of words that are folded already. */
export function stemsOf(words: Iterable<string>, language: string): ReadonlySet<string> {
  const stop = unsearchedWords(language);
  const stems = new Set<string>();
  for (const word of words) if (word.length >= SHORTEST_WORD && !stop.has(word)) stems.add(stemOf(word));
  return stems;
}

/** Short words are told from their plural: "cat" and "cats". */
function stemOf(word: string): string {
  const singular = word.length > SHORTEST_WORD && word.length <= STEM_LETTERS ? word.replace(/(?<!s)s$/u, '') : word;
  return singular.slice(0, STEM_LETTERS);
}

/** Whether two texts have a content word in common, in whatever form; also where words cannot be told apart. */
export function sharesStem(one: string, other: string, language: string): boolean {
  if (countCharacters(one) > 0) return true;
  return !contentStems(one, language).isDisjointFrom(contentStems(other, language));
}

/**
 * How much a passage adds, 0 to 1: its content words that nobody used before, over all its content words. Stock phrases
 * count half. 1 where words cannot be told apart.
 */
export function substance(passage: string, others: readonly string[], language: string): number {
  const own = contentStems(passage, language);
  if (own.size === 0) return countCharacters(passage) > 0 ? 1 : 0;
  const known = contentStems(others.join('\n'), language);
  const fresh = [...own].filter((stem) => !known.has(stem)).length / own.size;
  return hasFiller(passage, language) ? fresh / 2 : fresh;
}
