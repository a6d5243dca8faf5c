/** A parsed JSON object whose members are not known yet. */
export type JsonObject = Record<string, unknown>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value where it is a string, else nothing. Vendors' answers are read with these: forgivingly, never trusted. */
export function asString(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function asObject(value: unknown): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined;
}

/** The objects of a list; an empty list where it is none. */
export function asObjects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** A count of tokens: whole and not negative, else 0. */
export function asCount(value: unknown): number {
  return countIn(value) ?? 0;
}

const DIGITS = /^\d{1,15}(\.\d+)?$/;

/** The same, nothing where it is none. Servers of OpenAI's wire are seen to write counts as texts, and with a fraction. */
export function countIn(value: unknown): number | undefined {
  const count = typeof value === 'string' && DIGITS.test(value) ? Number(value) : value;
  if (typeof count !== 'number' || !(count >= 0) || count > Number.MAX_SAFE_INTEGER) return undefined;
  return Number.isInteger(count) ? count : Math.round(count);
}

/** The value that a JSON text stands for, or nothing where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
