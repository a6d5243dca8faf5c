/** Runs of `%C3%A0`, and `%20` between two letters. */
const RUN = /(?:%[\da-f]{2})+/gi;

/** A text of which letters came encoded as in an address: `Tr%C3%A0 xanh`. Addresses stay, and "100%20 mm" does. */
export function withoutPercents(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(RUN, (run, at: number) => (isInAddress(text, at) ? run : (lettersOf(run, text, at) ?? run)));
}

function lettersOf(run: string, text: string, at: number): string | undefined {
  if (!/\p{L}|%|^$/u.test(text[at - 1] ?? '')) return undefined;
  try {
    const decoded = decodeURIComponent(run);
    // Of ASCII a space alone is encoded by chance; what else is so may be meant.
    return /[^\p{ASCII}]/u.test(decoded) || decoded.trim() === '' ? decoded : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the word around a place is an address or a path. */
function isInAddress(text: string, at: number): boolean {
  const start = text.slice(0, at).search(/\S+$/);
  const word = text.slice(start < 0 ? at : start).split(/\s/, 1)[0] ?? '';
  return /[/?=&]|^www\./i.test(word);
}
