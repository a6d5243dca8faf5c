import { trimAtWord } from '../text/length/trim.ts';

export interface Chapter {
  readonly start_seconds: number;
  readonly title: string;
}

/** YouTube: first at 0:00, three or more, ascending, ten seconds or more each (support.vevo.com 6945557784347). */
export const CHAPTER_RULES = { least: 3, shortestSeconds: 10, titleCharacters: 49 } as const;

/** What breaks the rules, in words; empty when all is well. `duration` in seconds where it is known. */
export function chapterFaults(chapters: readonly Chapter[], duration: number | undefined): string[] {
  const faults: string[] = [];
  if (chapters.length < CHAPTER_RULES.least)
    faults.push(`${chapters.length} chapters, ${CHAPTER_RULES.least} are needed`);
  if (chapters[0] !== undefined && chapters[0].start_seconds !== 0) faults.push('the first does not start at 0:00');
  for (const [index, { start_seconds: start, title }] of chapters.entries()) {
    const end = chapters[index + 1]?.start_seconds ?? duration;
    if (end !== undefined && end <= start) faults.push(`"${title}" does not end after it starts`);
    else if (end !== undefined && end - start < CHAPTER_RULES.shortestSeconds) {
      faults.push(`"${title}" is shorter than ${CHAPTER_RULES.shortestSeconds} s`);
    }
  }
  return faults;
}

const TIME = /\p{Nd}{1,2}(?:[:：]\p{Nd}{2}){1,2}/u;
const TIMES = new RegExp(TIME, 'gu');
const LEADING_TIME = new RegExp(`^\\s*[([]?${TIME.source}[)\\]]?\\s*[-–—:|]?\\s*`, 'u');

/**
 * A title of one line without a time of its own, which a platform would read as a second chapter: "6:30 AM" → "6.30 AM",
 * and one at its beginning, where the chapter's own time comes to stand, goes.
 */
export function plainChapterTitle(title: string): string {
  const line = title.replace(/\s+/gu, ' ').trim();
  const isLabelled = /^\s*[([]?(?:0{1,2}|٠{1,2}|०{1,2}|０{1,2})[:：]\p{Nd}{2}/u.test(line);
  const rest = isLabelled ? line.replace(LEADING_TIME, '') : line;
  return (rest === '' ? line : rest).replace(TIMES, (time) => time.replaceAll(/[:：]/gu, '.'));
}

/** Chapters that keep the rules, from starts that may not: short ones join the one before; empty when too few are left. */
export function fixChapters(chapters: readonly Chapter[], duration: number | undefined): Chapter[] {
  const kept: Chapter[] = [];
  const inOrder = chapters.toSorted((one, other) => one.start_seconds - other.start_seconds);
  for (const { start_seconds: start, title: written } of inOrder) {
    const title = trimAtWord(plainChapterTitle(written), CHAPTER_RULES.titleCharacters, 'characters');
    if (!/[\p{L}\p{N}]/u.test(title)) continue;
    const last = kept.at(-1);
    const whole = kept.length === 0 ? 0 : Math.round(start);
    if (last !== undefined && whole - last.start_seconds < CHAPTER_RULES.shortestSeconds) continue;
    if (duration !== undefined && kept.length > 0 && duration - whole < CHAPTER_RULES.shortestSeconds) continue;
    kept.push({ start_seconds: whole, title });
  }
  return chapterFaults(kept, duration).length === 0 ? kept : [];
}

/** As YouTube reads them in a description, each on a line of its own: `1:05 The grind`. */
export function chapterLines(chapters: readonly Chapter[]): string {
  const isLong = (chapters.at(-1)?.start_seconds ?? 0) >= 3600;
  return chapters.map(({ start_seconds: start, title }) => `${clock(start, isLong)} ${title}`).join('\n');
}

function clock(seconds: number, withHours: boolean): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (!withHours) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
