import { wantedAndAvoided, type Contradiction, type Wish } from '../input/contradiction.ts';

/** What of a request may contradict itself. */
interface Wishes {
  readonly avoid: readonly string[];
  readonly keywords: readonly string[];
  readonly cta?: string | undefined;
  readonly language: string;
  /** In seconds. */
  readonly duration?: number | undefined;
}

/** What a caller says of chapters: true, none, or a list. */
type WantedChapters = boolean | readonly { readonly start: number; readonly title: string }[];

/**
 * Everything in which a request contradicts itself. What code can put right is none: chapters that begin after 0:00 or
 * are too short are moved together with a finding, and a working title with a word to avoid is not used.
 */
export function contradictionsIn(input: Wishes, chapters: WantedChapters): Contradiction[] {
  const list = typeof chapters === 'boolean' ? [] : chapters;
  return [
    ...wantedAndAvoided(publishedAsWritten(input, list), input.avoid, input.language),
    ...impossibleTimes(list, input.duration),
  ];
}

type ChapterList = Exclude<WantedChapters, boolean>;

function publishedAsWritten({ keywords, cta }: Wishes, chapters: ChapterList): Wish[] {
  return [
    ...keywords.map((phrase, index) => ({ phrase, path: ['keywords', index] })),
    ...chapters.map(({ title }, index) => ({ phrase: title, path: ['chapters', index, 'title'] })),
    ...(cta === undefined ? [] : [{ phrase: cta, path: ['cta'] }]),
  ];
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
