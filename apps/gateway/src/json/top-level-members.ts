import { JSON_CODE, skipString } from './json-text.ts';

/** Where a member's value stands in a JSON text: from its first character to behind its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Where the member's name starts, with its quote. */
  readonly nameStart: number;
}

/** The members of an answer that the gateway reads or changes, found without parsing the rest. */
export interface TopLevelMembers {
  id?: Span;
  model?: Span;
  usage?: Span;
  choices?: Span;
  data?: Span;
  results?: Span;
  error?: Span;
  /** Of Anthropic's messages, and of the first event of their streams. */
  content?: Span;
  message?: Span;
}

const SPACE = 0x20;

/**
 * Finds the members in one pass over a JSON object, in time that grows with its length. `text` may be UTF-8 read as
 * latin1, because everything that is looked for is ASCII. Nothing where the text is no whole object.
 */
export function findTopLevelMembers(text: string, from = 0, to = text.length): TopLevelMembers | undefined {
  const open = skipSpace(text, from, to);
  if (text.charCodeAt(open) !== JSON_CODE.openBrace) return undefined;
  const at = skipSpace(text, open + 1, to);
  return text.charCodeAt(at) === JSON_CODE.closeBrace ? {} : findMembersFrom(text, at, to);
}

/** The members from the one on whose name starts at `at`. */
export function findMembersFrom(text: string, at: number, to: number): TopLevelMembers | undefined {
  const found: TopLevelMembers = {};
  while (at < to && text.charCodeAt(at) === JSON_CODE.quote) {
    const nameStart = at;
    const nameEnd = skipString(text, at, to);
    at = skipSpace(text, nameEnd, to);
    if (text.charCodeAt(at) !== JSON_CODE.colon) return undefined;
    const start = skipSpace(text, at + 1, to);
    const end = skipValue(text, start, to);
    if (end === start) return undefined;
    const name = readName(text, nameStart + 1, nameEnd - 1);
    if (name) found[name] = { start, end, nameStart };
    at = skipSpace(text, end, to);
    const separator = text.charCodeAt(at);
    if (separator === JSON_CODE.closeBrace && at < to) return found;
    if (separator !== JSON_CODE.comma) return undefined;
    at = skipSpace(text, at + 1, to);
  }
  return undefined;
}

/** Compared where it stands: cutting names out of each chunk of a stream costs more than looking at them. */
function readName(text: string, start: number, end: number): keyof TopLevelMembers | undefined {
  switch (end - start) {
    case 'id'.length:
      return text.startsWith('id', start) ? 'id' : undefined;
    case 'data'.length:
      return text.startsWith('data', start) ? 'data' : undefined;
    case 'choices'.length:
      if (text.startsWith('choices', start)) return 'choices';
      if (text.startsWith('content', start)) return 'content';
      if (text.startsWith('message', start)) return 'message';
      return text.startsWith('results', start) ? 'results' : undefined;
    case 'model'.length:
      if (text.startsWith('model', start)) return 'model';
      if (text.startsWith('usage', start)) return 'usage';
      return text.startsWith('error', start) ? 'error' : undefined;
    default:
      return undefined;
  }
}

export function skipSpace(text: string, at: number, to: number): number {
  while (at < to && text.charCodeAt(at) <= SPACE) at++;
  return at;
}

/** From the first character of a value to behind its last. */
export function skipValue(text: string, at: number, to: number): number {
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
