import { errorCatalogue, type ErrorCode } from '@showrunner/errors';
import { z } from 'zod';
import { errorEnvelope, problemDetails, successEnvelope } from './envelopes.ts';
import { routes, type Route, type RouteAnswer, type RouteBody } from './routes.ts';

type Json = Record<string, unknown>;

export interface OpenApiOptions {
  readonly version: string;
  /** Where the API is reached; a relative address when absent. */
  readonly serverUrl?: string;
}

/** What any request with a body or a key may be answered with. */
const COMMON_ERRORS: readonly ErrorCode[] = [
  'BAD_REQUEST',
  'RATE_LIMIT_EXCEEDED',
  'INTERNAL_ERROR',
  'SERVICE_UNAVAILABLE',
];
const KEY_ERRORS: readonly ErrorCode[] = ['UNAUTHORIZED', 'FORBIDDEN'];

/** The API reference as OpenAPI 3.1, made from the routes. */
export function openApiDocument({ version, serverUrl = '/' }: OpenApiOptions): Json {
  const components = new Map<string, Json>([
    ['Error', schemaOf(errorEnvelope, 'output')],
    ['Problem', schemaOf(problemDetails, 'output')],
  ]);
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route, components) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Showrunner content API',
      version,
      description:
        'Scripts that fit their slot, thumbnail prompts and metadata that platforms accept, checked by code.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: serverUrl }],
    security: [{ bearer: [] }, { apiKey: [] }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries(components),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
      },
    },
  };
}

function operationOf(route: Route, components: Map<string, Json>): Json {
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    ...(route.scope === null ? { security: [] } : { 'x-scope': route.scope }),
    parameters: parametersOf(route),
    ...(route.body === undefined ? {} : { requestBody: requestBodyOf(route.body, components) }),
    responses: { 200: answerOf(route.answer, components), ...errorsOf(route) },
  };
}

function parametersOf({ path, query }: Route): Json[] {
  const inPath = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));
  return [...inPath, ...inQuery];
}

function requestBodyOf({ name, schemas, example }: RouteBody, components: Map<string, Json>): Json {
  const parts = schemas.map((schema) => schemaOf(schema, 'input'));
  const properties = Object.assign({}, ...parts.toReversed().map((part) => part['properties'])) as Json;
  const required = parts.flatMap((part) => (part['required'] as string[] | undefined) ?? []);
  components.set(name, { type: 'object', properties, ...(required.length === 0 ? {} : { required }) });
  return { required: true, content: { 'application/json': { schema: reference(name), example } } };
}

function answerOf(answer: RouteAnswer, components: Map<string, Json>): Json {
  switch (answer.kind) {
    case 'text':
      return { description: 'OK', content: { [answer.mediaType]: { schema: { type: 'string' } } } };
    case 'json':
      components.set(answer.name, schemaOf(answer.schema, 'output'));
      return { description: 'OK', content: { 'application/json': { schema: reference(answer.name) } } };
    case 'envelope': {
      components.set(answer.name, schemaOf(answer.data, 'output'));
      const { properties, ...envelope } = schemaOf(successEnvelope(z.unknown(), answer.meta), 'output');
      const schema = { ...envelope, properties: { ...(properties as Json), data: reference(answer.name) } };
      return {
        description: 'OK',
        headers: { 'X-Request-Id': { schema: { type: 'string' } } },
        content: {
          'application/json': { schema },
          ...(answer.streams ? { 'text/event-stream': { schema: { type: 'string', description: EVENTS } } } : {}),
        },
      };
    }
  }
}

const EVENTS =
  'Events `start`, `progress`, `scene`, `check`, then `result` (the success envelope) or `error` (the error envelope).';

/** Codes that share a status are one answer. */
function errorsOf(route: Route): Json {
  const codes = new Set([...COMMON_ERRORS, ...(route.scope === null ? [] : KEY_ERRORS), ...route.errors]);
  const byStatus = Map.groupBy(codes, (code) => errorCatalogue[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      status,
      {
        description: group.map((code) => `${code}: ${errorCatalogue[code].message}`).join(' '),
        content: {
          'application/json': { schema: reference('Error') },
          'application/problem+json': { schema: reference('Problem') },
        },
      },
    ]),
  );
}

function reference(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' });
  return rest;
}
