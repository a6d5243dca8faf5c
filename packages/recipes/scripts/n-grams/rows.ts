import { nGramsOf } from '../../src/language/n-grams/n-grams-of.ts';
import { placeAs, weightAs } from '../../src/language/n-grams/table.ts';

/** What a language keeps: the n-grams that tell most, by how often it has them and how much oftener than the others. */
const KEPT_OF_A_LANGUAGE = 1200;
/** What was met less is chance. */
const LEAST_COUNT = 1.5;
/** The share of an n-gram that was never met; near the least share of one that was. */
const UNSEEN = 2e-6;

interface Counted {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/** From the words of all languages of a script, the rows of its table. */
export function rowsOf(wordCounts: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, string> {
  const languages = wordCounts.map(countNGrams);
  const shares = (nGram: string) => languages.map(({ counts, total }) => (counts.get(nGram) ?? 0) / total);
  const means = new Map<string, number>();
  for (const nGram of new Set(languages.flatMap(({ counts }) => [...counts.keys()]))) {
    means.set(nGram, shares(nGram).reduce((sum, share) => sum + share, 0) / languages.length);
  }
  const kept = new Set(languages.flatMap((language) => tellingNGrams(language, means)));
  return new Map([...kept].toSorted().map((nGram) => [nGram, rowOf(nGram, languages, means.get(nGram) ?? 0)]));
}

/** Frequent words have endings of their own, so a word counts by its root. */
function countNGrams(words: ReadonlyMap<string, number>): Counted {
  const counts = new Map<string, number>();
  let total = 0;
  for (const [word, met] of words) {
    for (const nGram of nGramsOf(word)) {
      counts.set(nGram, (counts.get(nGram) ?? 0) + Math.sqrt(met));
      total += Math.sqrt(met);
    }
  }
  return { counts, total };
}

const weightOf = (share: number, mean: number) => Math.log((share + UNSEEN) / (mean + UNSEEN));

function tellingNGrams({ counts, total }: Counted, means: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .map(([nGram, count]) => [nGram, count * Math.max(0, weightOf(count / total, means.get(nGram) ?? 0))] as const)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, KEPT_OF_A_LANGUAGE)
    .map(([nGram]) => nGram);
}

function rowOf(nGram: string, languages: readonly Counted[], mean: number): string {
  const cells = languages.map(({ counts, total }, place) => {
    const count = counts.get(nGram) ?? 0;
    return count < LEAST_COUNT ? '' : placeAs(place) + weightAs(weightOf(count / total, mean));
  });
  return weightAs(weightOf(0, mean)) + cells.join('');
}
