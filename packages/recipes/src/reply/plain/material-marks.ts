import { CLOSING, OPENING } from '../../prompts/material.ts';

/** Of exactly three brackets: longer runs are those of merge conflicts and the like. */
const MARKS = new RegExp(`(?<!<)${OPENING}(?!<)|(?<!>)${CLOSING}(?!>)`, 'gu');

/**
 * A text without the marks that questions have around what others wrote, as models copy them: at its beginning or end,
 * or around a piece of it. One that stands alone in the middle is the text's own: `cat <<< "$name"`, "type it behind
 * >>>".
 */
export function withoutMaterialMarks(text: string): string {
  const marks = Array.from(text.matchAll(MARKS), ([mark]) => mark);
  if (marks.length === 0) return text;
  const pieces = text.split(MARKS).map((piece) => piece.trim());
  const isAround = marks.includes(CLOSING, marks.indexOf(OPENING)) && marks.includes(OPENING);
  const isCopied = isAround || pieces[0] === '' || pieces.at(-1) === '';
  return isCopied ? pieces.filter((piece) => piece !== '').join(' ') : text;
}

/** How many marks a text has, its own included. */
export function countMaterialMarks(text: string): number {
  return text.match(MARKS)?.length ?? 0;
}
