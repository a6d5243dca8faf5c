import { asObject, isJsonObject } from '@showrunner/providers';

/**
 * Whether OpenAI's strict mode takes a schema: each object closed, and every property required (its guide "Structured
 * outputs", "Supported schemas", 2026-11). Others are sent without, rather than with properties made required.
 */
export function isStrictSchema(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.every(isStrictSchema);
  if (!isJsonObject(schema)) return true;
  return isClosed(schema) && Object.values(schema).every(isStrictSchema);
}

function isClosed(schema: Readonly<Record<string, unknown>>): boolean {
  const properties = asObject(schema.properties);
  if (!properties && schema.type !== 'object') return true;
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  return schema.additionalProperties === false && Object.keys(properties ?? {}).every((name) => required.has(name));
}
