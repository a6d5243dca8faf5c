import type { FoundText } from './find-texts.ts';

/** Lists whose texts a model reads one behind the other as one. */
const READ_AS_ONE = new Set(['content', 'parts', 'system']);

/**
 * Texts that stand side by side in one message, as positions among `once`: a word may be split between them. What stands
 * alone is in none.
 */
export function runsOfTexts(found: readonly FoundText[], once: readonly { readonly text: string }[]): number[][] {
  const places = new Map(once.map(({ text }, index) => [text, index]));
  const runs: number[][] = [];
  let before: FoundText | undefined;
  let run: number[] = [];
  for (const one of found) {
    if (!before || !isBehind(one, before)) runs.push((run = []));
    run.push(places.get(one.text) ?? 0);
    before = one;
  }
  return runs.filter(({ length }) => length > 1);
}

/** `content[3].text` behind `content[2].text`. */
function isBehind({ path }: FoundText, { path: before }: FoundText): boolean {
  const [list, position, member] = path.slice(-3);
  if (member !== 'text' || typeof list !== 'string' || !READ_AS_ONE.has(list)) return false;
  const holder = path.length - 2;
  return (
    before.length === path.length &&
    before.at(-1) === 'text' &&
    Number(before.at(-2)) + 1 === position &&
    path.slice(0, holder).every((step, index) => step === before[index])
  );
}
