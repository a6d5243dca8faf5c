import { wordsByScript } from './function-words/by-script.ts';
import type { LanguageMarks } from './function-words/marks.ts';
import { scriptShares } from './scripts.ts';
import { IS_ASCII } from '../text/ascii.ts';

/** What a text seems to be written in. */
export interface LanguageGuess {
  /** A primary BCP-47 subtag, or undefined where nothing can be said. */
  readonly language: string | undefined;
  /** 0 to 1: the lead over the next language of the same script. */
  readonly confidence: number;
}

/** Languages that are known by their script alone; in Devanagari the likeliest where words tell nothing. */
const LANGUAGE_OF_SCRIPT: readonly (readonly [script: string, language: string])[] = [
  ['Hangul', 'ko'],
  ['Greek', 'el'],
  ['Hebrew', 'he'],
  ['Thai', 'th'],
  ['Devanagari', 'hi'],
  ['Bengali', 'bn'],
  ['Tamil', 'ta'],
  ['Telugu', 'te'],
  ['Gujarati', 'gu'],
  ['Gurmukhi', 'pa'],
  ['Oriya', 'or'],
  ['Kannada', 'kn'],
  ['Malayalam', 'ml'],
  ['Sinhala', 'si'],
  ['Lao', 'lo'],
  ['Myanmar', 'my'],
  ['Khmer', 'km'],
  ['Georgian', 'ka'],
  ['Armenian', 'hy'],
];

/** Scripts of running text whose languages are told by words. */
const SHARED_SCRIPTS = ['Latin', 'Cyrillic', 'Arabic', 'Devanagari'] as const;

/** Japanese always has kana between its Chinese characters. */
const LEAST_KANA_SHARE = 0.05;

/** More of a text does not make its language clearer. */
export const SAMPLE_CHARACTERS = 1000;

/** What is seen of a text's beginning; made once where several questions are put to it. */
export interface LanguageSurvey {
  /** Its scripts with their share of the letters, commonest first. */
  readonly shares: ReadonlyMap<string, number>;
  /** The score of a language of its main script; undefined for others, and where the script tells alone. */
  readonly scoreOf: (language: string) => number | undefined;
  /** The likeliest of them, and the next. */
  readonly best: LanguageScore | undefined;
  readonly next: LanguageScore | undefined;
}

export type LanguageScore = readonly [language: string, score: number];

export function surveyLanguage(text: string): LanguageSurvey {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const shares = scriptShares(sample);
  const [main = ''] = shares.keys();
  const known = byScript.get(main);
  return { shares, ...(known === undefined ? NO_SCORES : scoreLanguages(sample, known)) };
}

export function guessLanguage({ shares, best, next }: LanguageSurvey): LanguageGuess {
  const [main] = shares.keys();
  if (main === undefined) return { language: undefined, confidence: 0 };
  if (main === 'Han' || main === 'Kana') {
    return { language: (shares.get('Kana') ?? 0) >= LEAST_KANA_SHARE ? 'ja' : 'zh', confidence: 1 };
  }
  const told = main === 'Devanagari' ? clearest(best, next) : undefined;
  if (told?.language !== undefined) return told;
  const alone = LANGUAGE_OF_SCRIPT.find(([script]) => script === main);
  if (alone !== undefined) return { language: alone[1], confidence: 1 };
  return clearest(best, next);
}

type Scores = Omit<LanguageSurvey, 'shares'>;

const NO_SCORES: Scores = { scoreOf: () => undefined, best: undefined, next: undefined };

/** Each language of the text's script by its score: the share of function words, more for letters of its own. */
function scoreLanguages(text: string, script: ScriptLanguages): Scores {
  const lower = text.toLowerCase();
  const hasOwnLetters = !IS_ASCII.test(lower);
  const words = hasOwnLetters ? lower.replaceAll('’', "'").match(WORD) : lower.match(ASCII_WORD);
  if (words === null) return NO_SCORES;
  const { languages, placeOf, ofWord } = script;
  const scores = new Float64Array(languages.length);
  for (const word of words) {
    const places = word.length > script.longestWord ? undefined : ofWord.get(word);
    if (places === undefined) continue;
    for (const at of places) scores[at] = (scores[at] ?? 0) + 1;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / words.length;
  if (hasOwnLetters)
    for (const { at, letters } of script.lettered)
      if (letters.test(lower)) scores[at] = (scores[at] ?? 0) + OWN_LETTER_BONUS;
  return { scoreOf: (language) => scores[placeOf.get(language) ?? -1], ...leadersOf(languages, scores) };
}

const WORD = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)?/gu;
/** The same of ASCII in small letters, in a third of the time. */
const ASCII_WORD = /[a-z]+(?:'[a-z]+)?/g;

/** Of languages that are as likely the one that is listed first leads. */
function leadersOf(languages: ScriptLanguages['languages'], scores: Float64Array): Pick<Scores, 'best' | 'next'> {
  let best = -1;
  let next = -1;
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] ?? 0;
    if (best < 0 || score > (scores[best] ?? 0)) [best, next] = [at, best];
    else if (next < 0 || score > (scores[next] ?? 0)) next = at;
  }
  const scoreAt = (at: number): LanguageScore | undefined => languages[at] && [languages[at][0], scores[at] ?? 0];
  return { best: scoreAt(best), next: scoreAt(next) };
}

interface ScriptLanguages {
  readonly languages: readonly (readonly [language: string, marks: LanguageMarks])[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** In which of the languages a word is a function word, by their places. */
  readonly ofWord: ReadonlyMap<string, readonly number[]>;
  /** How long the longest of them is. */
  readonly longestWord: number;
  /** The languages that have letters of their own, by their places. */
  readonly lettered: readonly { readonly at: number; readonly letters: RegExp }[];
}

const byScript: ReadonlyMap<string, ScriptLanguages> = new Map(
  SHARED_SCRIPTS.map((script) => [script, wordsOf(Object.entries(wordsByScript[script] ?? {}))]),
);

function wordsOf(languages: ScriptLanguages['languages']): ScriptLanguages {
  const ofWord = new Map<string, number[]>();
  for (const [at, [, { words }]] of languages.entries())
    for (const word of words) ofWord.set(word, [...(ofWord.get(word) ?? []), at]);
  return {
    languages,
    placeOf: new Map(languages.map(([language], at) => [language, at])),
    ofWord,
    longestWord: Math.max(0, ...[...ofWord.keys()].map(({ length }) => length)),
    lettered: [...languages.entries()].flatMap(([at, [, { letters }]]) =>
      letters instanceof RegExp ? [{ at, letters }] : [],
    ),
  };
}

/** A letter that only one language of the script uses weighs as much as every eighth word. */
const OWN_LETTER_BONUS = 0.12;

/** The least score, and the least lead over the next, at which a language is named at all. */
const LEAST_SCORE = 0.1;

function clearest(best: LanguageScore | undefined, next: LanguageScore | undefined): LanguageGuess {
  if (best === undefined || best[1] < LEAST_SCORE) return { language: undefined, confidence: 0 };
  const confidence = (best[1] - (next?.[1] ?? 0)) / best[1];
  return confidence === 0 ? { language: undefined, confidence: 0 } : { language: best[0], confidence };
}
