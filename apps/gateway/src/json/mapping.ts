/** A mapping as YAML and JSON give it. */
export type Mapping = Record<string, unknown>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object that a JSON text stands for; nothing where it is none. */
export function parseMapping(text: string): Mapping | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isMapping(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The object that a value is, or stands for: forms and some clients send one as text. */
export function mappingIn(value: unknown): Mapping | undefined {
  if (typeof value === 'string') return parseMapping(value);
  return isMapping(value) ? value : undefined;
}

/** What kind of value this is, in the words of somebody who writes YAML. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'true or false';
  return typeof value === 'object' ? 'a mapping' : `a ${typeof value}`;
}
