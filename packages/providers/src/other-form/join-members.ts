import { isJsonObject, type JsonObject } from '../kit/json.ts';

/**
 * What two pieces of an answer say together: texts and lists one behind the other, objects member by member, of all else
 * what was said last. Null says nothing.
 *
 * @param fixed members that each piece repeats whole
 */
export function joinMembers(before: JsonObject, piece: JsonObject, fixed: ReadonlySet<string>): JsonObject {
  const joined = { ...before };
  for (const [name, value] of Object.entries(piece)) {
    const had = joined[name];
    if (value === null && had !== undefined) continue;
    joined[name] = fixed.has(name) ? (had ?? value) : join(had, value, fixed);
  }
  return joined;
}

function join(had: unknown, value: unknown, fixed: ReadonlySet<string>): unknown {
  if (typeof had === 'string' && typeof value === 'string') return had + value;
  if (Array.isArray(had) && Array.isArray(value)) return [...(had as unknown[]), ...(value as unknown[])];
  if (isJsonObject(had) && isJsonObject(value)) return joinMembers(had, value, fixed);
  return value;
}
