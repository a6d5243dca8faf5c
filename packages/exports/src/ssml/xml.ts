/** What XML 1.0 may hold (section 2.2). */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A text as XML's character data or attribute value. */
export function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A text without what XML cannot hold, and how much that was. */
export function withoutForeign(text: string): { readonly text: string; readonly removed: number } {
  let removed = 0;
  const kept = text.replace(NOT_XML, () => {
    removed += 1;
    return '';
  });
  return { text: kept, removed };
}
