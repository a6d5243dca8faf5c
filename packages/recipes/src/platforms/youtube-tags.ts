import { measure } from '../text/measure.ts';
import { trimAtWord } from '../text/trim.ts';

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

/** What stands between tags, in the scripts of the world: a model often writes one tag that is a list. */
const SEPARATORS = /[,;|\n\r\t、،؛；，･•·۔]+/u;
/** A hash before a letter makes a hashtag of a word; after a letter ("C#") or before a figure ("#1") it is part of it. */
const HASHTAG_MARK = /(?<![\p{L}\p{M}\p{N}])[#＃](?=[\p{L}_])/gu;

/** Single tags as the API takes them: lists taken apart, without angle brackets, quotation marks and hashtags' marks. */
export function plainTags(tags: readonly string[]): string[] {
  const single = tags.flatMap((tag) => tag.split(SEPARATORS)).map(plainTag);
  return single.filter((tag) => /[\p{L}\p{N}]/u.test(tag));
}

function plainTag(tag: string): string {
  const plain = tag
    .replace(HASHTAG_MARK, '')
    .replace(/[<>"“”„«»]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^\s*(?:[-*–—•]\s+)?|[\s.:]+$/gu, '');
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
