/** How texts that stand side by side may be read as one. */
const JOINTS = ['', '\n'];

/** Texts of a run as one, in each way in which a model may read them. */
export function joinedOf(run: readonly number[], texts: readonly string[]): string[] {
  const parts = run.map((index) => texts[index] ?? '');
  return JOINTS.map((joint) => parts.join(joint));
}

/** The texts, in which what is split between those of a run is masked as well: in the first that has a part of it. */
export function maskedRuns(
  texts: readonly string[],
  runs: readonly (readonly number[])[],
  masks: (text: string) => string,
): readonly string[] {
  if (runs.length === 0) return texts;
  const masked = [...texts];
  for (const run of runs) {
    for (const joint of JOINTS) {
      const parts = run.map((index) => masked[index] ?? '');
      const joined = parts.join(joint);
      const other = masks(joined);
      if (other === joined) continue;
      for (const [place, part] of replacedIn(parts, joint, other).entries()) masked[run[place] ?? 0] = part;
    }
  }
  return masked;
}

/** The parts of a text, of which a stretch became another; what replaces it stands in the first part that it touches. */
function replacedIn(parts: readonly string[], joint: string, other: string): string[] {
  const joined = parts.join(joint);
  const from = sameCharacters(joined, other, Math.min(joined.length, other.length), (text, at) => text[at]);
  const most = Math.min(joined.length, other.length) - from;
  const behind = sameCharacters(joined, other, most, (text, at) => text[text.length - 1 - at]);
  const to = joined.length - behind;
  let begin = 0;
  let replacement = other.slice(from, other.length - behind);
  return parts.map((part) => {
    const [first, end] = [begin, begin + part.length];
    begin = end + joint.length;
    if (end <= from || first >= to) return part;
    const text = part.slice(0, Math.max(0, from - first)) + replacement + part.slice(to - first);
    replacement = '';
    return text;
  });
}

function sameCharacters(
  one: string,
  other: string,
  most: number,
  characterAt: (text: string, at: number) => string | undefined,
): number {
  let count = 0;
  while (count < most && characterAt(one, count) === characterAt(other, count)) count++;
  return count;
}
