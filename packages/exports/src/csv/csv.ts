import { defineFormat, type ExportOptions } from '../format.ts';
import type { Scene } from '../source.ts';

const COLUMNS = [
  'scene',
  'start',
  'end',
  'role',
  'narration',
  'on_screen_text',
  'visual',
  'query_en',
  'description',
] as const;

/** A shot list for spreadsheets, by RFC 4180: a row for each scene, several pictures on lines of their own in the cell. */
export const csv = defineFormat({
  id: 'csv',
  title: 'Shot list',
  mediaType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  options: ['bom', 'separator'],
  render({ scenes }, { bom = true, separator = 'comma' }) {
    const rows = [COLUMNS, ...scenes.map((scene, index) => cellsOf(scene, index, separator))];
    const between = MARKS[separator].cells;
    const text = rows.map((cells) => `${cells.map(quoted).join(between)}\r\n`).join('');
    return { text, findings: [], hasByteOrderMark: bom };
  },
});

/** Where cells are parted by semicolons a comma is what a number is written with: there `4.2` would be read as a date. */
const MARKS: Readonly<Record<NonNullable<ExportOptions['separator']>, { cells: string; decimal: string }>> = {
  comma: { cells: ',', decimal: '.' },
  semicolon: { cells: ';', decimal: ',' },
};

function cellsOf(scene: Scene, index: number, separator: keyof typeof MARKS): string[] {
  const seconds = (milliseconds: number) => String(milliseconds / 1000).replace('.', MARKS[separator].decimal);
  return [
    String(index + 1),
    seconds(scene.start),
    seconds(scene.end),
    ...[
      scene.role,
      scene.narration,
      scene.onScreenText,
      scene.visual,
      scene.pictures.map(({ query }) => query).join('\n'),
      scene.pictures.map(({ description }) => description).join('\n'),
    ].map(defused),
  ];
}

/**
 * What a spreadsheet would take for a formula, its full-width forms with it (OWASP, "CSV Injection"). An apostrophe
 * before it makes it a text.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

function defused(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Cells with a mark that some reader divides at stand in quotation marks, whichever separates here. */
function quoted(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
