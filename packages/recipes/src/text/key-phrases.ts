import { functionWords } from './phrase-end.ts';
import { words } from './words.ts';

const SHORTEST_WORD = 3;
/**
 * What a text is about: pairs of neighbouring content words that come back, then single ones that do, most frequent
 * first.
 * Only for scripts with spaces; others give nothing.
 */
export function keyPhrases(text: string, language: string, count: number): string[] {
  const stop = functionWords(language);
  const list = words(text.toLowerCase());
  const isContent = (word: string) => word.length >= SHORTEST_WORD && !stop.has(word) && !/^\p{N}+$/u.test(word);
  const singles = countAll(list.filter(isContent));
  const pairs = countAll(
    list.flatMap((word, index) => {
      const next = list[index + 1];
      return next !== undefined && isContent(word) && isContent(next) ? [`${word} ${next}`] : [];
    }),
  );
  const frequentPairs = [...pairs].filter(([, times]) => times > 1).sort(byCount);
  const frequentWords = [...singles].filter(([word, times]) => times > 1 && word.length > SHORTEST_WORD).sort(byCount);
  return [...frequentPairs, ...frequentWords].map(([phrase]) => phrase).slice(0, count);
}

function countAll(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function byCount([, one]: readonly [string, number], [, other]: readonly [string, number]): number {
  return other - one;
}
