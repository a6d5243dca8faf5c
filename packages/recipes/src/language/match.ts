import { countUnits } from '../text/words.ts';
import { detectLanguage, scoreLanguages, scriptShares } from './detect.ts';

/** Whether a text is in the language that was asked for; `unsure` where it is too short or the language not known. */
export type LanguageMatch =
  | { readonly verdict: 'yes' | 'unsure'; readonly found: string | null }
  | { readonly verdict: 'no'; readonly found: string };

/** Below this many words (or twice as many characters) function words say little. */
const LEAST_WORDS = 20;

/** Names and terms of other scripts are normal; half a text of them is not. */
const LEAST_SCRIPT_SHARE = 0.5;

const SCRIPTS_OF: Readonly<Record<string, readonly string[]>> = {
  ru: ['Cyrillic'],
  uk: ['Cyrillic'],
  bg: ['Cyrillic'],
  be: ['Cyrillic'],
  mk: ['Cyrillic'],
  sr: ['Cyrillic', 'Latin'],
  kk: ['Cyrillic', 'Latin'],
  ar: ['Arabic'],
  fa: ['Arabic'],
  ur: ['Arabic'],
  he: ['Hebrew'],
  el: ['Greek'],
  zh: ['Han'],
  ja: ['Kana', 'Han'],
  ko: ['Hangul'],
  th: ['Thai'],
  hi: ['Devanagari'],
  mr: ['Devanagari'],
  bn: ['Bengali'],
  ta: ['Tamil'],
  te: ['Telugu'],
  ka: ['Georgian'],
  hy: ['Armenian'],
};

/** Languages so close that the words of a short text do not tell them apart. */
const NEAR: readonly ReadonlySet<string>[] = [new Set(['da', 'no', 'nb', 'nn']), new Set(['id', 'ms'])];

export function matchLanguage(text: string, language: string): LanguageMatch {
  const asked = language.split('-', 1)[0]?.toLowerCase() ?? '';
  const shares = scriptShares(text);
  const main = shares[0]?.[0];
  if (main === undefined) return { verdict: 'unsure', found: null };

  const scripts = SCRIPTS_OF[asked];
  const found = detectLanguage(text).language ?? null;
  const own = shares
    .filter(([script]) => (scripts ?? ['Latin']).includes(script))
    .reduce((sum, [, share]) => sum + share, 0);
  const { words, characters } = countUnits(text);
  const isLong = words + characters / 2 >= LEAST_WORDS;
  if ((scripts !== undefined || isLong) && own < LEAST_SCRIPT_SHARE && isKnown(asked))
    return { verdict: 'no', found: found ?? main };
  if (scripts !== undefined && !['Cyrillic', 'Arabic', 'Latin', 'Han'].includes(main)) return { verdict: 'yes', found };
  if (asked === 'zh' && found === 'ja') return { verdict: 'no', found };
  if (asked === 'zh' || asked === 'ja') return { verdict: 'yes', found };

  if (!isLong) return { verdict: 'unsure', found };
  return compareWords(text, main, asked, found);
}

function compareWords(text: string, script: string, asked: string, found: string | null): LanguageMatch {
  const scores = new Map(scoreLanguages(text, script));
  const own = scores.get(asked === 'nb' || asked === 'nn' ? 'no' : asked);
  const [best] = scores;
  if (best === undefined || found === null) return { verdict: 'unsure', found };
  if (own === undefined) return best[1] >= CLEAR_SCORE ? { verdict: 'no', found } : { verdict: 'unsure', found };
  if (own >= best[1] * NEARLY_BEST || NEAR.some((group) => group.has(asked) && group.has(best[0])))
    return { verdict: 'yes', found: asked };
  return { verdict: 'no', found };
}

/** A share of function words that running text in a language reaches and foreign text does not. */
const CLEAR_SCORE = 0.3;
const NEARLY_BEST = 0.85;

/** A language whose script is known here; Latin is assumed for no other. */
function isKnown(language: string): boolean {
  return language in SCRIPTS_OF || isLatin(language);
}

function isLatin(language: string): boolean {
  return new Intl.Locale(language).maximize().script === 'Latn';
}

/** The language's English name for prompts: `pt-BR` → "Brazilian Portuguese". */
export function languageName(tag: string): string {
  return names.of(tag) ?? tag;
}

const names = new Intl.DisplayNames(['en'], { type: 'language' });
