import { graphemes } from '../text/length/graphemes.ts';

const LONGEST_HASHTAG = 40;

/** Names with a mark that no hashtag can have, as people write them there. */
const MARKED_NAMES: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{N}])([A-Za-z])#(?![\p{L}\p{N}])/u, '$1Sharp'],
  [/(?<![\p{L}\p{N}])([A-Za-z])\+\+(?![\p{L}\p{N}])/u, '$1pp'],
  [/(?<![\p{L}\p{N}])\.NET\b/iu, 'DotNet'],
  [/(?<![\p{L}\p{N}])([A-Z])&([A-Z])(?![\p{L}\p{N}])/u, '$1n$2'],
];

/** `espresso machine` → `#EspressoMachine`, `C# tutorial` → `#CSharp`; undefined where nothing of it can stand in one. */
export function hashtagOf(phrase: string): string | undefined {
  const marked = MARKED_NAMES.find(([pattern]) => pattern.test(phrase));
  const named = marked === undefined ? phrase : (marked[0].exec(phrase)?.[0].replace(...marked) ?? phrase);
  const parts = named.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const joined = parts.length === 1 ? (parts[0] ?? '') : joinedWords(parts);
  if (!/\p{L}/u.test(joined) || graphemes(joined).length > LONGEST_HASHTAG) return undefined;
  return `#${joined}`;
}

/** Hashtags of the phrases in order, without doubles, at most `count`. */
export function hashtagsOf(phrases: readonly string[], count: number): string[] {
  const tags = new Map<string, string>();
  for (const phrase of phrases) {
    if (tags.size >= count) break;
    const tag = hashtagOf(phrase);
    if (tag !== undefined && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()];
}

/**
 * A hashtag inside a text, without its mark: `#1` and `C#` are none. As platforms read them: letters, figures and marks,
 * with at least one letter.
 */
export const HASHTAG = /(?<![\p{L}\p{M}\p{N}_&/])[#＃](?=[\p{N}_]*\p{L})([\p{L}\p{M}\p{N}_]+)/gu;

/** Scripts with spaces and without capitals: their words are told apart by an underscore, as people write them there. */
const NO_CAPITALS =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Ethiopic}\p{Script=Georgian}]/u;

function joinedWords(parts: readonly string[]): string {
  return parts.some((part) => NO_CAPITALS.test(part)) ? parts.join('_') : parts.map(capital).join('');
}

function capital(word: string): string {
  const [first = '', ...rest] = graphemes(word);
  return first.toLocaleUpperCase() + rest.join('');
}
