import { removedPassages } from '../text/removed-passages.ts';

/** A text of a draft: where it stands, and by what it is known wherever its list moves it. */
interface Leaf {
  readonly path: string;
  readonly key: string;
  readonly text: string;
}

/**
 * The words that stood at a place of a draft and that the draft has lost, as they stood; of the whole draft where a
 * finding names no place. Things with an `id` are known by it, other things of a list by their text, so that what
 * moved up because something before it was dropped is not taken for lost.
 */
export function takenOut(path: string | undefined, before: unknown, after: unknown): string[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const known = new Set(now.map(identity));
  const came = new Set(old.map(identity));
  const replacements = new Map(now.filter((leaf) => !came.has(identity(leaf))).map((leaf) => [leaf.key, leaf.text]));
  return old
    .filter((leaf) => isUnder(leaf.path, path) && !known.has(identity(leaf)))
    .flatMap(({ key, text }) => removedPassages(text, replacements.get(key) ?? ''));
}

function identity({ key, text }: Leaf): string {
  return `${key.replaceAll(/\[\d+\]/g, '[]')} ${text}`;
}

function isUnder(leaf: string, path: string | undefined): boolean {
  return path === undefined || leaf === path || leaf.startsWith(`${path}.`) || leaf.startsWith(`${path}[`);
}

function leavesOf(value: unknown, path = '', key = ''): Leaf[] {
  if (typeof value === 'string') return [{ path, key, text: value }];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) =>
      leavesOf(item, `${path}[${index}]`, `${key}[${idOf(item) ?? index}]`),
    );
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'id' ? [] : leavesOf(member, dotted(path, name), dotted(key, name)),
  );
}

function idOf(item: unknown): string | undefined {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? item.id : undefined;
}

function dotted(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
