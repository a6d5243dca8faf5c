import { errorCatalogue } from '@showrunner/errors';
import { z } from 'zod';
import type { ApiDescription, ErrorDescription } from './api-description.ts';
import { fillPath, pathNames } from './path.ts';
import type { EnvelopeAnswer, FileAnswer, Route, RouteAnswer, RouteBody, RouteTable } from './route.ts';

type Json = Record<string, unknown>;

/** An API's reference as OpenAPI 3.1, made from its routes. */
export function openApiDocument(api: ApiDescription, routes: RouteTable): Json {
  const { title, version, description, license } = api;
  const components = new Components();
  for (const { name, schema } of Object.values(api.errors.forms)) components.add(name, schemaOf(schema, 'output'));
  const paths: Record<string, Json> = {};
  for (const [operationId, route] of Object.entries(routes)) {
    const operation = { operationId, ...operationOf(route, api, components) };
    const path = fillPath(route.path, (name) => `{${name}}`);
    paths[path] = { ...paths[path], [route.method]: operation };
  }
  return {
    openapi: '3.1.1',
    info: { title, version, description, license },
    servers: [{ url: api.serverUrl }],
    security: Object.keys(api.security).map((name) => ({ [name]: [] })),
    tags: [...new Set(Object.values(routes).map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: { schemas: components.all(), securitySchemes: api.security },
  };
}

/** Schemas that have a name of their own, each written once and referred to. */
class Components {
  readonly #schemas = new Map<string, Json>();

  add(name: string, schema: Json): Json {
    this.#schemas.set(name, schema);
    return reference(name);
  }

  all(): Json {
    return Object.fromEntries(this.#schemas);
  }
}

function reference(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function operationOf(route: Route, api: ApiDescription, components: Components): Json {
  return {
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    ...(route.scope === null ? { security: [] } : { 'x-scope': route.scope }),
    parameters: parametersOf(route, api.queryOfKeys),
    ...(route.body === undefined ? {} : { requestBody: requestBodyOf(route.body, components) }),
    responses: { ...answersOf(route.answer, api, components), ...errorsOf(route, api.errors) },
  };
}

function parametersOf({ path, choices = {}, query, scope }: Route, queryOfKeys: z.ZodObject | undefined): Json[] {
  const inPath = pathNames(path).map((name) => {
    const choice = choices[name];
    const schema = { type: 'string', ...(choice === undefined ? {} : { enum: choice }) };
    return { name, in: 'path', required: true, schema };
  });
  const named = { ...propertiesOf(query), ...(scope === null ? {} : propertiesOf(queryOfKeys)) };
  const inQuery = Object.entries(named).map(([name, schema]) => ({ name, in: 'query', schema }));
  return [...inPath, ...inQuery];
}

function requestBodyOf({ name, schemas, example }: RouteBody, components: Components): Json {
  const schema = components.add(name, bodySchemaOf({ schemas }));
  return { required: true, content: { 'application/json': { schema, example } } };
}

/** A body's JSON Schema (2020-12): the members of its parts as one object. */
export function bodySchemaOf({ schemas }: Pick<RouteBody, 'schemas'>): Json {
  const parts = schemas.map((schema) => schemaOf(schema, 'input'));
  const properties: Json = Object.assign({}, ...parts.toReversed().map((part) => part.properties));
  const required = [...new Set(parts.flatMap((part) => part.required ?? []))];
  return { type: 'object', properties, ...(required.length === 0 ? {} : { required }) };
}

function answersOf(answer: RouteAnswer, api: ApiDescription, components: Components): Json {
  const done = { [statusOf(answer)]: answerOf(answer, api, components) };
  if (answer.kind !== 'envelope' || answer.accepted === undefined) return done;
  return { ...done, 202: envelopeOf({ kind: 'envelope', ...answer.accepted }, api, components) };
}

function statusOf(answer: RouteAnswer): number {
  return answer.kind === 'envelope' ? (answer.status ?? 200) : 200;
}

function answerOf(answer: RouteAnswer, api: ApiDescription, components: Components): Json {
  switch (answer.kind) {
    case 'text':
      return { description: 'OK', content: { [answer.mediaType]: { schema: { type: 'string' } } } };
    case 'json': {
      const schema = components.add(answer.name, schemaOf(answer.schema, 'output'));
      return { description: 'OK', content: { 'application/json': { schema } } };
    }
    case 'envelope':
      return envelopeOf(answer, api, components);
    case 'nothing':
      return { description: 'Done' };
    case 'file':
      return fileOf(answer, api, components);
  }
}

function envelopeOf({ name, data, meta, events }: EnvelopeAnswer, api: ApiDescription, components: Components): Json {
  const { properties, ...envelope } = schemaOf(api.envelope(z.unknown(), meta ?? z.looseObject({})), 'output');
  const schema = {
    ...envelope,
    properties: { ...properties, data: components.add(name, schemaOf(data, 'output')) },
  };
  return {
    description: 'OK',
    headers: { 'X-Request-Id': { schema: { type: 'string' } } },
    content: {
      'application/json': { schema },
      ...(events === undefined ? {} : { 'text/event-stream': { schema: { type: 'string', description: events } } }),
    },
  };
}

/** A file that is JSON itself is not told apart from the envelope, which is what JSON is asked for. */
function fileOf({ mediaTypes, ...answer }: FileAnswer, api: ApiDescription, components: Components): Json {
  const envelope = envelopeOf({ ...answer, kind: 'envelope' }, api, components);
  const asFile = Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema: { type: 'string' } }]));
  return { ...envelope, content: { ...asFile, ...(envelope.content as Json) } };
}

/** Codes that share a status are one answer. */
function errorsOf(route: Route, { forms, always, ofKeys }: ErrorDescription): Json {
  const codes = new Set([...always, ...(route.scope === null ? [] : ofKeys), ...route.errors]);
  const content = Object.fromEntries(
    Object.entries(forms).map(([mediaType, { name }]) => [mediaType, { schema: reference(name) }]),
  );
  return Object.fromEntries(
    [...Map.groupBy(codes, (code) => errorCatalogue[code].status)].map(([status, group]) => [
      status,
      { description: group.map((code) => `${code}: ${errorCatalogue[code].message}`).join(' '), content },
    ]),
  );
}

/** Each parameter's schema by its name. */
function propertiesOf(schema: z.ZodObject | undefined): Json {
  return schema
    ? Object.fromEntries(Object.entries(schema.shape).map(([name, one]) => [name, schemaOf(one as z.ZodType, 'input')]))
    : {};
}

/** What is sent (`input`) or answered (`output`) by a schema, as JSON Schema 2020-12. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' });
  return rest;
}
