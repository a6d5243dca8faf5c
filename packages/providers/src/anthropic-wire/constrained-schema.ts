import { asObject, isJsonObject, type JsonObject } from '../kit/json.ts';

/** Keywords that Anthropic's output format refuses (docs, "Structured outputs", JSON Schema limitations, 2026-11). */
const refusedKeywords = new Set([
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'not',
]);

const knownFormats = new Set([
  'date-time',
  'time',
  'date',
  'duration',
  'email',
  'hostname',
  'uri',
  'ipv4',
  'ipv6',
  'uuid',
]);

const schemaLists = new Set(['anyOf', 'allOf', 'oneOf', 'prefixItems']);
const schemaMaps = new Set(['properties', '$defs', 'definitions']);

/**
 * The schema as Anthropic can hold an answer to it. What it cannot hold becomes words in the description, which the
 * model still reads; the caller checks its own schema anyway.
 */
export function constrainedSchema(schema: JsonObject): JsonObject {
  const constrained: JsonObject = {};
  const hints: string[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    if (isRefused(keyword, value)) hints.push(`${keyword}: ${JSON.stringify(value)}`);
    // A decoder that follows one branch cannot tell oneOf from anyOf.
    else constrained[keyword === 'oneOf' ? 'anyOf' : keyword] = constrainedValue(keyword, value);
  }
  if (describesObject(schema)) constrained.additionalProperties = false;
  if (hints.length > 0) constrained.description = [schema.description, hints.join('; ')].filter(Boolean).join('\n');
  return constrained;
}

/** False for maps with free keys: the format wants every property named, so such a schema needs the tool. */
export function isConstrainable(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.every(isConstrainable);
  if (!isJsonObject(schema)) return true;
  if (isJsonObject(schema.additionalProperties) || schema.patternProperties !== undefined) return false;
  if (describesObject(schema) && !asObject(schema.properties)) return false;
  return Object.values(schema).every(isConstrainable);
}

function constrainedValue(keyword: string, value: unknown): unknown {
  if (schemaLists.has(keyword) && Array.isArray(value)) return value.map(constrainedNode);
  if (keyword === 'items') return Array.isArray(value) ? value.map(constrainedNode) : constrainedNode(value);
  if (schemaMaps.has(keyword) && isJsonObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, node]) => [name, constrainedNode(node)]));
  }
  return value;
}

function constrainedNode(node: unknown): unknown {
  return isJsonObject(node) ? constrainedSchema(node) : node;
}

function isRefused(keyword: string, value: unknown): boolean {
  if (keyword === 'minItems') return value !== 0 && value !== 1;
  if (keyword === 'format') return typeof value !== 'string' || !knownFormats.has(value);
  return refusedKeywords.has(keyword);
}

function describesObject(schema: JsonObject): boolean {
  return schema.type === 'object' || (Array.isArray(schema.type) && schema.type.includes('object'));
}
