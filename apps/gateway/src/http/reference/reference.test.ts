import { pathsOf } from '@showrunner/routes';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { managementRoutes } from '../../manage/serve-management.ts';
import { resourceRoutes } from '../../resources/serve-resources.ts';
import { openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';
import { endpointPaths } from '../endpoints.ts';
import { gatewayDocument } from './gateway-document.ts';
import { modelRoutes } from './model-routes.ts';
import { referencePaths } from './reference-paths.ts';

// Each starts servers of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000 });

const paths = gatewayDocument('').paths as Record<
  string,
  Record<string, { operationId: string; requestBody?: object }>
>;
const config = { model_list: [openAiModel('m', 'http://127.0.0.1:9')] };

test('the document lists every endpoint that asks a model, once, and each of the gateway’s own routes', () => {
  const shown: readonly string[] = Object.values(modelRoutes).map(({ path }) => path);
  expect(shown.filter((path) => !endpointPaths.includes(path))).toEqual([]);
  const unversioned = (path: string): string => path.replace(/^\/openai(?=\/v1)/, '').replace(/^\/v\d(?:beta)?/, '');
  const left = endpointPaths.filter((path) => !shown.some((one) => unversioned(one) === unversioned(path)));
  expect(left).toEqual([]);
  for (const { path, method } of Object.values({ ...resourceRoutes, ...managementRoutes })) {
    expect(Object.keys(paths[path.replace('{+', '{')] ?? {})).toContain(method);
  }
  const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
  expect(new Set(ids).size).toBe(ids.length);
});

test('errors and events are described as they come', () => {
  const answers = (path: string) => Object(paths[path]?.post).responses as Record<string, { content: object }>;
  expect(answers('/v1/chat/completions')).toMatchObject({
    200: { content: { 'application/json': {}, 'text/event-stream': {} } },
    413: { description: 'Payload Too Large' },
    415: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
  });
  expect(answers('/v1/messages')).toMatchObject({
    400: { content: { 'application/json': { schema: { $ref: '#/components/schemas/MessagesError' } } } },
  });
  expect(Object.keys(answers('/v1/audio/speech')['200']?.content ?? {})).toEqual(['audio/mpeg']);
});

test('what is uploaded is a form', () => {
  expect(paths['/v1/files']?.post?.requestBody).toMatchObject({ content: { 'multipart/form-data': {} } });
  expect(paths['/v1/audio/transcriptions']?.post?.requestBody).toMatchObject({
    content: { 'multipart/form-data': {} },
  });
});

describe('the reference', () => {
  let gateway: StartedGateway;
  beforeAll(async () => {
    gateway = await startGateway(config);
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  test.each([
    ['/', '/'],
    ['/redoc', '/docs'],
  ])('is what %s shows, without a key', async (path, shown) => {
    const answer = await fetch(gateway.url + path);
    expect([answer.status, new URL(answer.url).pathname]).toEqual([200, shown]);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test('names no host but this one, and forbids the browser to ask another', async () => {
    const answer = await fetch(`${gateway.url}/docs`);
    const page = await answer.text();
    expect(page).not.toMatch(/https?:|\/\/[a-z]/i);
    const sources = [...page.matchAll(/(?:src|href|data-url)="([^"]+)"/g)].map(([, source]) => source);
    expect(sources).toEqual(['/openapi.json', '/docs/reference.js']);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('serves its script and its document', async () => {
    const script = await fetch(`${gateway.url}/docs/reference.js`);
    expect(script.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect((await script.text()).length).toBeGreaterThan(1_000_000);
    const document = (await (await fetch(`${gateway.url}/openapi.json`)).json()) as { openapi: string; paths: object };
    expect(document.openapi).toMatch(/^3\.1/);
    expect(Object.keys(document.paths)).toContain('/v1/chat/completions');
  });

  test('describes what answers: no path of it is unknown', async () => {
    const unanswered: string[] = [];
    for (const [path, methods] of Object.entries(paths)) {
      for (const method of Object.keys(methods)) {
        const answer = await fetch(gateway.url + path.replaceAll(/\{\w+\}/g, 'x'), { method: method.toUpperCase() });
        await answer.arrayBuffer();
        if (answer.status === 404 || answer.status === 405) unanswered.push(`${method} ${path}`);
      }
    }
    expect(unanswered).toEqual([]);
  });
});

test('LiteLLM’s variables say where it is, and whether', () => {
  const usual = { document: '/openapi.json', page: '/docs', redoc: '/redoc', root: undefined };
  expect(referencePaths({})).toEqual(usual);
  expect(referencePaths({ DOCS_URL: '/' })).toEqual(usual);
  expect(referencePaths({ DOCS_URL: '/swagger', NO_DOCS: true, NO_REDOC: true })).toEqual({
    ...usual,
    page: '/swagger',
    redoc: undefined,
  });
  expect(referencePaths({ NO_DOCS: true })).toEqual({ ...usual, page: undefined, redoc: undefined });
  expect(referencePaths({ NO_OPENAPI: true })).toEqual({
    document: undefined,
    page: undefined,
    redoc: undefined,
    root: undefined,
  });
  expect(referencePaths({ ROOT_REDIRECT_URL: '/ui', OPENAPI_URL: '/api.json' })).toEqual({
    ...usual,
    document: '/api.json',
    root: '/ui',
  });
});

test('without a page `/` says that the gateway runs; behind a proxy the page leads below its path', async () => {
  await using bare = await startGateway(config, { NO_DOCS: 'True' });
  const answer = await fetch(bare.url);
  expect([answer.status, await answer.text()]).toEqual([200, 'Showrunner gateway: RUNNING']);
  expect((await fetch(`${bare.url}/docs`)).status).toBe(404);
  await using below = await startGateway(config, {
    SERVER_ROOT_PATH: '/llm',
    ROOT_REDIRECT_URL: '/llm/health/liveliness',
  });
  expect((await fetch(below.url, { redirect: 'manual' })).headers.get('location')).toBe('/llm/health/liveliness');
  expect(await (await fetch(`${below.url}/llm/docs`)).text()).toContain('data-url="/llm/openapi.json"');
});

test('every path of the tables is one that Fastify can serve beside the reference', () => {
  const taken = new Set(['/', '/docs', '/docs/reference.js', '/redoc', '/openapi.json']);
  const all = Object.values({ ...resourceRoutes, ...managementRoutes }).flatMap((route) => pathsOf(route));
  expect(all.filter((path) => taken.has(path))).toEqual([]);
});
