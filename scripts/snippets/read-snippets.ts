/** One fenced block of a Markdown document. */
export interface Snippet {
  /** Path of the document from the repository's root. */
  readonly document: string;
  /** Line of the opening fence, counted from 1. */
  readonly line: number;
  /** The word behind the fence; empty where there is none. */
  readonly language: string;
  readonly text: string;
  /** Why it is not run: `<!-- not run: needs Docker -->` on a line above. */
  readonly notRun?: string;
  /** Why its command ends with an error, as it should: `<!-- fails: no key -->` on a line above. */
  readonly fails?: string;
  /** Whether it shows what the commands of the snippet before it answer: at most one line of text lies between. */
  readonly isAnswer: boolean;
}

const SHELLS = new Set(['bash', 'sh']);
const FENCE = /^(?<indent> *)(?<ticks>`{3,})(?<language>[\w-]*) *$/;
const NOTE = /^ *<!-- (?<kind>not run|fails): (?<reason>.+) -->$/;
/** A blank line, one line of text, a blank line. */
const FARTHEST_ANSWER = 3;

/** Reads the fenced blocks of a Markdown text, in order. */
export function readSnippets(document: string, markdown: string): Snippet[] {
  const lines = markdown.split('\n');
  const snippets: Snippet[] = [];
  let previousEnd = -Infinity;
  for (let index = 0; index < lines.length; index++) {
    const { indent = '', ticks = '', language = '' } = FENCE.exec(lines[index] ?? '')?.groups ?? {};
    if (ticks === '') continue;
    const end = lines.findIndex((line, at) => at > index && line.trim() === ticks);
    if (end === -1) throw new Error(`${document}:${index + 1}: the fence is never closed`);
    const before = snippets.at(-1);
    snippets.push({
      document,
      line: index + 1,
      language,
      text: lines
        .slice(index + 1, end)
        .map((line) => line.slice(indent.length))
        .join('\n'),
      ...noteAbove(lines, index),
      isAnswer:
        language === 'json' &&
        before?.notRun === undefined &&
        SHELLS.has(before?.language ?? '') &&
        index - previousEnd - 1 <= FARTHEST_ANSWER,
    });
    previousEnd = end;
    index = end;
  }
  return snippets;
}

/** The comment above a fence, with or without a blank line between. */
function noteAbove(lines: readonly string[], fence: number): Pick<Snippet, 'notRun' | 'fails'> {
  const above = lines[fence - 1]?.trim() === '' ? lines[fence - 2] : lines[fence - 1];
  const { kind, reason } = NOTE.exec(above ?? '')?.groups ?? {};
  if (reason === undefined) return {};
  return kind === 'fails' ? { fails: reason } : { notRun: reason };
}
