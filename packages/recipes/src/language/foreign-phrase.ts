import { surveyLanguage } from './detect.ts';
import { foreignIn } from './match.ts';
import { likeliestOf } from './short-texts.ts';
import { scriptShares, scriptsOf } from './scripts.ts';

/** Fewer words in Latin letters may be a name that nobody wrote before. */
const LEAST_WORDS = 2;

/** A text with fewer letters of the language's own script is not in it. */
const LEAST_OWN_SHARE = 0.3;

const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}'’]*/gu;

/** Words of video titles that stand in Latin letters in every language. Our own list. */
const INTERNATIONAL: ReadonlySet<string> = new Set(
  'top vs diy vlog asmr ai ok live pov faq pro max plus mini ultra no tv pc app web wifi usb vr hd uhd dj cctv kpop'.split(
    ' ',
  ),
);

/**
 * What a text is written in where it has no letter of its language's own script and is no name: at least two of its words
 * stand nowhere in what the caller wrote. In languages with Latin letters the n-grams of such words tell. Undefined for a
 * text that has own letters.
 *
 * @param written the caller's texts; a word of theirs is a name where its text is in the language, or where they write it
 * with a capital and never without
 */
export function foreignPhrase(text: string, language: string, written: () => readonly string[]): string | undefined {
  const scripts = scriptsOf(language);
  if (scripts === undefined) return undefined;
  if (scripts.includes('Latin')) return inOtherWords(text, language, written);
  const shares = scriptShares(text);
  if (shares.get('Latin') !== 1) return undefined;
  const words = (text.match(LATIN_WORD) ?? []).filter((word) => !isMark(word, text));
  if (words.length < LEAST_WORDS) return undefined;
  const names = namesIn(written(), scripts);
  if (words.filter((word) => !names.has(word.toLowerCase())).length < LEAST_WORDS) return undefined;
  return surveyLanguage(text.toLowerCase()).best?.[0] ?? 'Latin';
}

/** "Perfect Green Tea Brewing Temperature" in Indonesian: no function word tells, and in capitals it could be a name. */
function inOtherWords(text: string, language: string, written: () => readonly string[]): string | undefined {
  if (foreignIn(text, language, false) === undefined) return undefined;
  const names = namesIn(written(), ['Latin']);
  const isName = (word: string) => names.has(word.toLowerCase()) || isMark(word, text);
  return foreignIn(
    text.replace(LATIN_WORD, (word) => (isName(word) ? '' : word)),
    language,
    false,
  );
}

/**
 * The likeliest language of the words of a text in Latin letters that nobody wrote before, where it is another one; no
 * more than a hint: three words are often of several languages.
 */
export function likelyPhrase(text: string, language: string, written: () => readonly string[]): string | undefined {
  if (scriptsOf(language)?.includes('Latin') !== true) return undefined;
  const names = namesIn(written(), ['Latin']);
  const rest = (text.match(LATIN_WORD) ?? []).filter((word) => !names.has(word.toLowerCase()) && !isMark(word, text));
  return rest.length < LEAST_WORDS ? undefined : likeliestOf(rest.join(' '), language);
}

/** "iPhone", "GPT" in a sentence, "4K": written as no common word is; and what stands so in titles everywhere. */
function isMark(word: string, text: string): boolean {
  if (word.length < 2 || INTERNATIONAL.has(word.toLowerCase())) return true;
  const isInCapitals = word === word.toUpperCase();
  return /\p{N}|\p{Ll}\p{Lu}/u.test(word) || (isInCapitals && text !== text.toUpperCase());
}

function namesIn(texts: readonly string[], scripts: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  const common = new Set<string>();
  for (const text of texts) {
    const shares = scriptShares(text);
    const own = scripts.reduce((sum, script) => sum + (shares.get(script) ?? 0), 0);
    for (const [word] of text.matchAll(LATIN_WORD)) {
      const isName = own >= LEAST_OWN_SHARE || word !== word.toLowerCase();
      (isName ? names : common).add(word.toLowerCase());
    }
  }
  return names.difference(common);
}
