/** Where a member's value stands in a JSON text: from its first character to behind its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Where the member's name starts, with its quote. */
  readonly nameStart: number;
}

/** The members of an answer that the gateway reads or changes, found without parsing the rest. */
export interface TopLevelMembers {
  model?: Span;
  usage?: Span;
  choices?: Span;
  error?: Span;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const SPACE = 0x20;

/**
 * Finds the members in one pass over a JSON object, in time that grows with its length. `text` may be UTF-8 read as
 * latin1, because everything that is looked for is ASCII. Nothing where the text is no whole object.
 */
export function findTopLevelMembers(text: string, from = 0, to = text.length): TopLevelMembers | undefined {
  const found: TopLevelMembers = {};
  let at = skipSpace(text, from, to);
  if (text.charCodeAt(at) !== OPEN_BRACE) return undefined;
  at = skipSpace(text, at + 1, to);
  if (text.charCodeAt(at) === CLOSE_BRACE) return found;
  while (at < to && text.charCodeAt(at) === QUOTE) {
    const nameStart = at;
    const nameEnd = skipString(text, at, to);
    at = skipSpace(text, nameEnd, to);
    if (text.charCodeAt(at) !== COLON) return undefined;
    const start = skipSpace(text, at + 1, to);
    const end = skipValue(text, start, to);
    if (end === start) return undefined;
    const name = readName(text, nameStart + 1, nameEnd - 1);
    if (name) found[name] = { start, end, nameStart };
    at = skipSpace(text, end, to);
    const separator = text.charCodeAt(at);
    if (separator === CLOSE_BRACE && at < to) return found;
    if (separator !== COMMA) return undefined;
    at = skipSpace(text, at + 1, to);
  }
  return undefined;
}

/** Compared where it stands: cutting names out of each chunk of a stream costs more than looking at them. */
function readName(text: string, start: number, end: number): keyof TopLevelMembers | undefined {
  switch (end - start) {
    case 'choices'.length:
      return text.startsWith('choices', start) ? 'choices' : undefined;
    case 'model'.length:
      if (text.startsWith('model', start)) return 'model';
      if (text.startsWith('usage', start)) return 'usage';
      return text.startsWith('error', start) ? 'error' : undefined;
    default:
      return undefined;
  }
}

function skipSpace(text: string, at: number, to: number): number {
  while (at < to && text.charCodeAt(at) <= SPACE) at++;
  return at;
}

/** From an opening quote to behind the closing one. */
function skipString(text: string, at: number, to: number): number {
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1 || quote >= to) return to;
    let backslashes = 0;
    while (text.charCodeAt(quote - 1 - backslashes) === BACKSLASH && quote - backslashes > at + 1) backslashes++;
    if (backslashes % 2 === 0) return quote + 1;
    from = quote + 1;
  }
}

function skipValue(text: string, at: number, to: number): number {
  const first = text.charCodeAt(at);
  if (first === QUOTE) return skipString(text, at, to);
  if (first === OPEN_BRACE || first === OPEN_BRACKET) return skipNested(text, at, to);
  while (at < to && !endsScalar(text.charCodeAt(at))) at++;
  return at;
}

function endsScalar(code: number): boolean {
  return code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET || code <= SPACE;
}

function skipNested(text: string, at: number, to: number): number {
  let depth = 0;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = skipString(text, at, to);
      continue;
    }
    if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
    else if ((code === CLOSE_BRACE || code === CLOSE_BRACKET) && --depth === 0) return at + 1;
    at++;
  }
  return to;
}
