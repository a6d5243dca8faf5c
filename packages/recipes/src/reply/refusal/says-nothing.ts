import { languageOfText } from '../../language/of-text.ts';
import { jaccard, wordSetOf } from '../../text/similarity.ts';
import { unsearchedWords } from '../../text/phrases/unsearched-words.ts';
import { fold } from '../../text/words.ts';

/** Forms of one word begin alike: "espresso", "espressos". */
const STEM_LETTERS = 5;

/** Texts that share so many of their words (Jaccard) say the same. */
const SAME = 0.6;

/**
 * Whether the texts of an answer (title, logline, narration) all say the same and none of them holds a word of the
 * topic: whatever its wording and language, such an answer is a refusal. False for fewer than two texts.
 *
 * @param topic the caller's own words for what the answer has to be about
 */
export function saysNothingOf(topic: string, texts: readonly string[]): boolean {
  const [first, ...others] = texts;
  if (first === undefined || others.length === 0) return false;
  const words = wordSetOf(first);
  if (words.size < 2 || !others.every((other) => jaccard(words, wordSetOf(other)) >= SAME)) return false;
  const known = stemsOf(topic);
  return known.size > 0 && texts.every((text) => stemsOf(text).isDisjointFrom(known));
}

/** The beginnings of the words that a text is about. */
function stemsOf(text: string): ReadonlySet<string> {
  const stop = unsearchedWords(languageOfText(text));
  const segments = Array.from(wordSegmenter.segment(text)).filter(({ isWordLike }) => isWordLike === true);
  const words = segments.map(({ segment }) => segment.toLowerCase()).filter((word) => !stop.has(word));
  return new Set(words.map((word) => stemOf(fold(word))).filter((stem) => stem.length > 1));
}

/** Korean words carry particles and are short; a sign of Chinese or Japanese says much of a word. */
function stemOf(word: string): string {
  return word.slice(0, /\p{Script=Hangul}/u.test(word) ? 2 : STEM_LETTERS);
}

/** Finds words also where none has a space around it. */
const wordSegmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
