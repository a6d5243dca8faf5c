import type { z } from 'zod';
import { plainValue } from '../plain/plain-value.ts';
import { draftsLast } from './candidates.ts';
import { isJsonText, jsonInText, shaped } from './shape.ts';

/** A value inside of more wrappers than this is not looked for. */
const MOST_WRAPPERS = 3;

/** A list of more is no list of versions, of which the last is meant. */
const MOST_VERSIONS = 4;

/** What came of holding a value against a schema: the value as it fits, or what is wrong with it as it stands. */
export type Fit =
  | { readonly fits: true; readonly data: unknown }
  | { readonly fits: false; readonly error: z.ZodError };

/** How a value is held against a schema. */
interface Manner {
  /** Texts are known to be plain; else they are made so, but for JSON in a text. */
  readonly isPlain: boolean;
  /** Whether it may be brought into the schema's shape first (`shaped`). */
  readonly isForgiving: boolean;
}

/**
 * Holds a value against a schema, and where it does not fit what it is wrapped in: `{"script": {…}}`, `[{…}]`, JSON
 * as a text, a call with its `arguments`.
 */
export function fit(value: unknown, schema: z.ZodType, manner: Manner, wrappers = 0): Fit {
  const plain = manner.isPlain ? value : plainValue(value);
  const parsed = schema.safeParse(manner.isForgiving ? shaped(plain, schema) : plain);
  if (parsed.success) return { fits: true, data: parsed.data };
  if (wrappers < MOST_WRAPPERS) {
    for (const inner of wrappedIn(value, membersOf(schema))) {
      const found = fit(inner, schema, manner, wrappers + 1);
      if (found.fits) return found;
    }
  }
  return { fits: false, error: parsed.error };
}

/** What may be the value itself. An object that has one of the wanted members is no wrapper. */
function wrappedIn(value: unknown, wanted: ReadonlySet<string>): unknown[] {
  if (typeof value === 'string') return [...jsonInText(value)];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.length <= MOST_VERSIONS ? value.toReversed() : [];
  if (Object.keys(value).some((name) => wanted.has(name))) return [];
  return draftsLast(value).filter((member) => typeof member === 'object' || isJsonText(member));
}

function membersOf(schema: z.ZodType): ReadonlySet<string> {
  const shape = (schema as { readonly shape?: Readonly<Record<string, unknown>> }).shape;
  return new Set(Object.keys(shape ?? {}));
}
