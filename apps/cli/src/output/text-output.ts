import { drained } from './drained.ts';
import type { Problem } from '@showrunner/stack';
import { LiveLines } from './live-lines.ts';
import type { Output, Style, Task } from './output.ts';
import { styleFor, terminalColumns, wrap } from './style.ts';
import { layOut } from './table.ts';

/** Longer lines of running text are hard to read. */
const MAX_TEXT_COLUMNS = 100;
/** How often a task that has no terminal says how far it is. */
const PLAIN_UPDATE_MS = 10_000;

export interface TextStreams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Output for people: results on stdout, progress on stderr, in place on a terminal and as plain lines elsewhere. */
export function createTextOutput({ stdin, stdout, stderr, env }: TextStreams): Output {
  // A dumb terminal, such as an editor's, cannot move its cursor.
  const isLive = stderr.isTTY && env.TERM !== 'dumb';
  const live = new LiveLines(stderr);
  const style = styleFor(stdout);
  const noteStyle = styleFor(stderr);

  const line = (text = ''): void => live.above(() => stdout.write(`${text}\n`));
  const note = (text: string): void => live.above(() => stderr.write(`${text}\n`));

  return {
    format: 'text',
    style,
    noteStyle,
    width: Math.min(terminalColumns(stdout), MAX_TEXT_COLUMNS),
    line,
    note,
    caughtUp: () => drained(stdout),
    result: () => {},
    item: () => {},
    table(heading, rows) {
      const table = layOut(heading, rows, terminalColumns(stdout));
      if (table.heading !== undefined) line(style.faint(table.heading));
      for (const row of table.lines) line(row);
    },
    task: (title) => (isLive ? liveTask(title, live, note, noteStyle) : plainTask(title, note)),
    async confirm(question) {
      if (!stdin.isTTY || !stderr.isTTY) return undefined;
      const { confirm, isCancel } = await import('@clack/prompts');
      const answer = await confirm({ message: question, output: stderr });
      return !isCancel(answer) && answer;
    },
    async confirmTyping(question, word) {
      if (!stdin.isTTY || !stderr.isTTY) return undefined;
      const { text, isCancel } = await import('@clack/prompts');
      const answer = await text({ message: `${question} Type ${word} to confirm:`, output: stderr });
      return !isCancel(answer) && answer?.trim() === word;
    },
    problem(problem) {
      for (const text of describeProblem(problem, noteStyle, terminalColumns(stderr))) note(text);
    },
  };
}

function describeProblem({ what, where, fix, lines }: Problem, style: Style, width: number): string[] {
  const labelled = (label: string, text: string): string[] =>
    wrap(text, Math.max(20, width - 8)).map(
      (row, index) => `  ${style.faint(index === 0 ? label.padEnd(6) : ' '.repeat(6))}${row}`,
    );
  return [
    ...wrap(what, Math.max(20, width - 2)).map((row, index) => `${index === 0 ? style.bad('✖') : ' '} ${row}`),
    ...(where === undefined ? [] : labelled('where', where)),
    ...(fix === undefined ? [] : labelled('fix', fix)),
    ...(lines ?? []).map((text) => `  ${style.faint('│')} ${text}`),
  ];
}

function liveTask(title: string, live: LiveLines, note: (text: string) => void, style: Style): Task {
  const owner = {};
  const end = (mark: string, detail?: string): void => {
    live.remove(owner);
    note(`${mark} ${title}${detail === undefined ? '' : ` ${style.faint(detail)}`}`);
  };
  live.set(owner, title);
  return {
    update: (detail) => live.set(owner, `${title} · ${detail}`),
    succeed: (detail) => end(style.good('✔'), detail),
    fail: (detail) => end(style.bad('✖'), detail),
  };
}

function plainTask(title: string, note: (text: string) => void): Task {
  let toldAt = Date.now();
  const end = (mark: string, detail?: string): void =>
    note(`${mark} ${title}${detail === undefined ? '' : ` ${detail}`}`);
  return {
    update(detail) {
      if (Date.now() - toldAt < PLAIN_UPDATE_MS) return;
      toldAt = Date.now();
      note(`… ${title} · ${detail}`);
    },
    succeed: (detail) => end('✔', detail),
    fail: (detail) => end('✖', detail),
  };
}
