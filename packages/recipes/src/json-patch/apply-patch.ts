import { hasMember, indexIn, isContainer, memberOf, namesIn, valueAt, type Container } from './pointer.ts';
import { isEqual } from './is-equal.ts';

/** One operation of a JSON Patch, read (RFC 6902 §4). */
export type PatchOperation =
  | { readonly op: 'add' | 'replace' | 'test'; readonly path: Names; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: Names }
  | { readonly op: 'move' | 'copy'; readonly path: Names; readonly from: Names };

type Names = readonly string[];

/** Why a patch cannot be applied: which of its operations, by its index, and which member of that. */
export class PatchError extends Error {
  override readonly name = 'PatchError';
  readonly index: number;
  readonly member: string;

  constructor(index: number, member: string, message: string) {
    super(message);
    this.index = index;
    this.member = member;
  }
}

/**
 * Reads a JSON Patch. Members that an operation does not know are passed over (RFC 6902 §4).
 *
 * @throws PatchError at the first operation that is none
 */
export function readPatch(patch: readonly unknown[]): readonly PatchOperation[] {
  return patch.map((entry, index) => readOperation(entry, (member, why) => new PatchError(index, member, why)));
}

type Refuse = (member: string, why: string) => PatchError;

function readOperation(entry: unknown, refuse: Refuse): PatchOperation {
  if (!isContainer(entry) || Array.isArray(entry)) throw refuse('', 'is not an operation');
  const { op } = entry;
  const path = pointerIn(entry, 'path', refuse);
  switch (op) {
    case 'add':
    case 'replace':
    case 'test':
      if (!Object.hasOwn(entry, 'value')) throw refuse('value', 'is required');
      return { op, path, value: entry.value };
    case 'remove':
      return { op, path };
    case 'move':
    case 'copy':
      return { op, path, from: pointerIn(entry, 'from', refuse) };
    default:
      throw refuse('op', 'is none of add, remove, replace, move, copy, test');
  }
}

function pointerIn(entry: Readonly<Record<string, unknown>>, member: 'path' | 'from', refuse: Refuse): Names {
  const pointer = entry[member];
  const names = typeof pointer === 'string' ? namesIn(pointer) : undefined;
  if (names === undefined) throw refuse(member, 'is not a JSON Pointer');
  return names;
}

/**
 * Applies a JSON Patch (RFC 6902) to a JSON value: all of it or nothing. The document stays as it is.
 *
 * @param first the index of the first operation, where these are a part of a patch
 * @throws PatchError at the first operation that cannot be done
 */
export function applyPatch(document: unknown, patch: readonly PatchOperation[], first = 0): unknown {
  return patch.reduce<unknown>(
    (before, operation, index) =>
      applied(before, operation, (member, why) => new PatchError(first + index, member, why)),
    structuredClone(document),
  );
}

function applied(document: unknown, operation: PatchOperation, refuse: Refuse): unknown {
  const { path } = operation;
  switch (operation.op) {
    case 'add':
      return added(document, path, structuredClone(operation.value), refuse);
    case 'remove':
      return removed(document, path, 'path', refuse);
    case 'replace':
      return replaced(document, path, structuredClone(operation.value), refuse);
    case 'move': {
      const { from } = operation;
      const isInside = from.length < path.length && from.every((name, at) => name === path[at]);
      if (isInside) throw refuse('path', 'lies inside of what is moved');
      const value = existing(document, from, 'from', refuse);
      return isSame(from, path) ? document : added(removed(document, from, 'from', refuse), path, value, refuse);
    }
    case 'copy':
      return added(document, path, structuredClone(existing(document, operation.from, 'from', refuse)), refuse);
    case 'test':
      if (!isEqual(existing(document, path, 'path', refuse), operation.value))
        throw refuse('value', 'is not what stands there');
      return document;
  }
}

function added(document: unknown, path: Names, value: unknown, refuse: Refuse): unknown {
  const name = path.at(-1);
  if (name === undefined) return value;
  const container = containerOf(document, path, 'path', refuse);
  if (Array.isArray(container)) {
    const index = name === '-' ? container.length : indexIn(name);
    if (index > container.length) throw refuse('path', `has no place ${name} to add at`);
    container.splice(index, 0, value);
  } else setMember(container, name, value);
  return document;
}

function removed(document: unknown, path: Names, member: string, refuse: Refuse): unknown {
  existing(document, path, member, refuse);
  const name = path.at(-1);
  if (name === undefined) throw refuse(member, 'is the whole, which cannot be taken away');
  const container = containerOf(document, path, member, refuse);
  if (Array.isArray(container)) container.splice(indexIn(name), 1);
  else delete container[name];
  return document;
}

function replaced(document: unknown, path: Names, value: unknown, refuse: Refuse): unknown {
  existing(document, path, 'path', refuse);
  const name = path.at(-1);
  if (name === undefined) return value;
  const container = containerOf(document, path, 'path', refuse);
  if (Array.isArray(container)) container[indexIn(name)] = value;
  else setMember(container, name, value);
  return document;
}

/** What a path leads to, which has to be there. */
function existing(document: unknown, path: Names, member: string, refuse: Refuse): unknown {
  const name = path.at(-1);
  if (name === undefined) return document;
  const container = containerOf(document, path, member, refuse);
  if (!hasMember(container, name)) throw refuse(member, 'leads to nothing');
  return memberOf(container, name);
}

function containerOf(document: unknown, path: Names, member: string, refuse: Refuse): Container {
  const container = valueAt(document, path.slice(0, -1));
  if (!isContainer(container)) throw refuse(member, 'leads to nothing');
  return container;
}

/** A member of that very name, were it `__proto__`. */
function setMember(object: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}

function isSame(one: Names, other: Names): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at]);
}
