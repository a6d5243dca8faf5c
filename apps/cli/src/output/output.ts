import type { Problem } from '@showrunner/stack';

/**
 * What a command says, to a person or to a program. Handlers know this port and no terminal: `text` prints results on
 * stdout and progress on stderr, `json` prints one value on stdout, or one on each line, and no progress.
 */
export interface Output {
  readonly format: 'text' | 'json';
  /** A line of the result for people; nothing in JSON. */
  line(text?: string): void;
  /** Resolves when the reader of the result has caught up; for results of any length. */
  caughtUp(): Promise<void>;
  /** A remark beside the result for people; nothing in JSON. */
  note(text: string): void;
  /** Rows under a heading, in columns that fit the terminal; nothing in JSON. */
  table(heading: readonly string[], rows: readonly (readonly string[])[]): void;
  /** The result for programs; nothing in text. */
  result(value: unknown): void;
  /** One of many results for programs, on a line of its own, in place of `result`; nothing in text. */
  item(value: unknown): void;
  /** Something that takes a while. Several may be under way at once. */
  task(title: string): Task;
  /** Asks for a yes or no; `undefined` when nobody is there to answer. */
  confirm(question: string): Promise<boolean | undefined>;
  /** Asks for a word that nobody types by accident; `undefined` when nobody is there to type it. */
  confirmTyping(question: string, word: string): Promise<boolean | undefined>;
  problem(problem: Problem): void;
  /** For what is a result: `line`, `table`. */
  readonly style: Style;
  /** For `note`, whose stream may be a file where that of the result is a terminal. */
  readonly noteStyle: Style;
  /** Columns for running text. */
  readonly width: number;
}

export interface Task {
  /** How far it is, in a few words; replaces what was said before. */
  update(detail: string): void;
  succeed(detail?: string): void;
  fail(detail?: string): void;
}

/** How words are set off; plain where colours are off. */
export type Style = Readonly<
  Record<'strong' | 'faint' | 'good' | 'warning' | 'bad' | 'accent', (text: string) => string>
>;
