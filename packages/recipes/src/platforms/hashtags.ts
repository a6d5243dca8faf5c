import { graphemes } from '../text/measure.ts';

const LONGEST_HASHTAG = 40;

/** `espresso machine` → `#EspressoMachine`; undefined when nothing of it can stand in a hashtag. */
export function hashtagOf(phrase: string): string | undefined {
  const parts = phrase.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const joined = parts.length === 1 ? (parts[0] ?? '') : parts.map(capital).join('');
  if (!/\p{L}/u.test(joined) || graphemes(joined).length > LONGEST_HASHTAG) return undefined;
  return `#${joined}`;
}

/** Hashtags of the phrases in order, without doubles, at most `count`. */
export function hashtagsOf(phrases: readonly string[], count: number): string[] {
  const tags = phrases.flatMap((phrase) => hashtagOf(phrase) ?? []);
  return [...new Map(tags.map((tag) => [tag.toLowerCase(), tag])).values()].slice(0, count);
}

function capital(word: string): string {
  const [first = '', ...rest] = graphemes(word);
  return first.toLocaleUpperCase() + rest.join('');
}
