/**
 * The entries of a numbered or dashed list as small models write it: `1. …`, `- …`, or one a line. Remarks before the
 * list are dropped when the list itself is numbered.
 */
export function listEntries(text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const numbered = lines.filter((line) => MARK.test(line));
  return (numbered.length > 1 ? numbered : lines)
    .map((line) => line.replace(MARK, '').trim())
    .filter((line) => line !== '');
}

const MARK = /^(?:(?:step|scene|part|title|beat)?\s*\d{1,2}\s*[.):-]|[-*•–])\s*/i;
