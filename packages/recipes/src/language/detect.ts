import { arabicScriptLanguages, cyrillicLanguages, latinLanguages, type LanguageMarks } from './function-words.ts';

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

const scriptPatterns = new Map(
  [...LANGUAGE_OF_SCRIPT.map(([script]) => script), ...SHARED_SCRIPTS.map(([script]) => script), 'Han'].map(
    (script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')] as const,
  ),
);
scriptPatterns.set('Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);

/** How many of a text's letters belong to each script, commonest first. */
export function scriptShares(text: string): readonly (readonly [script: string, share: number])[] {
  const total = text.match(/\p{L}/gu)?.length ?? 0;
  if (total === 0) return [];
  return [...scriptPatterns]
    .map(([script, pattern]) => [script, (text.match(pattern)?.length ?? 0) / total] as const)
    .filter(([, share]) => share > 0)
    .sort(([, one], [, other]) => other - one);
}

export function detectLanguage(text: string): LanguageGuess {
  const shares = new Map(scriptShares(text));
  const [main] = shares.keys();
  if (main === undefined) return { language: undefined, confidence: 0 };
  if (main === 'Han' || main === 'Kana') {
    return { language: (shares.get('Kana') ?? 0) >= LEAST_KANA_SHARE ? 'ja' : 'zh', confidence: 1 };
  }
  const byScript = LANGUAGE_OF_SCRIPT.find(([script]) => script === main);
  if (byScript !== undefined) return { language: byScript[1], confidence: 1 };
  return bestOf(scoreLanguages(text, main));
}

/** Each language of the text's script with its score: the share of function words, more for letters of its own. */
export function scoreLanguages(text: string, script: string): readonly (readonly [language: string, score: number])[] {
  const languages = SHARED_SCRIPTS.find(([name]) => name === script)?.[1] ?? {};
  const lower = text.toLowerCase().replaceAll('’', "'");
  const words = lower.match(/[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)?/gu) ?? [];
  if (words.length === 0) return [];
  return Object.entries(languages)
    .map(([language, { words: known, letters }]) => {
      const share = words.filter((word) => known.has(word)).length / words.length;
      return [language, share + (letters?.test(lower) ? OWN_LETTER_BONUS : 0)] as const;
    })
    .sort(([, one], [, other]) => other - one);
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
