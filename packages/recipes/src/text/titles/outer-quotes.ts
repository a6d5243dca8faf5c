/** Pairs of quotation marks as languages write them (CLDR's delimiters); the same mark may open and close. */
const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['”', '”'],
  ['„', '“'],
  ['„', '”'],
  ['‘', '’'],
  ['’', '’'],
  ['‚', '‘'],
  ['«', '»'],
  ['»', '«'],
  ['»', '»'],
  ['「', '」'],
  ['『', '』'],
];

/** A mark inside the text, but for an apostrophe between letters. */
const INNER = /["“”„«»「」『』‚]|(?<!\p{L})['‘’]|['’](?!\p{L})/u;

/** A text without quotation marks around the whole; where others stand inside of it, they are speech and all stay. */
export function withoutOuterQuotes(text: string): string {
  const trimmed = text.trim();
  const isQuoted = PAIRS.some(([open, close]) => trimmed.startsWith(open) && trimmed.endsWith(close));
  if (!isQuoted || trimmed.length < 3) return text;
  const inner = trimmed.slice(1, -1);
  return INNER.test(inner) ? text : inner.trim();
}
