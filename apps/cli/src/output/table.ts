import { columnsOf } from './style.ts';

const GAP = 2;

/**
 * Sets rows in columns. Where they do not fit into `width`, each row becomes a block of `heading: value` lines, which
 * a narrow terminal can show.
 */
export function layOut(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): { readonly heading: string | undefined; readonly lines: readonly string[] } {
  const widths = heading.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(columnsOf)),
  );
  const total = widths.reduce((sum, columns) => sum + columns + GAP, -GAP);
  if (total <= width) {
    const line = (cells: readonly string[]): string =>
      cells
        .map((cell, column) => pad(cell, widths[column] ?? 0))
        .join('')
        .trimEnd();
    return { heading: line(heading), lines: rows.map(line) };
  }
  const labelWidth = Math.max(...heading.map(columnsOf));
  const blocks = rows.map((row) =>
    heading.map((title, column) => `${pad(title, labelWidth)}${row[column] ?? ''}`.trimEnd()),
  );
  return { heading: undefined, lines: blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block])) };
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(width - columnsOf(text) + GAP);
}
