import { countWords } from '../text/words.ts';
import { primarySubtag } from './scripts.ts';

/** The likeliest language of a short text, and how far it leads over another one. */
export interface ShortTextLead {
  readonly language: string;
  readonly over: number;
}

/** Undefined where the other language is not one of the text's script, or not known. */
export type ShortTextRanking = (text: string, other: string) => ShortTextLead | undefined;

let ranking: ShortTextRanking | undefined;

/** Has short texts told by n-grams, which are read from a file: a server does, a browser tells by words alone. */
export function rankShortTextsBy(own: ShortTextRanking): void {
  ranking = own;
}

/**
 * Of the 710 prompts of `__fixtures__/short-prompts.json` none had another language so far ahead of its own, and nine in
 * ten of those with four words or more had theirs so far ahead of any other.
 */
const CLEAR_LEAD = 3;
/** Names in another language ("Taylor Swift: The Eras Tour in Berlin") lead by less for each word. */
const CLEAR_LEAD_A_WORD = 0.85;
const LEAST_WORDS = 4;

/** Names of films and games are rows of capitals: two small words of four letters, or this lead for each word. */
const SENTENCE = /(?:(?<![\p{L}\p{N}])\p{Ll}{4}.*?){2}/su;
const CLEAR_LEAD_OF_CAPITALS = 1.2;

/**
 * The language that a text of a few words clearly is in, where it is not the one that was asked for.
 *
 * @param hasNames whether names may stand in it, which are written alike everywhere
 */
export function foreignLanguageOf(text: string, language: string, hasNames = true): string | undefined {
  const count = countWords(text);
  if (ranking === undefined || count < LEAST_WORDS) return undefined;
  const asked = primarySubtag(language);
  const lead = ranking(text, asked === 'nb' || asked === 'nn' ? 'no' : asked);
  if (lead === undefined || lead.over < CLEAR_LEAD) return undefined;
  const least = hasNames && !SENTENCE.test(text) ? CLEAR_LEAD_OF_CAPITALS : CLEAR_LEAD_A_WORD;
  return lead.over >= least * count ? lead.language : undefined;
}

/** The likeliest language of a text by its n-grams, where it is another one. */
export function likeliestOf(text: string, language: string): string | undefined {
  const found = ranking?.(text, primarySubtag(language))?.language;
  return found === primarySubtag(language) ? undefined : found;
}

/** Whether a text is likeliest in a language by its n-grams too. */
export function isLikeliest(text: string, language: string): boolean {
  return ranking?.(text, language)?.language === language;
}
