import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { routes, referenceRoutes } from '@showrunner/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mpcApiEnvironment } from '../environment.ts';
import { KEY, startApi, type RunningApi } from '../testing/start-api.ts';

const INTERNAL_PORT = 20_000 + (process.pid % 20_000);

const lines = [
  ...Object.values({ ...routes, ...referenceRoutes }).map(
    ({ method, path }) => [method.toUpperCase(), path.replaceAll(/\{\w+\}/g, 'any')] as const,
  ),
  ['OPTIONS', '/generate/script'] as const,
  ['HEAD', '/jobs'] as const,
  ['PUT', '/jobs'] as const,
  ['GET', '/nowhere'] as const,
];

/** What a browser sends by itself for a page that is not the server's, on the server with that port. */
const foreign: [string, (port: string) => Record<string, string>][] = [
  ['another site', () => ({ origin: 'https://evil.example' })],
  ['a page without an origin', () => ({ origin: 'null' })],
  ['a page of another port', () => ({ origin: 'http://127.0.0.1:1' })],
  ['a page of no port', () => ({ origin: 'http://127.0.0.1' })],
  ['another name of this machine', (port) => ({ origin: `http://localhost:${port}` })],
  ['a form on another site', () => ({ 'sec-fetch-site': 'cross-site' })],
  ['a page of a sister site', () => ({ 'sec-fetch-site': 'same-site' })],
  ['a name that was made to point here', (port) => ({ host: `evil.example:${port}` })],
  ['an address that others reach', (port) => ({ host: `0.0.0.0:${port}` })],
  ['an extension', () => ({ origin: 'chrome-extension://abcdefgh' })],
];

describe('without a key', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi(undefined, { env: { MPC_API_KEY: '', INTERNAL_PORT: String(INTERNAL_PORT) } });
  });
  afterAll(() => api[Symbol.asyncDispose]());

  test.each(foreign)('%s is refused on every route, and spends nothing', async (_, headersOf) => {
    const headers = headersOf(new URL(api.url).port);
    for (const [method, path] of lines) {
      const answer = await send(api.url + path, method, headers);
      expect([method, path, answer.status]).toEqual([method, path, 403]);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json']) {
      const body = '{"prompt":"x"}';
      const answer = await send(`${api.url}/generate/script`, 'POST', { ...headers, 'content-type': type }, body);
      expect(answer).toMatchObject({ status: 403, body: expect.stringContaining('"code":"FORBIDDEN"') });
    }
    expect(api.provider.requests).toEqual([]);
  });

  test.each(foreign)('%s reads nothing of the internal listener', async (_, headersOf) => {
    const url = `http://127.0.0.1:${INTERNAL_PORT}`;
    for (const path of ['/metrics', '/health', '/health/live', '/nowhere']) {
      expect((await send(url + path, 'GET', headersOf(String(INTERNAL_PORT)))).status).toBe(403);
    }
    expect((await send(`${url}/metrics`, 'GET', {})).status).toBe(200);
  });

  test('the machine’s own programs and the server’s own page go on as before', async () => {
    const prompt = '{"prompt":"How espresso works"}';
    const plain = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await send(`${api.url}/generate/script`, 'POST', plain, prompt)).status).toBe(200);
    const own = { origin: api.url, 'sec-fetch-site': 'same-origin' };
    expect((await send(`${api.url}/jobs`, 'GET', own)).status).toBe(200);
    expect((await send(`${api.url}/docs`, 'GET', { 'sec-fetch-site': 'none' })).status).toBe(200);
    const { port } = new URL(api.url);
    const byName = { host: `localhost:${port}`, origin: `http://localhost:${port}` };
    expect((await send(`${api.url}/metrics`, 'GET', byName)).status).toBe(200);
  });
});

describe('with a key', () => {
  const STUDIO = 'https://studio.example';
  const withKey = { authorization: `Bearer ${KEY}` };
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi(undefined, { env: { CORS_ORIGINS: `${STUDIO}, http://localhost:5173` } });
  });
  afterAll(() => api[Symbol.asyncDispose]());

  test('the page of a named origin is let in by preflight, and reads what it needs', async () => {
    const preflight = { origin: STUDIO, 'access-control-request-method': 'POST' };
    const answer = await send(`${api.url}/generate/script`, 'OPTIONS', preflight);
    expect(answer).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': STUDIO,
        'access-control-allow-headers': expect.stringMatching(/Authorization.*Idempotency-Key.*Last-Event-ID/),
        'access-control-allow-methods': expect.stringContaining('PATCH'),
        vary: 'Origin',
      },
    });
    const listed = await send(`${api.url}/jobs`, 'GET', { ...withKey, origin: STUDIO });
    expect(listed).toMatchObject({
      status: 200,
      headers: {
        'access-control-allow-origin': STUDIO,
        'access-control-expose-headers': expect.stringMatching(/Location.*RateLimit.*Retry-After/),
      },
    });
    expect(listed.headers['access-control-allow-credentials']).toBeUndefined();
    const refused = await send(`${api.url}/jobs`, 'GET', { origin: STUDIO });
    expect(refused).toMatchObject({ status: 401, headers: { 'access-control-allow-origin': STUDIO } });
  });

  test.each(['https://evil.example', 'https://studio.example.evil.example', 'http://studio.example', 'null'])(
    'a browser shows %s nothing',
    async (origin) => {
      const preflight = { origin, 'access-control-request-method': 'POST' };
      const { headers } = await send(`${api.url}/generate/script`, 'OPTIONS', preflight);
      expect(headers).toMatchObject({ vary: 'Origin' });
      expect(headers['access-control-allow-origin']).toBeUndefined();
      const listed = await send(`${api.url}/jobs`, 'GET', { ...withKey, origin });
      expect([listed.status, listed.headers['access-control-allow-origin']]).toEqual([200, undefined]);
    },
  );
});

test.each(['studio.example', 'https://studio.example/', 'https://studio.example/page', 'ftp://a.example'])(
  'a server is not started with the origin %s, which no browser writes',
  (origin) => {
    expect(() => mpcApiEnvironment.read({ CORS_ORIGINS: origin })).toThrow(/CORS_ORIGINS/);
  },
);

/** What `fetch` may not: a `Host`, an `Origin` and a `Sec-Fetch-Site` of one's own. */
function send(url: string, method: string, headers: Record<string, string>, body = '') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (answer) => {
      text(answer).then(
        (read) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: read }),
        reject,
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
