const CLOCK = '\\p{Nd}{1,2}[:：]\\p{Nd}{2}(?:[:：]\\p{Nd}{2})?';
/** `0:00 Intro`, `• (01:30) – The grind`, `[00:00] 导入`. */
const TIMED_START = new RegExp(`^[\\s>*•·–—-]*[([（【]?(${CLOCK})[)\\]）】]?(?!\\p{Nd})`, 'u');
/** `Intro … 0:00` */
const TIMED_END = new RegExp(`\\p{L}.*[\\s.–—-][([（]?(${CLOCK})[)\\]）]?\\s*$`, 'u');
const ZERO = /^\p{Nd}+[:：]\p{Nd}+/u;

/**
 * The lines of a text without a list of times, which would stand beside the real chapters or promise places that a video
 * does not have: two timed lines or more, or one at 0:00; with the line that announces them.
 */
export function withoutTimes(lines: readonly string[]): string[] {
  const timed = new Set(lines.keys().filter((index) => timeOf(lines[index] ?? '') !== undefined));
  const isList = timed.size > 1 || [...timed].some((index) => isZero(timeOf(lines[index] ?? '') ?? ''));
  if (!isList) return [...lines];
  const announces = (index: number) => /[:：]\s*$/u.test(lines[index] ?? '') && timed.has(nextWritten(lines, index));
  return lines.filter((_, index) => !timed.has(index) && !announces(index));
}

function timeOf(line: string): string | undefined {
  // Most lines have none, and the patterns are slow to see that.
  if (!/\p{Nd}[:：]\p{Nd}/u.test(line)) return undefined;
  return TIMED_START.exec(line)?.[1] ?? TIMED_END.exec(line)?.[1];
}

/** In the figures of any script. */
function isZero(time: string): boolean {
  return ZERO.test(time) && [...time.matchAll(/\p{Nd}/gu)].every(([figure]) => /[0٠۰०০０]/u.test(figure));
}

function nextWritten(lines: readonly string[], index: number): number {
  return lines.findIndex((line, at) => at > index && line.trim() !== '');
}
