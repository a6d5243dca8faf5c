import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

let known: ReadonlySet<string> | undefined;

/**
 * English nouns that mostly mean a thing, a person or a substance, by WordNet 3.1 (Princeton University, WordNet
 * licence; https://wordnet.princeton.edu). `packages/recipes/scripts/make-visible-nouns.ts` makes them; they are read
 * when the first English script of a small model is pictured: 10 ms and 3 MB.
 */
function visibleNouns(): ReadonlySet<string> {
  known ??= new Set(
    gunzipSync(readFileSync(new URL('visible-nouns.gz', import.meta.url)))
      .toString()
      .split('\n'),
  );
  return known;
}

/** Whether an English noun, in singular or plural, names what a camera can see: "shelves", and not "noise". */
export function isVisibleNoun(noun: string): boolean {
  const word = noun.toLowerCase();
  return singulars(word).some((form) => visibleNouns().has(form));
}

/** The forms that a noun in the plural may have in the singular. */
function singulars(word: string): string[] {
  const forms = [
    [/ves$/, 'f'],
    [/ves$/, 'fe'],
    [/ies$/, 'y'],
    [/(?<=s|x|z|ch|sh|o)es$/, ''],
    [/men$/, 'man'],
    [/(?<!s)s$/, ''],
  ] as const;
  return [word, ...forms.flatMap(([plural, end]) => (plural.test(word) ? [word.replace(plural, end)] : []))];
}
