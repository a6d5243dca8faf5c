import { countCharacters, countWords } from '../text/words.ts';
import { guessLanguage, SAMPLE_CHARACTERS, surveyLanguage, type LanguageSurvey } from './detect.ts';
import { functionWords } from './function-words/by-script.ts';
import { primarySubtag, scriptsOf } from './scripts.ts';
import { foreignLanguageOf, isLikeliest } from './short-texts.ts';

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
const SHARED_SCRIPTS: ReadonlySet<string> = new Set(['Latin', 'Cyrillic', 'Arabic', 'Devanagari']);

/** Pronouns and particles that Japanese does not write: a title of Han characters alone may be of either. */
const CHINESE_ALONE = /[这這你们們吗嗎呢么麼怎没沒她吧很给讓让啊]/u;

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
  if (asked === 'ja' && found === 'zh' && (isLong || CHINESE_ALONE.test(sample))) return { verdict: 'no', found };
  // Of the languages in Devanagari three are known here; another one is not told from them.
  const isTold = SHARED_SCRIPTS.has(main) && (main !== 'Devanagari' || survey.scoreOf(asked) !== undefined);
  if (!isTold) return { verdict: 'yes', found };
  return isLong ? compareWords(survey, asked, found) : { verdict: 'unsure', found };
}

function compareWords({ scoreOf, best }: LanguageSurvey, asked: string, found: string | null): LanguageMatch {
  const own = scoreOf(asked === 'nb' || asked === 'nn' ? 'no' : asked);
  if (best === undefined || found === null) return { verdict: 'unsure', found };
  if (own === undefined) return best[1] >= CLEAR_SCORE ? { verdict: 'no', found } : { verdict: 'unsure', found };
  const isNear = areNear(asked, best[0]);
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
/** Fewer words in other letters are a name. */
const LEAST_WORDS_IN_OTHER_LETTERS = 3;

/**
 * As `matchLanguage`, and of a text too short for it `no` where it is a sentence full of another language's function
 * words, or where its n-grams are clearly those of another. A row of names is neither: "iPhone 15 Pro Max vs Galaxy
 * S24" may be a title anywhere.
 */
export function matchTitle(text: string, language: string, survey = surveyLanguage(text)): LanguageMatch {
  const match = matchLanguage(text, language, survey);
  if (match.verdict !== 'unsure') return match;
  const isOfOtherScript = scriptsOf(language)?.every((script) => !survey.shares.has(script)) === true;
  const found = isOfOtherScript ? inOtherLetters(text, survey, match.found) : inSameLetters(text, language, survey);
  return found === undefined ? match : { verdict: 'no', found };
}

/** The language of a text in letters that the language asked for does not have; undefined for names. */
function inOtherLetters(text: string, { best }: LanguageSurvey, found: string | null): string | undefined {
  const count = countWords(text);
  if (found === null || count < LEAST_WORDS_IN_OTHER_LETTERS || (best?.[1] ?? 0) < CLEAR_OTHER_SCRIPT_SCORE)
    return undefined;
  const isSentence =
    (count >= LEAST_SHORT_WORDS && SENTENCE_OF_SMALL_WORDS.test(text)) ||
    SMALL_WORD.test(text) ||
    (asks(text, found) && isLikeliest(text, found));
  return isSentence ? found : undefined;
}

/** A word of four letters that begins small: "Subscribe for more", not "The Last of Us". */
const SMALL_WORD = /(?<![\p{L}\p{N}])\p{Ll}{4}/u;
/** "The", "Das", "Los" begin names as well. */
const ARTICLES: ReadonlySet<string> = new Set('the der die das den les los las una uma gli het een'.split(' '));

/** Whether a function word has a capital, as in the titles of articles: "How Espresso Works". */
function asks(text: string, language: string): boolean {
  const words = functionWords(language);
  const capitals = text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}']{2,}/gu) ?? [];
  return capitals.some((word) => words.has(word.toLowerCase()) && !ARTICLES.has(word.toLowerCase()));
}

/**
 * Cyrillic letters that a language does not have, of small words, and the language that has them: neighbours share most
 * words, and names are written in one's own letters.
 */
const LETTERS_OF_NEIGHBOURS: Readonly<Record<string, readonly [letters: RegExp, language: string]>> = {
  uk: [/(?<!\p{L})\p{Ll}*[ыэёъ]\p{Ll}*(?!\p{L})/u, 'ru'],
  bg: [/(?<!\p{L})\p{Ll}*[ыэёіїє]\p{Ll}*(?!\p{L})/u, 'ru'],
  ru: [/(?<!\p{L})\p{Ll}*[іїєґў]\p{Ll}*(?!\p{L})/u, 'uk'],
  be: [/(?<!\p{L})\p{Ll}*[ищъїє]\p{Ll}*(?!\p{L})/u, 'ru'],
};

function inSameLetters(text: string, language: string, { scoreOf, best }: LanguageSurvey): string | undefined {
  const asked = primarySubtag(language);
  const [letters, neighbour] = LETTERS_OF_NEIGHBOURS[asked] ?? [];
  if (letters?.test(text) === true) return neighbour;
  const own = scoreOf(asked);
  const isNear = areNear(asked, best?.[0] ?? '');
  if (best === undefined || isNear || (own !== undefined && own > 0 && own >= best[1])) return undefined;
  const isClear =
    countWords(text) >= LEAST_SHORT_WORDS &&
    own !== undefined &&
    best[1] >= CLEAR_SHORT_SCORE &&
    own <= best[1] * NO_SHARE;
  return isClear ? best[0] : foreignIn(text, language);
}

/** By n-grams, which do not tell near languages apart. `hasNames`: whether names may stand in it. */
export function foreignIn(text: string, language: string, hasNames = true): string | undefined {
  const found = foreignLanguageOf(text, language, hasNames);
  return found !== undefined && areNear(primarySubtag(language), found) ? undefined : found;
}

function areNear(language: string, other: string): boolean {
  return NEAR.some((group) => group.has(language) && group.has(other));
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
