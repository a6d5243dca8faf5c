import { marksIn, type Mark } from './marks.ts';
import { afterUnmarkedThoughts } from './unmarked-thoughts.ts';

/**
 * What a reply says to its reader: without what reasoning models tell themselves before it, closed or (cut by a limit)
 * never closed, and without the marks of channels and turns. Empty where there is nothing else. What stands in
 * `protectedRanges` has no marks.
 */
export function answerPart(text: string, protectedRanges: readonly (readonly [number, number])[] = []): string {
  const marks = marksIn(text, protectedRanges);
  const marked = marks.length === 0 ? text : readMarks(text, marks);
  return afterUnmarkedThoughts(marked).trim();
}

function readMarks(text: string, marks: readonly Mark[]): string {
  let answer = '';
  let isThinking = false;
  let isAnswering = false;
  let from = 0;
  for (const [index, { kind, start, end }] of marks.entries()) {
    const piece = isThinking ? '' : text.slice(from, start);
    const rest = text.slice(end);
    if (kind === 'thoughts' && !isOpening(text, start, marks.slice(index + 1))) continue;
    from = end;
    // Some chat templates put the opening mark into the prompt, so that only the closing one arrives.
    const isOpenedBefore = kind === 'thoughtsEnd' && !isThinking && rest.trim() !== '';
    answer = kind === 'answer' || isOpenedBefore ? '' : answer + piece;
    isThinking = kind === 'thoughts';
    const isEnd = (kind === 'answerEnd' && isAnswering) || kind === 'turnEnd';
    if (isEnd && answer.trim() !== '') return answer;
    isAnswering ||= kind === 'answer';
  }
  return isThinking ? answer : answer + text.slice(from);
}

/** Thoughts begin a text or a line, or are closed again. */
function isOpening(text: string, start: number, later: readonly Mark[]): boolean {
  return /(?:^|\n)\s*$/.test(text.slice(0, start)) || later.some(({ kind }) => kind !== 'thoughts');
}

/** Whether a reply that still grows has said nothing but thoughts. */
export function isStillThinking(text: string): boolean {
  return answerPart(text) === '';
}

/** Where what a growing reply says to its reader begins: behind its last mark. */
export function lastMarkEnd(text: string): number {
  return marksIn(text, []).at(-1)?.end ?? 0;
}
