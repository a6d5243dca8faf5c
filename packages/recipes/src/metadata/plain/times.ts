import { plainDigits } from '../../language/numbers/read/fold.ts';
import { isEnded, splitSentences } from '../../text/sentences.ts';

const CLOCK = '\\p{Nd}{1,2}[:：]\\p{Nd}{2}(?:[:：]\\p{Nd}{2})?';
/** `0m00s`, `1 min 10`, `0h00`, `1分10秒`, `0분 5초`, `0.00`: as people write places in a video who write no colon. */
const WRITTEN =
  "\\p{Nd}{1,2}(?:[.h’′']|\\s?(?:m|min|мин|хв|dk|phút|분|分钟?|分鐘?|นาที)\\s?)\\p{Nd}{2}(?:\\s?(?:s|sec|sek|сек?|sn|giây|초|秒|วินาที))?|\\p{Nd}{1,2}\\s?(?:min|мин|хв|phút|분|分钟?|分鐘?|นาที)\\s?\\p{Nd}{1,2}\\s?(?:s|sec|sek|сек?|giây|초|秒|วินาที)";
/** `0:00 Intro`, `• (01:30) – The grind`, `[00:00] 导入`, `▶️ 0:00 Intro`. */
const TIMED_START = new RegExp(
  `^[\\s\\p{Po}\\p{Pd}\\p{S}\\uFE0F]*[([（【]?(${CLOCK}|${WRITTEN})[)\\]）】]?(?!\\p{Nd})`,
  'iu',
);
/** `Intro … 0:00` */
const TIMED_END = new RegExp(`\\p{L}.*[\\s.–—-][([（]?(${CLOCK})[)\\]）]?\\s*$`, 'u');
/** `0:00 Intro, 1:10 Grind, 2:20 Pour` behind other words of its line. */
const TIMED_ROW = new RegExp(`(?<!\\p{Nd})([0٠۰०০０]{1,2}[:：]\\p{Nd}{2})(?!\\p{Nd}).*?${CLOCK}.*${CLOCK}.*$`, 'u');
/** Opening hours go on so: `9:00 - 17:00 Mon`, `6:30 AM`; nobody's video has chapters that do. */
const TIME_OF_DAY = new RegExp(
  `^[^\\p{L}]*${CLOCK}\\s*(?:[-–—~～]\\s*${CLOCK}|[ap]\\.?m\\b|uhr|h\\b|[時时點点시])`,
  'iu',
);
/** A list that does not begin at 0:00 is one of places in a video where it begins in these minutes. */
const LATEST_BEGINNING = 5 * 60;

/**
 * The lines of a text without a list of times, which would stand beside the real chapters or promise places that a video
 * does not have; with the line that announces them. Opening hours and results of races are none.
 */
export function withoutTimes(lines: readonly string[]): string[] {
  const whole = lines.map(withoutRow);
  const times = new Map(
    whole.entries().flatMap(([index, line]) => {
      const time = timeOf(line);
      return time === undefined ? [] : [[index, secondsOf(time)] as const];
    }),
  );
  if (!isList(times, whole)) return whole;
  const announces = (index: number) => isHeading(whole[index] ?? '') && times.has(nextWritten(whole, index));
  return whole.filter((_, index) => !times.has(index) && !announces(index));
}

/** A line without a list of times at its end, and without the words that announce it. */
function withoutRow(line: string): string {
  const row = /\p{Nd}[:：]\p{Nd}/u.test(line) ? TIMED_ROW.exec(line) : null;
  if (row === null || row.index === 0) return line;
  return splitSentences(line.slice(0, row.index))
    .filter((sentence) => isEnded(sentence))
    .join(' ');
}

/** Ascending from 0:00, or from the first minutes; a line at 0:00 alone where it is not a sentence about that hour. */
function isList(times: ReadonlyMap<number, number>, lines: readonly string[]): boolean {
  const [first = Infinity, ...others] = times.values();
  if (first === 0 && others.length === 0) return times.keys().every((at) => !/^[^\p{L}]*\p{Ll}/u.test(lines[at] ?? ''));
  if (others.length === 0) return false;
  if (first === 0 || others.includes(0)) return true;
  const isAscending = others.every((time, at) => time > (at === 0 ? first : (others[at - 1] ?? 0)));
  return isAscending && first < LATEST_BEGINNING && times.keys().every((at) => isPlaceInVideo(lines[at] ?? ''));
}

/** Written with a colon; `1.10` without a 0.00 before it is a price, and opening hours go on. */
function isPlaceInVideo(line: string): boolean {
  return /\p{Nd}[:：]\p{Nd}/u.test(line) && !TIME_OF_DAY.test(line);
}

/** `Chapters:`, `目次`: a word or two without an end, and what a remark says of them: `Timestamps (approx.)`. */
function isHeading(written: string): boolean {
  const line = written.replace(/\s*[([（][^()[\]（）]{0,30}[)\]）][:：]?\s*$/u, '');
  return (
    /[:：]\s*$/u.test(line) ||
    (/\p{L}/u.test(line) &&
      !isEnded(line) &&
      line.trim().split(/\s+/u).length <= 2 &&
      line.trim().length <= MOST_HEADING)
  );
}

const MOST_HEADING = 24;

function timeOf(line: string): string | undefined {
  // Most lines have none, and the patterns are slow to see that.
  if (!/\p{Nd}/u.test(line)) return undefined;
  return TIMED_START.exec(line)?.[1] ?? TIMED_END.exec(line)?.[1];
}

function secondsOf(time: string): number {
  const figures = plainDigits(time).match(/\d+/g) ?? [];
  return figures.reduce((sum, figure) => sum * 60 + Number(figure), 0);
}

function nextWritten(lines: readonly string[], index: number): number {
  return lines.findIndex((line, at) => at > index && line.trim() !== '');
}
