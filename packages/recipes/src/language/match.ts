import { countCharacters, countWords } from '../text/words.ts';
import { guessLanguage, SAMPLE_CHARACTERS, surveyLanguage, type LanguageSurvey } from './detect.ts';
import { primarySubtag, scriptsOf } from './scripts.ts';

/** Whether a text is in the language that was asked for; `unsure` where it is too short or the language not known. */
export type LanguageMatch =
  | { readonly verdict: 'yes' | 'unsure'; readonly found: string | null }
  | { readonly verdict: 'no'; readonly found: string };

/** Below this many words (or twice as many characters) function words say little. */
const LEAST_WORDS = 20;

/** Names and terms of other scripts are normal; half a text of them is not. */
const LEAST_SCRIPT_SHARE = 0.5;

/** A share of function words that running text in a language reaches and foreign text does not. */
const CLEAR_SCORE = 0.3;

/** Related languages share words; this much of the best score is as good. */
const NEARLY_BEST = 0.85;

/** Languages so close that the words of a short text do not tell them apart. */
const NEAR: readonly ReadonlySet<string>[] = [
  new Set(['da', 'no', 'nb', 'nn']),
  new Set(['id', 'ms']),
  new Set(['hr', 'bs', 'sr', 'sh', 'cnr']),
  new Set(['fil', 'tl', 'ceb', 'hil', 'ilo', 'war']),
];

/** Scripts that several of the languages known here share, so that words have to tell. */
const SHARED_SCRIPTS: ReadonlySet<string> = new Set(['Latin', 'Cyrillic', 'Arabic']);

/** @param survey of the text, where it was made for other questions */
export function matchLanguage(text: string, language: string, survey = surveyLanguage(text)): LanguageMatch {
  const asked = primarySubtag(language);
  const { shares } = survey;
  const [main] = shares.keys();
  const scripts = scriptsOf(language);
  const found = guessLanguage(survey).language ?? null;
  if (main === undefined || scripts === undefined) return { verdict: 'unsure', found };

  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const isLong = countWords(sample) + countCharacters(sample) / 2 >= LEAST_WORDS;
  const own = scripts.reduce((sum, script) => sum + (shares.get(script) ?? 0), 0);
  if (own < LEAST_SCRIPT_SHARE)
    return isLong || main !== 'Latin' ? { verdict: 'no', found: found ?? main } : { verdict: 'unsure', found };
  if (asked === 'zh' && found === 'ja') return { verdict: 'no', found };
  if (asked === 'ja' && found === 'zh' && isLong) return { verdict: 'no', found };
  if (!SHARED_SCRIPTS.has(main)) return { verdict: 'yes', found };
  return isLong ? compareWords(survey, asked, found) : { verdict: 'unsure', found };
}

function compareWords({ scores, best }: LanguageSurvey, asked: string, found: string | null): LanguageMatch {
  const own = scores.get(asked === 'nb' || asked === 'nn' ? 'no' : asked);
  if (best === undefined || found === null) return { verdict: 'unsure', found };
  if (own === undefined) return best[1] >= CLEAR_SCORE ? { verdict: 'no', found } : { verdict: 'unsure', found };
  const isNear = NEAR.some((group) => group.has(asked) && group.has(best[0]));
  return own >= best[1] * NEARLY_BEST || isNear ? { verdict: 'yes', found: asked } : { verdict: 'no', found };
}

/** Below this many words a short text is a name, or a quotation. */
const LEAST_SHORT_WORDS = 5;
/** Two words in five are function words of another language, and hardly one of the language that was asked for. */
const CLEAR_SHORT_SCORE = 0.4;
const NO_SHARE = 0.25;
/** In letters of another script than the language has, a sentence is foreign with fewer of them; names have none. */
const CLEAR_OTHER_SCRIPT_SCORE = 0.2;
/** Three words with a small letter at their beginning. */
const SENTENCE_OF_SMALL_WORDS = /(?:(?<![\p{L}\p{N}])\p{Ll}.*?){3}/su;

/**
 * As `matchLanguage`, and of a text too short for it `no` where it is a sentence full of another language's function
 * words. A row of names has none: "iPhone 15 Pro Max vs Galaxy S24" may be a title anywhere.
 */
export function matchTitle(text: string, language: string, survey = surveyLanguage(text)): LanguageMatch {
  const match = matchLanguage(text, language, survey);
  if (match.verdict !== 'unsure' || match.found === null || countWords(text) < LEAST_SHORT_WORDS) return match;
  const { scores, shares } = survey;
  const own = scores.get(primarySubtag(language));
  const best = survey.best?.[1] ?? 0;
  const [main = ''] = shares.keys();
  const isOfOtherScript = scriptsOf(language)?.includes(main) === false;
  const isForeign = isOfOtherScript
    ? best >= CLEAR_OTHER_SCRIPT_SCORE && SENTENCE_OF_SMALL_WORDS.test(text)
    : own !== undefined && best >= CLEAR_SHORT_SCORE && own <= best * NO_SHARE;
  return isForeign ? { verdict: 'no', found: match.found } : match;
}

/** The language's English name for prompts: `pt-BR` → "Brazilian Portuguese". */
export function languageName(tag: string): string {
  let name = known.get(tag);
  if (name === undefined) {
    name = names.of(tag) ?? tag;
    if (known.size < 500) known.set(tag, name);
  }
  return name;
}

const names = new Intl.DisplayNames(['en'], { type: 'language' });
const known = new Map<string, string>();
