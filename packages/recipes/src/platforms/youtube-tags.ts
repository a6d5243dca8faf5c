import { measure } from '../text/length/measure.ts';
import { wholeCharacters } from '../text/titles/plain-title.ts';
import { withoutLabel } from '../text/titles/text-labels.ts';
import { trimAtWord } from '../text/length/trim.ts';

/**
 * The YouTube Data API counts tags together (docs/videos, `snippet.tags[]`): commas between them count, and a tag with
 * a space counts as if it stood in quotation marks. `Foo-Baz` costs 7, `Foo Baz` 9.
 */
export const TAG_BUDGET = 500;
/** Often coded so; the documentation that was read has no limit for one tag. */
const LONGEST_TAG = 100;

export function tagCost(tags: readonly string[]): number {
  return tags.reduce((sum, tag) => sum + costOf(tag), 0) + Math.max(0, tags.length - 1);
}

function costOf(tag: string): number {
  return measure(tag, 'characters') + (tag.includes(' ') ? 2 : 0);
}

/**
 * What stands between tags, in the scripts of the world: a model often writes one tag that is a list. A comma within a
 * figure ("1,000 subscribers") and the dot of Catalan ("col·lecció") part nothing; a slash does with space around it.
 */
const SEPARATORS =
  /(?:[;|\n\r\t、،؛；，･•۔]|(?<!\p{Nd}),|,(?!\p{Nd})|(?<!l)·|·(?!l)|\s\/\s|(?<=["”»])\s+(?=["“«])|\s(?=[#＃]\p{L}))+/iu;
/** `1. espresso 2. latte`, in one tag or one in each. */
const NUMBER = /(?:^|\s)[(（]?\p{Nd}{1,2}[.)）][ \t]+/gu;
/** A hash before a letter makes a hashtag of a word; after a letter ("C#") or before a figure ("#1") it is part of it. */
const HASHTAG_MARK = /(?<![\p{L}\p{M}\p{N}])[#＃](?=[\p{L}_])/gu;

/** Single tags as the API takes them: lists taken apart, without angle brackets, quotation marks and hashtags' marks. */
export function plainTags(tags: readonly string[]): string[] {
  const listed = tags.map(withoutLabel).flatMap((tag) => tag.split(SEPARATORS));
  const single = withoutNumbers(listed).map(plainTag);
  return single.filter((tag) => /[\p{L}\p{N}]/u.test(tag));
}

/** Numbers are those of a list where a first and a second one stand at the beginnings of words. */
function withoutNumbers(tags: readonly string[]): readonly string[] {
  const isNumbered =
    /(?:^|\n|\s)[(（]?1[.)）]\s/u.test(tags.join('\n')) && /(?:\n|\s)[(（]?2[.)）]\s/u.test(tags.join('\n'));
  return isNumbered ? tags.flatMap((tag) => tag.split(NUMBER)) : tags;
}

function plainTag(tag: string): string {
  const plain = wholeCharacters(tag)
    .replace(HASHTAG_MARK, '')
    .replace(/[<>"“”„«»]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^(?:[\s[\]{}]|'(?=.*'[\s\]]*$))*(?:[-*–—•]\s+)?|(?:[\s.:[\]{}]|(?<=^[\s[]*'.*)')+$/gu, '');
  return trimAtWord(plain, LONGEST_TAG, 'characters');
}

export interface ChosenTags {
  readonly kept: readonly string[];
  /** What no room was left for. */
  readonly beyond: readonly string[];
}

/** Of tags without doubles, whatever their case, from the first on as many as the budget and `most` allow. */
export function tagsWithinBudget(tags: readonly string[], most = Infinity): ChosenTags {
  const kept: string[] = [];
  const beyond: string[] = [];
  const seen = new Set<string>();
  let cost = 0;
  for (const tag of plainTags(tags)) {
    const key = tag.normalize('NFC').toLowerCase();
    if (seen.has(key)) continue;
    seen.add(key);
    const costWith = cost + costOf(tag) + (kept.length > 0 ? 1 : 0);
    const fits = kept.length < most && costWith <= TAG_BUDGET;
    if (fits) cost = costWith;
    (fits ? kept : beyond).push(tag);
  }
  return { kept, beyond };
}
