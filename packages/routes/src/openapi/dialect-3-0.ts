import type { Json } from './schemas.ts';

/**
 * A document of OpenAPI 3.1 in the words of 3.0.3, for tools that read no other: no `null` among types, no `const`,
 * bounds with flags (OpenAPI 3.0.3 §4.7.24; "Migrating from OpenAPI 3.0 to 3.1.0", OpenAPI Initiative, 2021-02-16). What
 * 3.0 cannot say is left out: it says less then, and nothing else.
 */
export function inOpenApi30(document: Json): Json {
  const { info, paths, components, ...rest } = document;
  const { schemas, ...named } = components as Json;
  return {
    ...rest,
    openapi: '3.0.3',
    info: withLicenseUrl(info as Json),
    paths: withOlderSchemas(paths),
    components: { ...named, schemas: mapValues(schemas as Json, olderSchema) },
  };
}

/** 3.0 knows no SPDX identifier, and its address says the same. */
function withLicenseUrl({ license, ...info }: Json): Json {
  const { name, identifier } = license as { name: string; identifier: string };
  return { ...info, license: { name, url: `https://spdx.org/licenses/${identifier}.html` } };
}

/** Everything below paths, its schemas changed; examples are values and stay. */
function withOlderSchemas(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOlderSchemas);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      if (name === 'example' || name === 'examples') return [name, one];
      return [name, name === 'schema' ? olderSchema(one) : withOlderSchemas(one)];
    }),
  );
}

/** A schema of JSON Schema 2020-12 as a schema of OpenAPI 3.0. */
export function olderSchema(schema: unknown): Json {
  if (!isObject(schema)) return schema === false ? { not: {} } : {};
  return withoutNull(withoutTypeList(withOlderWords(schema)));
}

/** Each keyword by the one that says the same in 3.0; absent where none does. */
const OLDER_WORDS: Readonly<Record<string, (value: unknown) => Json>> = {
  const: (value) => ({ enum: [value] }),
  // Importers take a single value or break (Dify, api/core/tools/utils/parser.py, read 2026-11-29).
  default: (value) => (typeof value === 'object' ? {} : { default: value }),
  examples: (value) => ({ example: (value as readonly unknown[])[0] }),
  exclusiveMinimum: (value) => ({ minimum: value, exclusiveMinimum: true }),
  exclusiveMaximum: (value) => ({ maximum: value, exclusiveMaximum: true }),
  properties: (value) => ({ properties: mapValues(value as Json, olderSchema) }),
  items: (value) => ({ items: olderSchema(value) }),
  prefixItems: (value) => ({ items: { anyOf: (value as readonly unknown[]).map(olderSchema) } }),
  additionalProperties: (value) => ({
    additionalProperties: typeof value === 'boolean' ? value : olderSchema(value),
  }),
  not: (value) => ({ not: olderSchema(value) }),
  anyOf: (value) => ({ anyOf: (value as readonly unknown[]).map(olderSchema) }),
  oneOf: (value) => ({ oneOf: (value as readonly unknown[]).map(olderSchema) }),
  allOf: (value) => ({ allOf: (value as readonly unknown[]).map(olderSchema) }),
};

/** Words that 3.0 has in the same meaning. */
const COMMON_WORDS = new Set(
  `title description type enum format pattern minimum maximum multipleOf minLength maxLength minItems maxItems
  uniqueItems minProperties maxProperties required readOnly writeOnly deprecated nullable example discriminator`.split(
    /\s+/,
  ),
);

function withOlderWords({ $ref, ...schema }: Json): Json {
  const older = Object.assign(
    {},
    ...Object.entries(schema).map(([word, value]) =>
      COMMON_WORDS.has(word) ? { [word]: value } : (OLDER_WORDS[word]?.(value) ?? {}),
    ),
  ) as Json;
  if ($ref === undefined) return older;
  // Beside a reference 3.0 reads nothing.
  return Object.keys(older).length === 0 ? { $ref } : { ...older, allOf: [{ $ref }] };
}

/** `type: ["string", "number"]` → a choice of both. */
function withoutTypeList({ type, ...schema }: Json): Json {
  if (type === undefined) return schema;
  if (!Array.isArray(type)) return { type, ...schema };
  const types: readonly unknown[] = type;
  return { ...schema, anyOf: types.map((one) => withoutNull({ type: one })) };
}

/** Null is a flag in 3.0, beside the type of what the value is otherwise (§4.7.24.1, "nullable"). */
function withoutNull(schema: Json): Json {
  const { anyOf, type, ...rest } = schema;
  if (type === 'null') return { ...rest, nullable: true };
  if (!Array.isArray(anyOf)) return withItems(schema);
  const choices = anyOf as readonly Json[];
  const others = choices.filter((choice) => !isNull(choice));
  if (others.length === choices.length) return schema;
  const [only] = others;
  if (only !== undefined && others.length === 1) return { ...orNull(only), ...rest };
  return { ...rest, anyOf: others.map(orNull) };
}

function orNull(schema: Json): Json {
  return '$ref' in schema ? { allOf: [schema], nullable: true } : { ...schema, nullable: true };
}

function isNull(schema: Json): boolean {
  return schema.nullable === true && Object.keys(schema).length === 1;
}

/** In 3.0 a list has to say what it is of. */
function withItems(schema: Json): Json {
  return schema.type === 'array' && schema.items === undefined ? { ...schema, items: {} } : schema;
}

function mapValues(object: Json, change: (value: unknown) => unknown): Json {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
