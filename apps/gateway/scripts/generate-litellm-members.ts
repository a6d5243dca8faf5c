// Writes apps/gateway/src/litellm/members.generated.json: what bodies of LiteLLM's management routes may have, by its own
// description, each with a value that fits.
//
//   pip install 'litellm[proxy]==1.108.7'
//   LITELLM_LOCAL_MODEL_COST_MAP=True python3 -c 'import json; from litellm.proxy.proxy_server import app; print(json.dumps(app.openapi()))' > OPENAPI.json
//   node runtime/bootstrap.mjs run apps/gateway/scripts/generate-litellm-members.ts OPENAPI.json 1.108.7 2026-11-30
//
// The last argument is the day on which the release was read.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const membersFile = fileURLToPath(new URL('../src/litellm/members.generated.json', import.meta.url));

const [file, release, day] = process.argv.slice(2);
if (file === undefined || release === undefined || day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) {
  process.stderr.write('usage: generate-litellm-members.ts OPENAPI.json RELEASE YYYY-MM-DD\n');
  process.exit(2);
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
}

interface Operation {
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
}

const description = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

/** Whose routes these are: what is managed here. */
const MANAGED =
  /^\/(v2\/)?(key|team|user|customer|budget|organization|tag|model|credentials|access_group|fallback)\b|^\/v1\/access_group\b/;

/** Deeper than this the description refers to itself. */
const DEEPEST = 4;

const source = {
  generator: 'apps/gateway/scripts/generate-litellm-members.ts',
  package: `litellm ${release} (PyPI)`,
  readOn: day,
};
const routes = Object.entries(description.paths).flatMap(([path, operations]) =>
  MANAGED.test(path) ? Object.entries(operations).flatMap(([method, one]) => routeOf(method, path, one)) : [],
);
writeFileSync(membersFile, `${JSON.stringify({ source, routes: Object.fromEntries(routes) }, null, 2)}\n`);

function routeOf(method: string, path: string, { requestBody }: Operation): [string, Record<string, unknown>][] {
  const members = Object.entries(membersOf(requestBody?.content?.['application/json']?.schema ?? {}));
  if (members.length === 0) return [];
  const values = members.map(([name, schema]) => [name, valueOf(schema, name, 0)] as const);
  return [[`${method.toUpperCase()} ${path}`, Object.fromEntries(values)]];
}

function resolved(schema: Schema): Schema {
  if (schema.$ref !== undefined) {
    const steps = schema.$ref.split('/').slice(1);
    return resolved(steps.reduce((at: unknown, step) => (at as Record<string, unknown>)[step], description) as Schema);
  }
  return schema.allOf ? (Object.assign({}, ...schema.allOf.map(resolved)) as Schema) : schema;
}

function membersOf(schema: Schema): Readonly<Record<string, Schema>> {
  const { properties, anyOf } = resolved(schema);
  if (properties) return properties;
  return anyOf ? (Object.assign({}, ...anyOf.map(membersOf)) as Record<string, Schema>) : {};
}

function valueOf(schema: Schema, name: string, depth: number): unknown {
  const own = resolved(schema);
  if (own.anyOf) return valueOf(own.anyOf.find((one) => resolved(one).type !== 'null') ?? {}, name, depth);
  if (own.enum) return own.enum[0];
  if (own.const !== undefined) return own.const;
  if (/duration|period|interval/.test(name)) return '30d';
  if (/expiry|_at$|^expires$/.test(name)) return '2030-01-01T00:00:00.000Z';
  if (own.type === 'integer') return 7;
  if (own.type === 'number') return 7.5;
  if (own.type === 'boolean') return true;
  if (own.type === 'array') return depth > DEEPEST ? [] : [valueOf(own.items ?? {}, name, depth + 1)];
  if (own.type === 'object') return objectOf(own, name, depth);
  return `a-${name}`;
}

function objectOf({ properties, additionalProperties }: Schema, name: string, depth: number): unknown {
  if (depth > DEEPEST) return {};
  if (properties) {
    return Object.fromEntries(Object.entries(properties).map(([each, one]) => [each, valueOf(one, each, depth + 1)]));
  }
  return { gpt: typeof additionalProperties === 'object' ? valueOf(additionalProperties, name, depth + 1) : 1 };
}
