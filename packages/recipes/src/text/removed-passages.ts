/** Words of scripts that write no spaces are compared letter by letter, with the marks on them. */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The passages of a text that an edited form of it lacks, as they stood: words with what stands between them. Marks
 * alone (an emoji, asterisks) are no passage. Nothing where only the order or the punctuation changed.
 */
export function removedPassages(before: string, after: string): string[] {
  if (before === after) return [];
  const old = tokensOf(before);
  const gone = missingIn(old, tokensOf(after));
  const passages: string[] = [];
  for (let at = 0; at < old.length; at += 1) {
    if (!gone.has(at)) continue;
    const first = at;
    while (gone.has(at + 1)) at += 1;
    passages.push(passage(before, old, first, at));
  }
  return passages;
}

function tokensOf(text: string): Token[] {
  return Array.from(text.normalize('NFC').matchAll(TOKEN), ({ 0: found, index }) => ({
    text: found,
    start: index,
    end: index + found.length,
  }));
}

/** From the first word to the last, and the bracket or mark around them that went too. */
function passage(before: string, tokens: readonly Token[], first: number, last: number): string {
  const text = before.normalize('NFC');
  const from = tokens[first - 1]?.end ?? 0;
  const to = tokens[last + 1]?.start ?? text.length;
  const opening = /[[({（【<"“«]*$/u.exec(text.slice(from, tokens[first]?.start))?.[0] ?? '';
  const closing = /^[\])}）】>"”»:：.!?…]*/u.exec(text.slice(tokens[last]?.end, to))?.[0] ?? '';
  return `${opening}${text.slice(tokens[first]?.start, tokens[last]?.end)}${closing}`;
}

/** The places of the old words that are no part of the longest sequence that both have in common. */
function missingIn(old: readonly Token[], now: readonly Token[]): Set<number> {
  let start = 0;
  while (start < old.length && start < now.length && old[start]?.text === now[start]?.text) start += 1;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old.at(-1 - end)?.text === now.at(-1 - end)?.text) end += 1;
  const middle = old.slice(start, old.length - end).map(({ text }) => text);
  const kept = commonIn(
    middle,
    now.slice(start, now.length - end).map(({ text }) => text),
  );
  return new Set([...middle.keys()].filter((at) => !kept.has(at)).map((at) => at + start));
}

/** More than this many comparisons are not worth their time: then all of the middle counts as replaced. */
const MOST_COMPARISONS = 4_000_000;

/** The places in `one` of a longest common subsequence. */
function commonIn(one: readonly string[], other: readonly string[]): Set<number> {
  const kept = new Set<number>();
  const width = other.length + 1;
  if (one.length * width > MOST_COMPARISONS || other.length === 0) return kept;
  const lengths = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const both = (lengths[(i + 1) * width + j + 1] ?? 0) + 1;
      const either = Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
      lengths[i * width + j] = one[i] === other[j] ? both : either;
    }
  }
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (one[i] === other[j]) {
      kept.add(i);
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return kept;
}
