import { inOneLine } from '../plain-text.ts';

/** What has a meaning anywhere in a line (CommonMark 0.31, section 6, and GFM's strikethrough, tables and bare addresses). */
const INLINE = /[\\`*_[\]<>&~|@]|:(?=\/\/)|(?<=www)\./gi;
/** What has one at the beginning of a line: headings, lists, quotes, rules, underlines of headings (section 4 and 5). */
const AT_START = /^(?:[#+=-]|\d{1,9}(?=[.)](?:\s|$)))/;

/** A text as one line of Markdown that reads as it stands. */
export function escapedLine(text: string): string {
  const line = inOneLine(text).replace(INLINE, String.raw`\$&`);
  return line.replace(AT_START, (mark) => (/^\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** Paragraphs as they are parted by blank lines, each in one line. */
export function escapedParagraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map(escapedLine)
    .filter((line) => line !== '');
}
