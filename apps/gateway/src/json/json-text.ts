/** Characters that JSON is made of (RFC 8259, 2 and 7), for text that is looked through and not parsed. */
export const JSON_CODE = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  firstOfNull: 0x6e,
  openBrace: 0x7b,
  closeBrace: 0x7d,
} as const;

/**
 * From an opening quote at `at` to behind the closing one, or to `to` where none comes before it. Offsets are in
 * characters. Text between quotes is searched and not walked.
 */
export function skipString(text: string, at: number, to: number): number {
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1 || quote >= to) return to;
    let backslashes = 0;
    while (text.charCodeAt(quote - 1 - backslashes) === JSON_CODE.backslash && quote - backslashes > at + 1)
      backslashes++;
    if (backslashes % 2 === 0) return quote + 1;
    from = quote + 1;
  }
}
