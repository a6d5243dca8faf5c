type Schema = Readonly<Record<string, unknown>>;

/** Long strings make grammars slow (measured); above this the length is left to the token cap and to the checks. */
const MAX_CONSTRAINED_LENGTH = 400;
const KEPT = new Set([
  'type',
  'properties',
  'items',
  'prefixItems',
  'minItems',
  'maxItems',
  'enum',
  'const',
  'oneOf',
  'additionalProperties',
  '$ref',
  '$defs',
  'description',
]);

/** A JSON schema as the engine's grammar compiler takes it: `anyOf` as `oneOf`, unknown keywords left out. */
export function toGrammarSchema(schema: Schema): Schema {
  const kept = Object.entries({ ...schema, ...(schema['anyOf'] !== undefined && { oneOf: schema['anyOf'] }) })
    .filter(([keyword]) => KEPT.has(keyword))
    .map(([keyword, value]) => [keyword, convert(keyword, value)]);
  return { ...Object.fromEntries(kept), ...lengths(schema) };
}

function convert(keyword: string, value: unknown): unknown {
  if (keyword === 'properties' || keyword === '$defs') return mapValues(value, toGrammarSchema);
  if ((keyword === 'oneOf' || keyword === 'prefixItems') && Array.isArray(value))
    return value.map((one) => toGrammarSchema(one as Schema));
  if ((keyword === 'items' || keyword === 'additionalProperties') && isSchema(value)) return toGrammarSchema(value);
  return value;
}

function lengths(schema: Schema): Schema {
  const { minLength, maxLength } = schema;
  return {
    ...(typeof minLength === 'number' && minLength <= MAX_CONSTRAINED_LENGTH && { minLength }),
    ...(typeof maxLength === 'number' && maxLength <= MAX_CONSTRAINED_LENGTH && { maxLength }),
  };
}

function mapValues(value: unknown, change: (schema: Schema) => Schema): unknown {
  if (!isSchema(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, isSchema(one) ? change(one) : one]));
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
