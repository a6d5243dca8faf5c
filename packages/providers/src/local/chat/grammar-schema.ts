import { asObject, isJsonObject, type JsonObject } from '../../kit/json.ts';

/** Beyond this a bound on length makes a grammar of thousands of states, and each token slow. */
const LONGEST_BOUND = 300;

/** A JSON Schema that no grammar can be made of; the message names the place. */
export class SchemaError extends Error {
  constructor(path: string, problem: string) {
    super(`the schema at ${path === '' ? 'its root' : path} ${problem}`);
    this.name = 'SchemaError';
  }
}

/**
 * Writes a JSON Schema (2020-12 and draft 7, as zod and other libraries emit it) in the dialect of which node-llama-cpp
 * makes grammars. Structure is kept: types, members, enumerations, alternatives, bounds on short texts and lists.
 * What a grammar cannot hold (patterns, bounds of numbers and of long texts) is left to whoever reads the answer.
 */
export function toGrammarSchema(schema: JsonObject, path = ''): JsonObject {
  const alternatives = schema.anyOf ?? schema.oneOf;
  const definitions = asObject(schema.$defs ?? schema.definitions);
  return {
    ...structure(schema, alternatives, path),
    ...(definitions && { $defs: eachMember(definitions, `${path}/$defs`) }),
  };
}

function structure(schema: JsonObject, alternatives: unknown, path: string): JsonObject {
  if (typeof schema.$ref === 'string') return { $ref: localReference(schema.$ref, path) };
  if (Array.isArray(alternatives)) {
    return {
      oneOf: alternatives.map((entry, index) =>
        toGrammarSchema(objectAt(entry, `${path}/${index}`), `${path}/${index}`),
      ),
    };
  }
  if (Array.isArray(schema.allOf)) return allOf(schema, schema.allOf, path);
  if (schema.const !== undefined) return { const: schema.const };
  if (Array.isArray(schema.enum)) return { enum: schema.enum };
  if (Array.isArray(schema.type) && schema.type.some((type) => type === 'object' || type === 'array')) {
    return { oneOf: schema.type.map((type) => structure({ ...schema, type }, undefined, path)) };
  }
  switch (schema.type ?? typeOfMembers(schema)) {
    case 'object':
      return objectSchema(schema, path);
    case 'array':
      return arraySchema(schema, path);
    case 'string':
      return stringSchema(schema);
    case undefined:
      throw new SchemaError(path, 'names no type');
    default:
      return { type: schema.type };
  }
}

function allOf(schema: JsonObject, entries: readonly unknown[], path: string): JsonObject {
  const [only, ...others] = entries;
  if (others.length > 0) throw new SchemaError(path, 'joins several schemas with allOf');
  return toGrammarSchema({ ...objectAt(only, path), description: schema.description }, path);
}

function objectSchema(schema: JsonObject, path: string): JsonObject {
  const properties = asObject(schema.properties) ?? {};
  const additional = schema.additionalProperties;
  return {
    type: 'object',
    properties: eachMember(properties, path),
    // JSON Schema allows other members unless told; a model that may invent members does.
    additionalProperties:
      isJsonObject(additional) && Object.keys(additional).length > 0
        ? toGrammarSchema(additional, `${path}/additionalProperties`)
        : additional === true || (isJsonObject(additional) && Object.keys(properties).length === 0),
    ...(Array.isArray(schema.required) && { required: schema.required }),
  };
}

function arraySchema(schema: JsonObject, path: string): JsonObject {
  return {
    type: 'array',
    ...(isJsonObject(schema.items) && { items: toGrammarSchema(schema.items, `${path}/items`) }),
    ...(Array.isArray(schema.prefixItems) && {
      prefixItems: schema.prefixItems.map((item, index) => toGrammarSchema(objectAt(item, path), `${path}/${index}`)),
    }),
    ...bounds(schema, 'minItems', 'maxItems'),
  };
}

function stringSchema(schema: JsonObject): JsonObject {
  const isDate = schema.format === 'date' || schema.format === 'time' || schema.format === 'date-time';
  return { type: 'string', ...(isDate ? { format: schema.format } : bounds(schema, 'minLength', 'maxLength')) };
}

function bounds(schema: JsonObject, minimum: string, maximum: string): JsonObject {
  const kept = [minimum, maximum].filter((name) => typeof schema[name] === 'number' && schema[name] <= LONGEST_BOUND);
  return Object.fromEntries(kept.map((name) => [name, schema[name]]));
}

function eachMember(members: JsonObject, path: string): JsonObject {
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => {
      const place = `${path}/${name}`;
      return [name, toGrammarSchema(objectAt(member, place), place)];
    }),
  );
}

function typeOfMembers(schema: JsonObject): 'object' | 'array' | undefined {
  if (schema.properties !== undefined) return 'object';
  return schema.items === undefined && schema.prefixItems === undefined ? undefined : 'array';
}

function objectAt(value: unknown, path: string): JsonObject {
  if (isJsonObject(value)) return value;
  throw new SchemaError(path, 'is no object');
}

function localReference(reference: string, path: string): string {
  const name = /^#\/(?:\$defs|definitions)\/([^/]+)$/.exec(reference)?.[1];
  if (name === undefined) throw new SchemaError(path, `refers to ${reference}; only #/$defs/… can be followed`);
  return `#/$defs/${name}`;
}
