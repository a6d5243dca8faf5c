import { stripVTControlCharacters } from 'node:util';

/**
 * Control characters but for tab and line break, halves of a surrogate pair, the joiner of an emoji that is not there,
 * what Unicode keeps for itself (U+FFFE, U+FFFF), the byte order mark, what stands for a byte that was no letter, and the other ways of ending a line.
 */
const INERT_BUT_FOR =
  /[^\P{Cc}\n\t]|\p{Cs}|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?!\p{Extended_Pictographic})|[\uFFFD\uFFFE\uFFFF\uFEFF\u2028\u2029]/gu;

/** None of these characters, none of that: nearly every text. Escape sequences begin with one of them. */
const MAY_BE_ACTIVE = /[^\P{Cc}\n\t]|\p{Cs}|[\u200D\uFFFD\uFFFE\uFFFF\uFEFF\u2028\u2029]/u;

/** With one of the spaces that stood around it. */
const HALF_BETWEEN_SPACES = /(?<= )\p{Cs} /gu;

const LINE_ENDS: ReadonlySet<string> = new Set(['\r', '\u0085', '\u2028', '\u2029']);

/**
 * A text without what only a terminal or a store would act on: escape sequences, control characters but for line
 * breaks and tabs, halves of characters. Markup stays: it is the reader's page that has to escape it.
 */
export function inertText(text: string): string {
  if (!MAY_BE_ACTIVE.test(text)) return text;
  const lines = (text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text).replace(HALF_BETWEEN_SPACES, '');
  return stripVTControlCharacters(lines).replace(INERT_BUT_FOR, (character) => (LINE_ENDS.has(character) ? '\n' : ''));
}
