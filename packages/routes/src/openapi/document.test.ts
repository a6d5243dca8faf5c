import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { ApiDescription } from './api-description.ts';
import { openApiDocument } from './document.ts';
import type { RouteTable } from '../route.ts';

const tea = z.object({ kind: z.string() });

const teaRoutes = {
  getTea: {
    method: 'get',
    path: '/teas/{kind}',
    tag: 'Tea',
    summary: 'Read about a tea',
    scope: 'tea:read',
    query: z.object({ cups: z.coerce.number().default(1) }),
    answer: { kind: 'envelope', name: 'Tea', data: tea, events: 'Steam.' },
    errors: ['NOT_FOUND'],
  },
  pourTea: {
    method: 'post',
    path: '/teas/{kind}',
    tag: 'Tea',
    summary: 'Pour it',
    scope: 'tea:pour',
    body: {
      name: 'Pouring',
      schemas: [
        z.object({ cups: z.number().describe('At the table.') }),
        z.object({ cups: z.string(), milk: z.boolean().optional() }),
      ],
      example: { cups: 2 },
    },
    answer: { kind: 'envelope', name: 'Tea', data: tea, meta: z.object({ degrees: z.number() }) },
    once: true,
    errors: ['INTERNAL_ERROR', 'GENERATION_FAILED'],
  },
  getPots: {
    method: 'get',
    path: '/pots/{+shelf}',
    aliases: ['/v1/pots/{+shelf}'],
    tag: 'Pots',
    summary: 'Count the pots',
    scope: null,
    answer: { kind: 'json', name: 'Pots', schema: z.object({ pots: z.int() }) },
    errors: [],
  },
  getLeaflet: {
    method: 'get',
    path: '/leaflets/{language}',
    tag: 'Tea',
    summary: 'Take a leaflet',
    scope: null,
    choices: { language: ['en', 'ja'] },
    answer: {
      kind: 'file',
      name: 'Leaflet',
      data: tea,
      meta: z.object({}),
      mediaTypes: ['text/plain; charset=utf-8', 'text/csv', 'application/json; charset=utf-8'],
    },
    errors: [],
  },
} as const satisfies RouteTable;

const teaHouse: ApiDescription = {
  title: 'Tea house',
  version: '1.2.3',
  description: 'Tea.',
  license: { name: 'MIT', identifier: 'MIT' },
  serverUrl: '/',
  tags: { Tea: 'What is brewed.' },
  security: { bearer: { type: 'http', scheme: 'bearer' } },
  envelope: (data, meta) => z.object({ data, meta, poured: z.literal(true) }),
  errors: {
    forms: { 'application/json': { name: 'Error', schema: z.object({ error: z.string() }) } },
    always: ['BAD_REQUEST'],
    ofKeys: ['UNAUTHORIZED'],
    ofBodies: ['too_large'],
  },
};

const document = openApiDocument(teaHouse, teaRoutes);

test('a document made of routes is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate({ ...document });
  expect(result.errors).toBeUndefined();
  expect(result.valid).toBe(true);
});

test('routes of one path stand together, each under its method, id, tag and scope', () => {
  expect(document).toMatchObject({
    tags: [{ name: 'Tea', description: 'What is brewed.' }, { name: 'Pots' }],
    paths: {
      '/teas/{kind}': {
        get: { operationId: 'getTea', tags: ['Tea'], 'x-scope': 'tea:read' },
        post: { operationId: 'pourTea', 'x-scope': 'tea:pour' },
      },
      '/pots/{shelf}': { get: { operationId: 'getPots', security: [] } },
    },
  });
});

