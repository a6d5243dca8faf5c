import type { Answer } from './types.ts';

/** The value of a JSON text; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isObject<Shape extends object = Readonly<Record<string, unknown>>>(value: unknown): value is Shape {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The success envelope. That its `data` is an `Output`, and its `meta` a `Meta`, is the server's promise and is not looked at. */
export function isAnswer<Output, Meta>(value: unknown): value is Answer<Output, Meta> {
  return isObject(value) && value.success === true && 'data' in value && isObject(value.meta);
}
