/** Names that reach a prototype somewhere; no member of ours is called so. */
const HOSTILE = new Set(['__proto__', 'constructor', 'prototype']);

/** The first name in a path or anywhere in a value that no member may have. */
export function hostileNameIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    if (HOSTILE.has(name)) return name;
    const inside = hostileNameIn(member);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

export function isHostile(name: string): boolean {
  return HOSTILE.has(name);
}

/** Whether names lead to something that one of the patterns allows: `/title`, `/claims/**`. */
export function isEditable(names: readonly string[], patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matches(names, pattern.slice(1).split('/')));
}

function matches(names: readonly string[], pattern: readonly string[]): boolean {
  const isDeep = pattern.at(-1) === '**';
  const fixed = isDeep ? pattern.slice(0, -1) : pattern;
  if (isDeep ? names.length < fixed.length : names.length !== fixed.length) return false;
  return fixed.every((name, at) => name === '*' || name === names[at]);
}
