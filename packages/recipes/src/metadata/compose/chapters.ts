import { chapterLines, fixChapters, plainChapterTitle, type Chapter } from '../../platforms/chapters.ts';
import type { TextLimits } from '../../platforms/platform.ts';
import { measure } from '../../text/length/measure.ts';
import { cutAway, trimAtWord } from '../../text/length/trim.ts';
import type { MetadataInput } from '../schema.ts';
import { cutsOf, type Cut } from './cut.ts';

interface FittingChapters {
  readonly chapters: readonly Chapter[];
  readonly lines: string;
  readonly cuts: readonly Cut[];
}

/** Chapters may fill this share of a description. */
const MOST_SHARE = 0.6;
/** Titles are cut to this before chapters go. */
const SHORT_TITLE_CHARACTERS = 24;

/** The chapters that are wanted, as YouTube takes them and as there is room for them; too many are thinned out. */
export function fittingChapters({ chapters: wanted, duration }: MetadataInput, limits: TextLimits): FittingChapters {
  let chapters = fixChapters(wanted ?? [], duration);
  if (!isRoomFor(chapters, limits)) chapters = chapters.map(shortened);
  while (!isRoomFor(chapters, limits)) chapters = chapters.filter((_, index) => index % 2 === 0);
  const removed = chapters.length === 0 ? [] : lost(wanted ?? [], chapters);
  return {
    chapters,
    lines: chapterLines(chapters),
    cuts: cutsOf('platforms.youtube.chapters', { text: '', removed }),
  };
}

function isRoomFor(chapters: readonly Chapter[], limits: TextLimits): boolean {
  const lines = chapterLines(chapters);
  return limits.every(({ maximum, unit }) => measure(lines, unit) <= maximum * MOST_SHARE);
}

function shortened(chapter: Chapter): Chapter {
  return { ...chapter, title: trimAtWord(chapter.title, SHORT_TITLE_CHARACTERS, 'characters') };
}

/** The words of wanted chapters that stand in none of the kept ones. */
function lost(wanted: readonly Chapter[], kept: readonly Chapter[]): string[] {
  return wanted
    .flatMap(({ title }) => {
      const plain = plainChapterTitle(title);
      const own = kept.find((chapter) => plain.startsWith(chapter.title));
      return own === undefined ? plain : cutAway(plain, own.title);
    })
    .filter((words) => words !== '');
}
