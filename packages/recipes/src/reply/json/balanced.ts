/** Where a value stands in a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Balanced {
  /** The objects and lists of a text that end, in order, none inside of another. */
  readonly parts: readonly Range[];
  /** Where one begins that does not end. */
  readonly openAt: number | undefined;
}

/** Openings tried before giving up: each unbalanced one costs a scan to the end. */
const MAX_OPENINGS = 40;

/** Prose has brackets too; these begin JSON, or what is nearly JSON. */
const LOOKS_LIKE_JSON =
  /^(?:\{\s*\\*(?:["'“”{}]|[A-Za-z_$][\w$]*["']?\s*:|\/[/*]|#)|\[\s*\\*(?:["'“{[\]]|\/[/*]|-?\d))/;

/** Finds objects and lists, brackets inside of strings left alone. */
export function balancedParts(text: string): Balanced {
  const parts: Range[] = [];
  const opening = /[{[]/g;
  for (let tries = 0; tries < MAX_OPENINGS; tries += 1) {
    const start = opening.exec(text)?.index;
    if (start === undefined) break;
    const end = endOfValue(text, start);
    const looksLikeJson = LOOKS_LIKE_JSON.test(text.slice(start, start + 200));
    if (end === undefined && looksLikeJson) return { parts, openAt: start };
    if (end === undefined) continue;
    if (!looksLikeJson) continue;
    parts.push({ start, end });
    opening.lastIndex = end;
  }
  return { parts, openAt: undefined };
}

/** The index after the bracket that closes the one at `start`. */
function endOfValue(text: string, start: number): number | undefined {
  let depth = 0;
  let isInString = false;
  for (let index = start; index < text.length; index += 1) {
    const character = text[index];
    if (isInString) {
      if (character === '\\') index += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return undefined;
}