test('a route may have errors in a form of its own, JSON that comes as events too, and an API other words for statuses', () => {
  const written = openApiDocument(
    { ...teaHouse, errors: { ...teaHouse.errors, words: (status) => `status ${status}` } },
    {
      steep: {
        method: 'get',
        path: '/steep',
        tag: 'Tea',
        summary: 'Steep',
        scope: null,
        answer: { kind: 'json', name: 'Steeped', schema: z.object({ minutes: z.number() }), events: 'Each minute.' },
        errors: [],
        errorForm: { name: 'Spilt', schema: z.object({ spilt: z.literal(true) }) },
      },
    },
  );
  const responses = ['paths', '/steep', 'get', 'responses'];
  expect(written).toHaveProperty([...responses, '400'], {
    description: 'status 400',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Spilt' } } },
  });
  expect(written).toHaveProperty(['components', 'schemas', 'Spilt', 'required'], ['spilt']);
  expect(written).toHaveProperty(
    [...responses, '200', 'content', 'text/event-stream', 'schema', 'description'],
    'Each minute.',
  );
});

test('what a path and a query take are parameters', () => {
  expect(document).toHaveProperty(
    ['paths', '/teas/{kind}', 'get', 'parameters'],
    [
      { name: 'kind', in: 'path', required: true, schema: { type: 'string' } },
      { name: 'cups', in: 'query', schema: { type: 'number', default: 1 } },
    ],
  );
});

test('a body is what all its schemas take, the first one’s members before those of the others', () => {
  expect(document).toHaveProperty(['components', 'schemas', 'Pouring'], {
    type: 'object',
    properties: { cups: { type: 'number', description: 'At the table.' }, milk: { type: 'boolean' } },
    required: ['cups'],
  });
});

test('the envelope is the API’s own, around data that has a name, and events are a form of it', () => {
  const content = (method: string) => ['paths', '/teas/{kind}', method, 'responses', '200', 'content'];
  expect(document).toHaveProperty([...content('get'), 'application/json', 'schema', 'properties'], {
    data: { $ref: '#/components/schemas/Tea' },
    meta: { type: 'object', properties: {}, additionalProperties: {} },
    poured: { type: 'boolean', const: true },
  });
  expect(document).toHaveProperty([...content('get'), 'text/event-stream', 'schema', 'description'], 'Steam.');
  expect(document).not.toHaveProperty([...content('post'), 'text/event-stream']);
});

test('errors are those of every request, of keys, and of the route, one answer for each status', () => {
  const { paths } = document as {
    paths: Record<string, Record<string, { responses: Record<string, { description: string }> }>>;
  };
  expect(Object.keys(paths['/teas/{kind}']?.get?.responses ?? {})).toEqual(['200', '400', '401', '404']);
  expect(Object.keys(paths['/pots/{shelf}']?.get?.responses ?? {})).toEqual(['200', '400']);
  expect(paths['/teas/{kind}']?.post?.responses['500']?.description).toMatch(/INTERNAL_ERROR: .*GENERATION_FAILED: /);
});

test('a file has its media types beside the envelope, and a path member what it may be', () => {
  const { paths } = openApiDocument(teaHouse, teaRoutes) as { paths: Record<string, { get: unknown }> };
  expect(paths['/leaflets/{language}']?.get).toMatchObject({
    parameters: [{ name: 'language', in: 'path', required: true, schema: { type: 'string', enum: ['en', 'ja'] } }],
    responses: {
      200: {
        content: {
          'text/plain': { schema: { type: 'string' } },
          'text/csv': { schema: { type: 'string' } },
          // A leaflet may be JSON itself, in whatever letters.
          'application/json': {
            schema: { anyOf: [{ properties: { data: { $ref: '#/components/schemas/Leaflet' } } }, { type: 'object' }] },
          },
        },
      },
    },
  });
});

test('of events no type is said, for readers differ in whether one means each of them or all', () => {
  const read = ['paths', '/teas/{kind}', 'get', 'responses', '200', 'content', 'text/event-stream', 'schema'];
  expect(document).toHaveProperty(read, { description: 'Steam.' });
});

test('a route that is carried out once takes a key, and says how it refuses one', () => {
  expect(document).toMatchObject({
    paths: {
      '/teas/{kind}': {
        post: {
          parameters: expect.arrayContaining([expect.objectContaining({ name: 'Idempotency-Key', in: 'header' })]),
          responses: { 409: {}, 422: {} },
        },
        get: { responses: expect.not.objectContaining({ 409: expect.anything() }) },
      },
    },
  });
});
