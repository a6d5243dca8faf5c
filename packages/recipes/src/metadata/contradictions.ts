import { findTerms } from '../text/terms.ts';
import type { MetadataInput } from './schema.ts';

/** Two wishes of one request that no metadata can fulfil together, told before anything is asked of a model. */
export interface Contradiction {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** What would be accepted, for people. */
  readonly allowed: string;
}

/** What a caller says of chapters: true, none, or a list. */
type WantedChapters = boolean | readonly { readonly start: number; readonly title: string }[];

/**
 * Everything in which a request contradicts itself. What code can put right is none: chapters that begin after 0:00 or
 * are too short are moved together with a finding, and a working title with a word to avoid is not used.
 */
export function contradictionsIn(input: MetadataInput, chapters: WantedChapters): Contradiction[] {
  const list = typeof chapters === 'boolean' ? [] : chapters;
  return [...wantedAndAvoided(input, list), ...impossibleTimes(list, input.duration)];
}

type ChapterList = Exclude<WantedChapters, boolean>;

/** What is published as the caller wrote it and has a word in it that may stand nowhere. */
function wantedAndAvoided({ avoid, keywords, cta, language }: MetadataInput, chapters: ChapterList): Contradiction[] {
  const wishes = [
    ...keywords.map((phrase, index) => ({ phrase, path: ['keywords', index] })),
    ...chapters.map(({ title }, index) => ({ phrase: title, path: ['chapters', index, 'title'] })),
    ...(cta === undefined ? [] : [{ phrase: cta, path: ['cta'] }]),
  ];
  return wishes.flatMap(({ phrase, path }) => {
    const [term] = findTerms(phrase, avoid, language);
    return term === undefined
      ? []
      : [{ path, message: `contains "${term}", which is to be avoided`, allowed: `words other than "${term}"` }];
  });
}

function impossibleTimes(chapters: ChapterList, duration: number | undefined): Contradiction[] {
  return chapters.flatMap(({ start }, index) => {
    const before = chapters[index - 1]?.start;
    const path = ['chapters', index, 'start'];
    if (before !== undefined && start <= before)
      return [
        { path, message: `is not after the chapter before it, at ${before} s`, allowed: `more than ${before} s` },
      ];
    if (duration !== undefined && start >= duration)
      return [
        { path, message: `is beyond the video, which ends at ${duration} s`, allowed: `less than ${duration} s` },
      ];
    return [];
  });
}
