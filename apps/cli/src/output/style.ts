import { styleText } from 'node:util';
import truncate from 'fast-string-truncated-width';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Style } from './output.ts';

type Format = Parameters<typeof styleText>[0];

/** Colours for a stream that shows them; `styleText` heeds NO_COLOR, FORCE_COLOR and whether it is a terminal. */
export function styleFor(stream: NodeJS.WriteStream): Style {
  const set =
    (format: Format) =>
    (text: string): string =>
      styleText(format, text, { stream });
  return {
    strong: set('bold'),
    faint: set('dim'),
    good: set('green'),
    warning: set('yellow'),
    bad: set('red'),
    accent: set('cyan'),
  };
}

/** Where nothing tells the width of the terminal. */
const DEFAULT_COLUMNS = 80;

/** How wide a stream's terminal is; one of a program (`script`, a CI runner) may say 0, which is no width. */
export function terminalColumns({ columns }: NodeJS.WriteStream): number {
  return columns || DEFAULT_COLUMNS;
}

/** How many columns a text takes, colours aside. */
export function columnsOf(text: string): number {
  return stringWidth(text);
}

/** Breaks a text at spaces so that no line is wider than `width`; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  return wrapAnsi(text, width).split('\n');
}

/** Cuts a line that would not fit, and shows that it was cut. */
export function clip(text: string, width: number): string {
  const { truncated, index } = truncate(text, { limit: width, ellipsis: '…' });
  return truncated ? `${text.slice(0, index)}…` : text;
}
