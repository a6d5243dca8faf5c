import { arabicScriptLanguages, cyrillicLanguages, latinLanguages, type LanguageMarks } from './function-words.ts';
import { scriptShares } from './scripts.ts';

/** What a text seems to be written in. */
export interface LanguageGuess {
  /** A primary BCP-47 subtag, or undefined where nothing can be said. */
  readonly language: string | undefined;
  /** 0 to 1: the lead over the next language of the same script. */
  readonly confidence: number;
}

/** Languages that are known by their script alone. */
const LANGUAGE_OF_SCRIPT: readonly (readonly [script: string, language: string])[] = [
  ['Hangul', 'ko'],
  ['Greek', 'el'],
  ['Hebrew', 'he'],
  ['Thai', 'th'],
  ['Devanagari', 'hi'],
  ['Bengali', 'bn'],
  ['Tamil', 'ta'],
  ['Telugu', 'te'],
  ['Georgian', 'ka'],
  ['Armenian', 'hy'],
];

const SHARED_SCRIPTS: readonly (readonly [script: string, languages: Readonly<Record<string, LanguageMarks>>])[] = [
  ['Latin', latinLanguages],
  ['Cyrillic', cyrillicLanguages],
  ['Arabic', arabicScriptLanguages],
];

/** Japanese always has kana between its Chinese characters. */
const LEAST_KANA_SHARE = 0.05;

/** More of a text does not make its language clearer. */
export const SAMPLE_CHARACTERS = 1000;

/** What is seen of a text's beginning; made once where several questions are put to it. */
export interface LanguageSurvey {
  /** Its scripts with their share of the letters, commonest first. */
  readonly shares: ReadonlyMap<string, number>;
  /** Languages of its main script, most likely first; empty where the script tells alone. */
  readonly scores: readonly (readonly [language: string, score: number])[];
}

export function surveyLanguage(text: string): LanguageSurvey {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const shares = scriptShares(sample);
  const [main = ''] = shares.keys();
  return { shares, scores: scoreLanguages(sample, main) };
}

export function guessLanguage({ shares, scores }: LanguageSurvey): LanguageGuess {
  const [main] = shares.keys();
  if (main === undefined) return { language: undefined, confidence: 0 };
  if (main === 'Han' || main === 'Kana') {
    return { language: (shares.get('Kana') ?? 0) >= LEAST_KANA_SHARE ? 'ja' : 'zh', confidence: 1 };
  }
  const alone = LANGUAGE_OF_SCRIPT.find(([script]) => script === main);
  if (alone !== undefined) return { language: alone[1], confidence: 1 };
  return bestOf(scores);
}

/** Each language of the text's script with its score: the share of function words, more for letters of its own. */
function scoreLanguages(text: string, script: string): LanguageSurvey['scores'] {
  if (!SHARED_SCRIPTS.some(([name]) => name === script)) return [];
  const languages = languagesOf(script);
  const lower = text.toLowerCase().replaceAll('’', "'");
  const words = lower.match(/[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)?/gu) ?? [];
  if (words.length === 0) return [];
  const hits = new Map<string, number>();
  for (const word of words) {
    for (const language of languages.ofWord.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
  }
  return Object.entries(languages.marks)
    .map(([language, { letters }]) => {
      const share = (hits.get(language) ?? 0) / words.length;
      return [language, share + (letters?.test(lower) === true ? OWN_LETTER_BONUS : 0)] as const;
    })
    .sort(([, one], [, other]) => other - one);
}

interface ScriptLanguages {
  readonly marks: Readonly<Record<string, LanguageMarks>>;
  /** In which languages a word is a function word. */
  readonly ofWord: ReadonlyMap<string, readonly string[]>;
}

const byScript = new Map<string, ScriptLanguages>();

function languagesOf(script: string): ScriptLanguages {
  let known = byScript.get(script);
  if (known === undefined) {
    const marks = SHARED_SCRIPTS.find(([name]) => name === script)?.[1] ?? {};
    const pairs = Object.entries(marks).flatMap(([language, { words }]) =>
      [...words].map((word) => ({ word, language })),
    );
    const groups = [...Map.groupBy(pairs, ({ word }) => word)];
    known = { marks, ofWord: new Map(groups.map(([word, group]) => [word, group.map(({ language }) => language)])) };
    byScript.set(script, known);
  }
  return known;
}

/** A letter that only one language of the script uses weighs as much as every eighth word. */
const OWN_LETTER_BONUS = 0.12;

/** The least score, and the least lead over the next, at which a language is named at all. */
const LEAST_SCORE = 0.1;

function bestOf(scores: readonly (readonly [string, number])[]): LanguageGuess {
  const [best, next] = scores;
  if (best === undefined || best[1] < LEAST_SCORE) return { language: undefined, confidence: 0 };
  const confidence = (best[1] - (next?.[1] ?? 0)) / best[1];
  return confidence === 0 ? { language: undefined, confidence: 0 } : { language: best[0], confidence };
}
