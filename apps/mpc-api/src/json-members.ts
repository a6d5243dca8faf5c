/** A JSON object of somebody else's: nothing of it is taken for what it should be. */
export type JsonMembers = Readonly<Record<string, unknown>>;

/** The object that a JSON text holds; undefined where it holds none. */
export function parseObject(text: string): JsonMembers | undefined {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export function objectOf(value: unknown): JsonMembers | undefined {
  return isObject(value) ? value : undefined;
}

/** The first element of a list, where that is an object. */
export function firstObject(value: unknown): JsonMembers | undefined {
  return Array.isArray(value) ? objectOf(value[0]) : undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function isObject(value: unknown): value is JsonMembers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
