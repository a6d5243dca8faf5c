import type { Span } from './member-finder.ts';

const COMMA = 0x2c;
const SPACE = 0x20;

/** A text with a member's value replaced. */
export function replaceValue(text: string, { start, end }: Span, value: string): string {
  return text.slice(0, start) + value + text.slice(end);
}

/** Widens a member's span to one that can be cut out: with the comma before it, or behind it if it stands first. */
export function cutSpan(text: string, { nameStart, end }: Span): { start: number; end: number } {
  let before = nameStart - 1;
  while (text.charCodeAt(before) <= SPACE) before--;
  if (text.charCodeAt(before) === COMMA) return { start: before, end };
  let behind = end;
  while (text.charCodeAt(behind) <= SPACE) behind++;
  return { start: nameStart, end: text.charCodeAt(behind) === COMMA ? behind + 1 : end };
}

const BEYOND_ASCII = /[\u0080-\uffff]/g;
/** Visible ASCII without quotes and backslashes stands in JSON as it is; nearly all names of models are such. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** A text, or an object, as JSON in ASCII, so that it can stand in UTF-8 that is handled as latin1. */
export function asAsciiJson(value: string | object): string {
  if (typeof value === 'string' && PLAIN.test(value)) return `"${value}"`;
  return JSON.stringify(value).replace(
    BEYOND_ASCII,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
