import { inflectionsOf } from './by-language.ts';
import type { Inflections } from './paradigms.ts';

/** Shorter stems are those of too many words, but for those without a vowel: Czech "pes, psi". */
const SHORTEST_STEM = 3;
const CONSONANTS = /^[^aeiouyáéíóúýůąęóěаеёиоуыэюяіїє]{2}$/u;
const MOST_WORDS = 20_000;

const known = new Map<string, ReadonlySet<string>>();

/**
 * Whether a word of a text is a form of one that is looked for, both in small letters, in a language without a stemmer:
 * with a stem in common and endings of one paradigm behind it, whatever small words are written before it. False where
 * the language's endings are not known.
 */
export function isInflected(word: string, wanted: string, language: string): boolean {
  const inflections = inflectionsOf(language);
  if (inflections === undefined) return false;
  const stems = stemsOf(word, { language, inflections, isLedIn: true });
  return !stems.isDisjointFrom(stemsOf(wanted, { language, inflections, isLedIn: false }));
}

interface Reading {
  readonly language: string;
  readonly inflections: Inflections;
  /** Whether small words may be written before it. */
  readonly isLedIn: boolean;
}

/** Each stem that a word may have, with the paradigm whose ending stands behind it. */
function stemsOf(word: string, { language, inflections, isLedIn }: Reading): ReadonlySet<string> {
  const key = `${language}${isLedIn ? '+' : ' '}${word}`;
  let stems = known.get(key);
  if (stems === undefined) {
    const bares = isLedIn ? withoutPrefixes(word, inflections) : [word];
    stems = new Set(bares.flatMap((bare) => [...makeStems(plainForm(bare, inflections), inflections)]));
    if (known.size >= MOST_WORDS) known.clear();
    known.set(key, stems);
  }
  return stems;
}

function plainForm(word: string, { finals }: Inflections): string {
  return finals === undefined ? word : word.replace(/./gu, (letter) => finals[letter] ?? letter);
}

/** A letter that may be a small word written on it may be its own as well. */
function withoutPrefixes(word: string, { prefixes }: Inflections): string[] {
  const prefix = prefixes?.exec(word)?.[0] ?? '';
  return Array.from({ length: prefix.length + 1 }, (_, at) => word.slice(at));
}

function* makeStems(word: string, { paradigms, stem, shortest = SHORTEST_STEM }: Inflections): Generator<string> {
  for (const [index, endings] of paradigms.entries()) {
    for (const ending of endings) {
      const rest = word.slice(0, word.length - ending.length);
      const isLong = rest.length >= shortest || (stem !== undefined && CONSONANTS.test(rest));
      if (!isLong || !word.endsWith(ending)) continue;
      yield `${index} ${stem === undefined ? rest : stem(rest)}`;
    }
  }
}
