/** As many slips as a tired person makes in one name. */
const MOST_SLIPS = 2;

/** The known name that was probably meant. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const ranked = Array.from(known, (candidate) => ({ candidate, slips: editDistance(name, candidate) }))
    .filter(({ slips }) => slips <= MOST_SLIPS)
    .toSorted((left, right) => left.slips - right.slips);
  return ranked[0]?.candidate;
}

/** Levenshtein's distance: how many letters are to be put in, taken out or changed. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of left.split('').entries()) {
    const next = [index + 1];
    for (const [column, other] of right.split('').entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
