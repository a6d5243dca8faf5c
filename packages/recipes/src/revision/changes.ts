import { isEqual } from '../json-patch/is-equal.ts';
import { isContainer, pointerOf } from '../json-patch/pointer.ts';

/**
 * JSON Pointers of what differs between two values: into the later one, and into the earlier one for what was taken
 * away. Members of lists that have an `id` are the same wherever they stand; a list whose members changed their order
 * is named itself.
 */
export function changesBetween(before: unknown, after: unknown): readonly string[] {
  return [...new Set(differences(before, after, []))];
}

type Place = readonly (string | number)[];

function differences(before: unknown, after: unknown, place: Place): string[] {
  if (isEqual(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return inLists(before, after, place);
  if (isContainer(before) && isContainer(after) && !Array.isArray(before) && !Array.isArray(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => differences(before[name], after[name], [...place, name]));
  }
  return [pointerOf(place)];
}

function inLists(before: readonly unknown[], after: readonly unknown[], place: Place): string[] {
  const isIdentified = [...before, ...after].every((member) => idOf(member) !== undefined);
  return isIdentified ? inIdentified(before, after, place) : inPlain(before, after, place);
}

function inIdentified(before: readonly unknown[], after: readonly unknown[], place: Place): string[] {
  const [old, fresh] = [before.map(idOf), after.map(idOf)];
  const kept = fresh.filter((id) => old.includes(id));
  const isMoved = !isEqual(
    kept,
    old.filter((id) => fresh.includes(id)),
  );
  return [
    ...(isMoved ? [pointerOf(place)] : []),
    ...before.flatMap((_, at) => (fresh.includes(old[at]) ? [] : [pointerOf([...place, at])])),
    ...after.flatMap((member, at) => {
      const earlier = old.indexOf(fresh[at]);
      return earlier === -1 ? [pointerOf([...place, at])] : differences(before[earlier], member, [...place, at]);
    }),
  ];
}

/** What both begin and end with is the same; of what lies between, the places when it is as long, or new, or gone. */
function inPlain(before: readonly unknown[], after: readonly unknown[], place: Place): string[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isEqual(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && isEqual(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  const [gone, come] = [before.length - head - tail, after.length - head - tail];
  if (gone === come)
    return before
      .slice(head, head + gone)
      .flatMap((member, at) => differences(member, after[head + at], [...place, head + at]));
  if (gone > 0 && come > 0) return [pointerOf(place)];
  return Array.from({ length: gone + come }, (_, at) => pointerOf([...place, head + at]));
}

function idOf(member: unknown): string | undefined {
  const id = isContainer(member) && !Array.isArray(member) ? member.id : undefined;
  return typeof id === 'string' ? id : undefined;
}
