import { primarySubtag } from '../../language/scripts.ts';
import { isFragment } from '../headline.ts';
import { unsearchedWords } from '../../text/phrases/unsearched-words.ts';

/** A word, with what a hyphen or an apostrophe joins to it. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-'’.,‑](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*[%°]?/gu;

/** Words that begin a noun phrase: what stands right before one is a verb, and its phrase ends before it. */
const DETERMINERS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('a an the this that these those its your their his her our my'.split(' ')),
  de: new Set('der die das den dem des ein eine einen einem einer diese diesen dieser'.split(' ')),
  es: new Set('el la los las un una unos unas su sus tu tus este esta'.split(' ')),
  fr: new Set('le la les un une des du ce cette ces son sa ses votre'.split(' ')),
  it: new Set('il lo la i gli le un una uno questo questa'.split(' ')),
  pt: new Set('o a os as um uma este esta seu sua'.split(' ')),
  nl: new Set('de het een dit deze die'.split(' ')),
};

/**
 * A phrase of a sentence, whole: with the words that a hyphen joins to it and those of the same noun behind it ("2,400
 * square" → "2,400 square feet", "cancelling headphones" → "noise-cancelling headphones"), without a verb at its end.
 */
export function wholePhrase(phrase: string, sentence: string, language: string): string {
  const all = [...sentence.matchAll(WORD)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const from = sentence.indexOf(phrase);
  const first = all.findIndex(({ end }) => end > from);
  let last = all.findLastIndex(({ start }) => start < from + phrase.length);
  if (phrase === '' || from === -1 || first === -1) return phrase;
  const isNext = (at: number) => sentence.slice(all[at - 1]?.end, all[at]?.start).trim() === '';
  while (last + 1 < all.length && isNext(last + 1) && isContent(all[last + 1]?.text ?? '', language)) last += 1;
  const determiners = DETERMINERS[primarySubtag(language)];
  const follower = all[last + 1]?.text.toLowerCase() ?? '';
  if (last > first && isNext(last + 1) && determiners?.has(follower) === true) last -= 1;
  const whole = sentence.slice(all[first]?.start, all[last]?.end);
  return isFragment(whole, language) ? '' : whole;
}

function isContent(word: string, language: string): boolean {
  return !unsearchedWords(language).has(word.toLowerCase()) && !/n['’]t$/u.test(word);
}
