import { withoutMarks, type Material } from './material.ts';

/** What the caller wants done, in the caller's own words: may have lines, and is the task. */
export interface Task {
  readonly task: string;
}

/** The caller's own task. */
export function task(text: string | undefined): Task | undefined {
  return text === undefined ? undefined : { task: withoutMarks(text) };
}

/** A short wish of the caller, the task, or material from wherever it comes; undefined and empty are left out. */
export type LabelledLine = readonly [label: string, value: string | Task | Material | undefined];

/** A request as lines, `Audience: beginners`: a wish keeps to its line, so that it cannot pass for another one. */
export function labelledLines(lines: readonly LabelledLine[]): string {
  return lines
    .flatMap(([label, value]) => (value === undefined || value === '' ? [] : [labelled(label, value)]))
    .join('\n');
}

function labelled(label: string, value: string | Task | Material): string {
  if (typeof value === 'string') return `${label}: ${oneLine(value)}`;
  return `${label}: ${'task' in value ? value.task : value.marked}`;
}

/** A text of the caller's on one line, without marks of its own. */
function oneLine(text: string): string {
  return withoutMarks(text.replace(/\s+/gu, ' ').trim());
}
