/** The names in a JSON Pointer (RFC 6901), unescaped: `/a~1b/0` → `['a/b', '0']`. Undefined where it is none. */
export function namesIn(pointer: string): readonly string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined;
  return pointer.slice(1).split('/').map(unescaped);
}

/** The pointer of names and places: `['a/b', 0]` → `/a~1b/0`. */
export function pointerOf(names: readonly (string | number)[]): string {
  return names.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** What a pointer leads to; undefined where there is nothing. Only own members are led to. */
export function valueAt(document: unknown, names: readonly string[]): unknown {
  let value = document;
  for (const name of names) {
    if (!hasMember(value, name)) return undefined;
    value = memberOf(value, name);
  }
  return value;
}

/** An object or a list: what has members. */
export type Container = Record<string, unknown> | unknown[];

export function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

export function hasMember(value: unknown, name: string): value is Container {
  if (Array.isArray(value)) return indexIn(name) < value.length;
  return isContainer(value) && Object.hasOwn(value, name);
}

export function memberOf(container: Container, name: string): unknown {
  return Array.isArray(container) ? container[indexIn(name)] : container[name];
}

/** The index that a name is (RFC 6901 §4: digits without leading zeros); infinite where it is none. */
export function indexIn(name: string): number {
  return /^(?:0|[1-9]\d*)$/.test(name) ? Number(name) : Infinity;
}

function unescaped(token: string): string {
  // In this order: `~01` is `~1` and not `/` (RFC 6901 §4).
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
