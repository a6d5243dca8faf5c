import { saidNumbersIn } from '../../language/numbers/numbers-in.ts';
import { unsearchedWords } from './unsearched-words.ts';
import { countCharacters, words } from '../words.ts';

const SHORTEST_WORD = 3;
/** A mark within a figure ends nothing. */
const CLAUSE_END = /(?<!\p{N})[.,:]+|[.,:]+(?!\p{N})|[;!?()–—"“”\n]+/u;

/**
 * What a text is about: pairs of neighbouring content words of one clause that come back, then single ones that do, most
 * frequent first. Numbers, in words too, are none.
 * Only for scripts with spaces; others give nothing.
 */
export function keyPhrases(text: string, language: string, count: number): string[] {
  const stop = unsearchedWords(language);
  const isContent = (word: string) => word.length >= SHORTEST_WORD && !stop.has(word) && !/^\p{N}+$/u.test(word);
  const clauses = text.toLowerCase().split(CLAUSE_END).map(words);
  const singles = countAll(clauses.flatMap((list) => list.filter(isContent)));
  const pairs = countAll(clauses.flatMap((list) => pairsOf(list, isContent)));
  const frequentPairs = [...pairs].filter(([, times]) => times > 1).sort(byCount);
  const frequentWords = [...singles].filter(([word, times]) => times > 1 && word.length > SHORTEST_WORD).sort(byCount);
  const isNumbered = (phrase: string) => phrase.split(' ').some((word) => saidNumbersIn(word, language).size > 0);
  return [...frequentPairs, ...frequentWords]
    .map(([phrase]) => phrase)
    .slice(0, count * 2)
    .filter((phrase) => !isNumbered(phrase))
    .slice(0, count);
}

function pairsOf(list: readonly string[], isContent: (word: string) => boolean): string[] {
  const contents = list.map(isContent);
  return list.flatMap((word, index) => (contents[index] && contents[index + 1] ? [`${word} ${list[index + 1]}`] : []));
}

function countAll(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function byCount([, one]: readonly [string, number], [, other]: readonly [string, number]): number {
  return other - one;
}

const MOST_PHRASE_WORDS = 3;
/** `10 grams`, `3.5 ounces`, `20% caffeine` */
const COUNTED = /(?<![\p{L}\p{N}.,])\p{N}+(?:[.,]\p{N}+)*\s?[%°]?\s+(\p{L}+)/gu;

/** The phrase that carries a narration: a number with what it counts, else the longest run of content words. */
export function strongestPhrase(text: string, language: string): string {
  if (countCharacters(text) > 0) return '';
  const stop = unsearchedWords(language);
  const isContent = (word: string) => word.length >= SHORTEST_WORD && !stop.has(word.toLowerCase());
  const counted = [...text.matchAll(COUNTED)].find(([, unit = '']) => isContent(unit));
  if (counted !== undefined) return counted[0];
  const runs = text.split(CLAUSE_END).flatMap((clause) => contentRuns(words(clause), isContent));
  const [longest] = runs.toSorted((one, other) => other.join(' ').length - one.join(' ').length);
  return (longest ?? []).join(' ');
}

/** Neighbouring content words, numbers left out; of a long run its end, where the noun is. */
function contentRuns(list: readonly string[], isContent: (word: string) => boolean): string[][] {
  const runs: string[][] = [[]];
  for (const word of list) {
    const run = runs.at(-1);
    if (!isContent(word) || /^\p{N}/u.test(word)) runs.push([]);
    else run?.push(word);
  }
  return runs.filter((run) => run.length > 0).map((run) => run.slice(-MOST_PHRASE_WORDS));
}
