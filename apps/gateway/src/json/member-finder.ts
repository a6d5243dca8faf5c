import { JSON_CODE, skipString } from './json-text.ts';

/** Where a member's value stands in a JSON text: from its first character to behind its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Where the member's name starts, with its quote. */
  readonly nameStart: number;
}

/** Where members stand, by their names. */
export type FoundMembers<Name extends string> = Partial<Record<Name, Span>>;

const SPACE = 0x20;

/**
 * Finds members of a JSON object by their names, in one pass over its text and without parsing the rest, in time that
 * grows with its length. The text may be UTF-8 read as latin1, because everything that is looked for is ASCII. Names with
 * escapes are not found.
 */
export class MemberFinder<Name extends string> {
  /** Compared where it stands: cutting names out of each chunk of a stream costs more than looking at them. */
  readonly #byLength: (readonly Name[] | undefined)[] = [];

  constructor(names: readonly Name[]) {
    for (const name of names) this.#byLength[name.length] = [...(this.#byLength[name.length] ?? []), name];
  }

  /** The members of the object that stands from `from` to `to`; nothing where the text is no whole object. */
  find(text: string, from = 0, to = text.length): FoundMembers<Name> | undefined {
    const open = skipSpace(text, from, to);
    if (text.charCodeAt(open) !== JSON_CODE.openBrace) return undefined;
    const at = skipSpace(text, open + 1, to);
    return text.charCodeAt(at) === JSON_CODE.closeBrace ? {} : this.findFrom(text, at, to);
  }

  /** The members from the one on whose name starts at `at`. */
  findFrom(text: string, at: number, to: number): FoundMembers<Name> | undefined {
    const found: FoundMembers<Name> = {};
    while (at < to && text.charCodeAt(at) === JSON_CODE.quote) {
      const nameStart = at;
      const nameEnd = skipString(text, at, to);
      at = skipSpace(text, nameEnd, to);
      if (text.charCodeAt(at) !== JSON_CODE.colon) return undefined;
      const start = skipSpace(text, at + 1, to);
      const end = skipValue(text, start, to);
      if (end === start) return undefined;
      const name = this.#nameAt(text, nameStart + 1, nameEnd - 1);
      if (name !== undefined) found[name] = { start, end, nameStart };
      at = skipSpace(text, end, to);
      const separator = text.charCodeAt(at);
      if (separator === JSON_CODE.closeBrace && at < to) return found;
      if (separator !== JSON_CODE.comma) return undefined;
      at = skipSpace(text, at + 1, to);
    }
    return undefined;
  }

  #nameAt(text: string, start: number, end: number): Name | undefined {
    const names = this.#byLength[end - start];
    if (names === undefined) return undefined;
    for (const name of names) if (text.startsWith(name, start)) return name;
    return undefined;
  }
}

function skipSpace(text: string, at: number, to: number): number {
  while (at < to && text.charCodeAt(at) <= SPACE) at++;
  return at;
}

/** From the first character of a value to behind its last. */
function skipValue(text: string, at: number, to: number): number {
  const first = text.charCodeAt(at);
  if (first === JSON_CODE.quote) return skipString(text, at, to);
  if (first === JSON_CODE.openBrace || first === JSON_CODE.openBracket) return skipNested(text, at, to);
  while (at < to && !endsScalar(text.charCodeAt(at))) at++;
  return at;
}

function endsScalar(code: number): boolean {
  return code === JSON_CODE.comma || code === JSON_CODE.closeBrace || code === JSON_CODE.closeBracket || code <= SPACE;
}

function skipNested(text: string, at: number, to: number): number {
  let depth = 0;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code === JSON_CODE.quote) {
      at = skipString(text, at, to);
      continue;
    }
    if (code === JSON_CODE.openBrace || code === JSON_CODE.openBracket) depth++;
    else if ((code === JSON_CODE.closeBrace || code === JSON_CODE.closeBracket) && --depth === 0) return at + 1;
    at++;
  }
  return to;
}
