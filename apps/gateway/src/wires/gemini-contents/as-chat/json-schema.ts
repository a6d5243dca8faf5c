import { isJsonObject, type JsonObject } from '@showrunner/providers';

/** Figures, which Google writes as text because they may have 64 bits. */
const COUNTS = new Set(['minItems', 'maxItems', 'minLength', 'maxLength', 'minProperties', 'maxProperties']);

/** What holds schemas by names of the schema's own. */
const NAMED = new Set(['properties', 'defs', '$defs']);

/** What is data, and no schema. */
const DATA = new Set(['enum', 'example', 'default', 'required']);

/**
 * Google's `Schema`, a part of OpenAPI's with types in capitals, as JSON Schema (ai.google.dev/api/caching#Schema,
 * 2026-11).
 */
export function jsonSchemaOf(schema: JsonObject): JsonObject {
  const made: JsonObject = {};
  for (const [name, value] of Object.entries(schema)) {
    // The order of properties is Google's alone; examples say nothing that a schema holds to.
    if (name === 'propertyOrdering' || name === 'property_ordering' || name === 'nullable') continue;
    made[name] = memberOf(name, value);
  }
  // Google's "enum" is a format of texts.
  if (made.format === 'enum') delete made.format;
  if (schema.nullable === true && typeof made.type === 'string') made.type = [made.type, 'null'];
  return made;
}

function memberOf(name: string, value: unknown): unknown {
  if (name === 'type' && typeof value === 'string') return value.toLowerCase();
  if (COUNTS.has(name) && typeof value === 'string') return Number(value);
  if (DATA.has(name)) return value;
  if (NAMED.has(name) && isJsonObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, nested(one)]));
  }
  return Array.isArray(value) ? value.map(nested) : nested(value);
}

function nested(value: unknown): unknown {
  return isJsonObject(value) ? jsonSchemaOf(value) : value;
}
