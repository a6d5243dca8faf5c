import { stemmer as english } from '@orama/stemmers/english';
import { primarySubtag } from '../../language/scripts.ts';

/** Takes the ending from a word in small letters. */
export type Stemmer = (word: string) => string;

/** Snowball's stemmers (decision 0017), 1 to 50 KB each, so that only the languages in use are loaded. */
const LOADERS: Readonly<Record<string, () => Promise<{ readonly stemmer: Stemmer }>>> = {
  ar: () => import('@orama/stemmers/arabic'),
  bg: () => import('@orama/stemmers/bulgarian'),
  da: () => import('@orama/stemmers/danish'),
  de: () => import('@orama/stemmers/german'),
  el: () => import('@orama/stemmers/greek'),
  es: () => import('@orama/stemmers/spanish'),
  fi: () => import('@orama/stemmers/finnish'),
  fr: () => import('@orama/stemmers/french'),
  ga: () => import('@orama/stemmers/irish'),
  bs: () => import('@orama/stemmers/serbian'),
  hi: () => import('@orama/stemmers/indian'),
  hr: () => import('@orama/stemmers/serbian'),
  hu: () => import('@orama/stemmers/hungarian'),
  hy: () => import('@orama/stemmers/armenian'),
  id: () => import('@orama/stemmers/indonesian'),
  it: () => import('@orama/stemmers/italian'),
  lt: () => import('@orama/stemmers/lithuanian'),
  ms: () => import('@orama/stemmers/indonesian'),
  nb: () => import('@orama/stemmers/norwegian'),
  ne: () => import('@orama/stemmers/nepali'),
  nl: () => import('@orama/stemmers/dutch'),
  nn: () => import('@orama/stemmers/norwegian'),
  no: () => import('@orama/stemmers/norwegian'),
  pt: () => import('@orama/stemmers/portuguese'),
  ro: () => import('@orama/stemmers/romanian'),
  ru: () => import('@orama/stemmers/russian'),
  sr: () => import('@orama/stemmers/serbian'),
  sv: () => import('@orama/stemmers/swedish'),
  ta: () => import('@orama/stemmers/tamil'),
  tr: () => import('@orama/stemmers/turkish'),
  uk: () => import('@orama/stemmers/ukrainian'),
};

const loaded = new Map<string, Stemmer>([['en', english]]);

/** For languages without a stemmer; 12 KB that come with the first of them. */
let isInflected: (word: string, wanted: string, language: string) => boolean = () => false;

/** Makes the endings of a language known, before words are looked for in it. Once is enough for a process. */
export async function loadEndings(language: string): Promise<void> {
  const primary = primarySubtag(language);
  if (loaded.has(primary)) return;
  const module = await LOADERS[primary]?.();
  if (module === undefined) ({ isInflected } = await import('./inflections/inflections.ts'));
  else loaded.set(primary, module.stemmer);
}

/** More letters than this make another word: the Swedish stemmer brings "hemlighet" (secret) to "hem" (home). */
const LONGEST_ENDING = 5;
/** Turkish puts ending behind ending: "evlerimizden" is of "ev". */
const LONGEST_BY_LANGUAGE: Readonly<Record<string, number>> = { tr: 12 };
const MOST_STEMS = 20_000;
const stems = new Map<string, string>();

/**
 * Whether a word in small letters is a form of another one in a language, by its stemmer, else by its endings (decision
 * 0017). Words of languages that have neither here, or that were not loaded, have no other forms.
 */
export function areForms(one: string, other: string, language: string): boolean {
  const primary = primarySubtag(language);
  if (!HAS_PREFIXES.has(primary) && one[0] !== other[0]) return false;
  const stemmer = loaded.get(primary);
  if (stemmer === undefined) return isInflected(one, other, primary);
  const longest = LONGEST_BY_LANGUAGE[primary] ?? LONGEST_ENDING;
  if (Math.abs(one.length - other.length) > longest) return false;
  if (primary === 'en' && !isEnglishEnding(one, other)) return false;
  if (IN_DEVANAGARI.has(primary) && areWordsByVowel(one, other)) return false;
  const [stem, otherStem] = [stemOf(one, primary, stemmer), stemOf(other, primary, stemmer)];
  if (stem === otherStem) return true;
  // The Hungarian stemmer leaves the vowel before a plural, and takes it from the bare word: "macská-k", "macsk-a".
  return primary === 'hu' && [stem, stemOf(stem, primary, stemmer)].includes(stemOf(otherStem, primary, stemmer));
}

/** Forms of one word may begin differently: articles and verbs are written on it. */
const HAS_PREFIXES: ReadonlySet<string> = new Set(['ar', 'he', 'id', 'ms']);

const IN_DEVANAGARI: ReadonlySet<string> = new Set(['hi', 'ne']);
/** Vowel signs that make another word where they end one; the vocative's o makes none. */
const VOWEL_SIGN = /^[\u093E-\u0948\u094C]$/u;

/**
 * Whether a vowel sign at its end makes a word another one, where the stemmer takes both for one: पान is betel and पानी
 * water, पाना to get. An adjective is looked for in all its genders by its dictionary form: "अच्छा" finds "अच्छी".
 */
function areWordsByVowel(word: string, wanted: string): boolean {
  let shared = 0;
  while (shared < word.length && word[shared] === wanted[shared]) shared += 1;
  const [rest, wantedRest] = [word.slice(shared), wanted.slice(shared)];
  if (rest === '' || wantedRest === '') return VOWEL_SIGN.test(rest + wantedRest);
  return wantedRest === 'ी' && VOWEL_SIGN.test(rest);
}

function stemOf(word: string, language: string, stemmer: Stemmer): string {
  const key = `${language} ${word}`;
  let stem = stems.get(key);
  if (stem === undefined) {
    stem = stemmer(word);
    if (stems.size >= MOST_STEMS) stems.clear();
    stems.set(key, stem);
  }
  return stem;
}

/** What English inflection leaves or adds behind the letters that two forms share: "delve" and "delving" e and ing. */
const BASE = new Set(['', 'e', 'y', 'ie']);
const INFLECTED = new Set([
  "'s",
  "s'",
  's',
  'es',
  'd',
  'ed',
  'r',
  'er',
  'st',
  'est',
  'ing',
  'ies',
  'ied',
  'ier',
  'iest',
  'ying',
  'ly',
  'ily',
]);

/** The English stemmer also joins words that were made from others, "universe" and "university", "organ" and "organize". */
function isEnglishEnding(one: string, other: string): boolean {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  const last = one[shared - 1] ?? '';
  const rests = [one, other]
    .map((word) => word.slice(shared))
    .map((rest) => (rest.length > 1 && rest.startsWith(last) ? rest.slice(1) : rest));
  return rests.every((rest) => BASE.has(rest) || INFLECTED.has(rest)) && rests.some((rest) => INFLECTED.has(rest));
}
