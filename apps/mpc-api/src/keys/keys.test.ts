import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  emptyPostgresDatabase,
  requireTool,
  startRedis,
  startServer,
  temporaryFolder,
  waitUntil,
  type StartedServer,
} from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askAs, type Ask } from '../testing/ask-as.ts';
import { KEY, startApi, type RunningApi } from '../testing/start-api.ts';

describe('named keys', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi(undefined, { env: { LOG_LEVEL: 'trace' } });
  });
  afterAll(() => api[Symbol.asyncDispose]());

  const admin: Ask = (...asked) => askAs(api.url, KEY)(...asked);
  const make = async (input: object) => (await admin('POST', '/keys', { name: 'a key', ...input })).data;

  test('a key is made, and its secret is shown this once', async () => {
    const input = { name: ' n8n ', scopes: ['generate:*', 'generate:*', 'jobs:read'], limits: { daily_cost_usd: 5 } };
    const made = await admin('POST', '/keys', input);
    expect(made).toMatchObject({
      status: 201,
      data: {
        id: expect.stringMatching(/^key_/),
        key: expect.stringMatching(/^sk-[A-Za-z0-9]{43}$/),
        name: 'n8n',
        workspace: 'default',
        scopes: ['generate:*', 'jobs:read'],
        priority: 5,
        limits: { requests_per_minute: null, max_parallel: null, daily_cost_usd: 5 },
        created_by: 'administrator',
        rotated_at: null,
        expires_at: null,
      },
    });
    expect(made.headers.get('cache-control')).toBe('no-store');
    const { key, ...shown } = made.data;
    expect(key).toMatch(new RegExp(`${String(shown.hint)}$`));
    for (const path of ['/keys', `/keys/${shown.id}`]) {
      const text = JSON.stringify(await admin('GET', path));
      expect(text).toContain(shown.id);
      expect(text).not.toContain(key);
    }
    expect((await admin('GET', `/keys/${shown.id}`)).data).toEqual(shown);
    expect(api.server.logs).not.toEqual([]);
    expect(api.server.logs.join('')).not.toContain(key);
  });

  test.each([
    ['no name', { scopes: ['export'] }, 400, 'name'],
    ['no scopes', { name: 'x' }, 400, 'scopes'],
    ['an empty name', { name: '  ', scopes: ['export'] }, 422, 'name'],
    ['an empty list of scopes', { name: 'x', scopes: [] }, 422, 'scopes'],
    ['a scope that does not exist', { name: 'x', scopes: ['jobs:delete'] }, 422, 'scopes[0]'],
    ['another star', { name: 'x', scopes: ['jobs:*'] }, 422, 'scopes[0]'],
    ['a priority above nine', { name: 'x', scopes: ['export'], priority: 10 }, 422, 'priority'],
    ['half a priority', { name: 'x', scopes: ['export'], priority: 1.5 }, 422, 'priority'],
    [
      'a negative limit',
      { name: 'x', scopes: ['export'], limits: { daily_cost_usd: -1 } },
      422,
      'limits.daily_cost_usd',
    ],
    [
      'no request at all',
      { name: 'x', scopes: ['export'], limits: { requests_per_minute: 0 } },
      422,
      'limits.requests_per_minute',
    ],
    ['a workspace of two words', { name: 'x', scopes: ['export'], workspace: 'a b' }, 422, 'workspace'],
    ['a workspace that is a path', { name: 'x', scopes: ['export'], workspace: '../b' }, 422, 'workspace'],
    [
      'a time that has passed',
      { name: 'x', scopes: ['export'], expires_at: '2020-01-01T00:00:00Z' },
      422,
      'expires_at',
    ],
    ['a time without a zone', { name: 'x', scopes: ['export'], expires_at: '2099-01-01T00:00:00' }, 422, 'expires_at'],
    [
      'a day that does not exist',
      { name: 'x', scopes: ['export'], expires_at: '2099-02-30T00:00:00Z' },
      422,
      'expires_at',
    ],
  ])('%s is refused, and named', async (_, input, status, path) => {
    const before = await admin('GET', '/keys?limit=200');
    const answer = await admin('POST', '/keys', input);
    expect([answer.status, answer.error.details.issues[0]?.path]).toEqual([status, path]);
    expect((await admin('GET', '/keys?limit=200')).data).toHaveLength((before.data as unknown as []).length);
  });

  test('what nobody knows in a body is named', async () => {
    expect((await admin('POST', '/keys', { name: 'x', scopes: ['export'], colour: 'red' })).meta).toEqual({
      ignored: ['colour'],
    });
  });

  test('it may what its scopes hold and nothing else', async () => {
    const { key } = await make({ scopes: ['generate:script'] });
    const prompt = { prompt: 'How espresso works' };
    expect((await askAs(api.url, key)('POST', '/generate/script', prompt)).status).toBe(200);
    expect((await askAs(api.url, key)('GET', '/recipes')).status).toBe(200);
    for (const [method, path, scope] of [
      ['POST', '/generate/metadata', 'generate:metadata'],
      ['POST', '/generate/script/revise', 'generate:script.revise'],
      ['GET', '/jobs', 'jobs:read'],
      ['GET', '/keys', 'admin'],
      ['POST', '/keys', 'admin'],
      ['GET', '/metrics', 'admin'],
    ] as const) {
      const answer = await askAs(api.url, key)(method, path, method === 'POST' ? {} : undefined);
      expect(answer).toMatchObject({ status: 403, error: { code: 'FORBIDDEN', details: { scope } } });
    }
  });

  test('what a workspace has is seen by its keys alone, and by the administrator who names it', async () => {
    const scopes = ['generate:*', 'jobs:read', 'export'];
    const [studio, automation, other] = [
      await make({ scopes, workspace: 'Atelier-Übung.1' }),
      await make({ scopes, workspace: 'Atelier-Übung.1' }),
      await make({ scopes, workspace: '工作室' }),
    ];
    const script = await askAs(api.url, studio.key)('POST', '/generate/script', { prompt: 'Tea', cache: false });
    const job = `/jobs/${String(script.meta.job_id)}`;
    expect((await askAs(api.url, automation.key)('GET', job)).status).toBe(200);
    for (const path of [job, `/export/${String(script.meta.job_id)}/srt`]) {
      expect((await askAs(api.url, other.key)('GET', path)).status).toBe(404);
    }
    const byId = { script_id: script.data.id };
    expect((await askAs(api.url, other.key)('POST', '/generate/metadata', byId)).status).toBe(404);
    expect((await admin('GET', job)).status).toBe(404);
    expect((await admin('GET', `${job}?workspace=${encodeURIComponent('Atelier-Übung.1')}`)).status).toBe(200);
    expect((await askAs(api.url, other.key)('GET', `/jobs?workspace=${encodeURIComponent('工作室')}`)).status).toBe(
      200,
    );
    expect((await askAs(api.url, other.key)('GET', '/jobs?workspace=default')).status).toBe(403);
    expect((await admin('GET', '/jobs?workspace=a&workspace=b')).status).toBe(422);
    expect((await admin('GET', '/jobs?workspace=')).status).toBe(422);
  });

  test('an answer kept for one workspace is not given to another', async () => {
    const scopes = ['generate:*'];
    const [one, two] = [await make({ scopes, workspace: 'w1' }), await make({ scopes, workspace: 'w2' })];
    const prompt = { prompt: 'The same for both' };
    expect((await askAs(api.url, one.key)('POST', '/generate/script', prompt)).meta).toMatchObject({
      cache_hit: false,
    });
    expect((await askAs(api.url, one.key)('POST', '/generate/script', prompt)).meta).toMatchObject({ cache_hit: true });
    expect((await askAs(api.url, two.key)('POST', '/generate/script', prompt)).meta).toMatchObject({
      cache_hit: false,
    });
  });

  test('a key is changed member by member, and null takes a limit away', async () => {
    const made = await make({ scopes: ['export'], limits: { requests_per_minute: 9, max_parallel: 3 } });
    const expires_at = '2099-03-29T01:30:00+05:30';
    const changes = { name: 'renamed', priority: 0, limits: { max_parallel: null, daily_cost_usd: 0 }, expires_at };
    expect(await admin('PATCH', `/keys/${made.id}`, changes)).toMatchObject({
      status: 200,
      data: {
        name: 'renamed',
        priority: 0,
        scopes: ['export'],
        limits: { requests_per_minute: 9, max_parallel: null, daily_cost_usd: 0 },
        expires_at: '2099-03-28T20:00:00.000Z',
      },
    });
    expect((await admin('PATCH', `/keys/${made.id}`, { expires_at: null })).data.expires_at).toBeNull();
    expect((await admin('PATCH', `/keys/${made.id}`, { scopes: ['nothing'] })).status).toBe(422);
    expect((await admin('PATCH', `/keys/${made.id}`, { workspace: 'w1' })).meta).toEqual({ ignored: ['workspace'] });
  });

  test('an expired key is 401, as a removed and a rotated one is', async () => {
    const soon = await make({ scopes: ['jobs:read'], expires_at: new Date(Date.now() + 400).toISOString() });
    expect((await askAs(api.url, soon.key)('GET', '/jobs')).status).toBe(200);
    await pause(500);
    const late = await askAs(api.url, soon.key)('GET', '/jobs');
    expect(late).toMatchObject({ status: 401, error: { message: 'This API key has expired.' } });
    expect(late.headers.get('www-authenticate')).toContain('invalid_token');

    const made = await make({ scopes: ['jobs:read'] });
    const rotated = await admin('POST', `/keys/${made.id}/rotate`);
    expect(rotated).toMatchObject({ status: 200, data: { id: made.id, rotated_at: expect.any(String) } });
    expect((await askAs(api.url, made.key)('GET', '/jobs')).status).toBe(401);
    expect((await askAs(api.url, rotated.data.key)('GET', '/jobs')).status).toBe(200);

    expect((await admin('DELETE', `/keys/${made.id}`)).status).toBe(204);
    expect((await askAs(api.url, rotated.data.key)('GET', '/jobs')).status).toBe(401);
    for (const [method, path] of [
      ['GET', `/keys/${made.id}`],
      ['DELETE', `/keys/${made.id}`],
      ['POST', `/keys/${made.id}/rotate`],
      ['GET', '/keys/key_unknown'],
      ['GET', '/keys/%20'],
      ['GET', '/keys/'],
    ] as const) {
      expect((await admin(method, path)).status).toBe(404);
    }
    expect((await admin('PATCH', `/keys/${made.id}`, { name: 'x' })).status).toBe(404);
    expect((await admin('DELETE', '/keys/key_unknown?cancel_jobs=perhaps')).status).toBe(422);
  });

  test('nobody makes, widens or takes over a key that may more than their own', async () => {
    const limits = { requests_per_minute: 1_000, daily_cost_usd: 2 };
    const expires_at = '2090-01-01T00:00:00.000Z';
    const small = await make({ scopes: ['admin'], priority: 4, limits, expires_at });
    const wide = await make({ scopes: ['admin'] });
    const within = { name: 'x', scopes: ['generate:*'], priority: 4, limits, expires_at };
    const made = await askAs(api.url, small.key)('POST', '/keys', within);
    expect([made.status, made.data.created_by]).toEqual([201, small.id]);
    for (const [member, beyond] of [
      ['priority', { priority: 5 }],
      ['limits.daily_cost_usd', { limits: { ...limits, daily_cost_usd: 3 } }],
      ['limits.daily_cost_usd', { limits: { ...limits, daily_cost_usd: null } }],
      ['limits.requests_per_minute', { limits: { ...limits, requests_per_minute: 1_001 } }],
      ['expires_at', { expires_at: '2091-01-01T00:00:00Z' }],
      ['expires_at', { expires_at: null }],
    ] as const) {
      const refused = { status: 403, error: { code: 'FORBIDDEN', details: { issues: [{ path: member }] } } };
      expect(await askAs(api.url, small.key)('POST', '/keys', { ...within, ...beyond })).toMatchObject(refused);
      for (const id of [made.data.id, small.id]) {
        expect(await askAs(api.url, small.key)('PATCH', `/keys/${id}`, beyond)).toMatchObject(refused);
      }
    }
    expect((await askAs(api.url, small.key)('POST', `/keys/${wide.id}/rotate`)).status).toBe(403);
    expect((await askAs(api.url, wide.key)('GET', '/jobs')).status).toBe(200);
  });

  test('the list comes in pages that stay where they are while keys come and go', async () => {
    const workspace = 'paged';
    const made: string[] = [];
    for (let index = 0; index < 5; index++) made.unshift((await make({ scopes: ['export'], workspace })).id);
    const page = (query: string) => admin('GET', `/keys?workspace=paged${query}`);
    const first = await page('&limit=2');
    await make({ scopes: ['export'], workspace });
    await admin('DELETE', `/keys/${made[1]}`);
    const second = await page(`&limit=2&cursor=${String(first.meta.next_cursor)}`);
    const third = await page(`&limit=2&cursor=${String(second.meta.next_cursor)}`);
    const ids = [first, second, third].flatMap(({ data }) => (data as unknown as { id: string }[]).map(({ id }) => id));
    expect(ids).toEqual(made);
    expect(third.meta).toEqual({ next_cursor: null });
    for (const query of ['&cursor=', '&cursor=nonsense', '&limit=0', '&limit=201', '&limit=1&limit=2', '&limit=x'])
      expect((await page(query)).status).toBe(422);
    const other = Buffer.from(`jobs ${made[0]}`).toString('base64url');
    expect((await page(`&cursor=${other}`)).status).toBe(422);
  });

  test('requests a minute are counted, told in the head, and refused with when to come again', async () => {
    const { key, id } = await make({ scopes: ['jobs:read'], limits: { requests_per_minute: 2 } });
    const first = await askAs(api.url, key)('GET', '/jobs');
    expect(first.headers.get('ratelimit-policy')).toBe('"requests";q=2;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"requests";r=1;t=\d+$/);
    await askAs(api.url, key)('GET', '/jobs/unknown');
    const third = await askAs(api.url, key)('GET', '/jobs');
    expect(third).toMatchObject({
      status: 429,
      error: { code: 'RATE_LIMIT_EXCEEDED', details: { reason: 'requests_per_minute', limit: 2 } },
    });
    const seconds = Number(third.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(50);
    expect(third.headers.get('ratelimit')).toBe(`"requests";r=0;t=${seconds}`);
    // Neither a new secret nor a change washes off what was counted.
    const { data } = await admin('POST', `/keys/${id}/rotate`);
    expect((await askAs(api.url, data.key)('GET', '/jobs')).status).toBe(429);
    await admin('PATCH', `/keys/${id}`, { limits: { requests_per_minute: 3 } });
    expect((await askAs(api.url, data.key)('GET', '/jobs')).status).toBe(200);
    expect((await askAs(api.url, data.key)('GET', '/jobs')).status).toBe(429);
    expect((await admin('GET', '/jobs')).headers.get('ratelimit')).toBeNull();
  });

  test('generations at the same time are counted, and nothing else is', async () => {
    let gate = Promise.withResolvers<void>();
    await using slow = await startApi(async () => {
      await gate.promise;
      return { status: 400, json: {} };
    });
    const input = { name: 'x', scopes: ['generate:*', 'jobs:read'], limits: { max_parallel: 1 } };
    const { key } = (await askAs(slow.url, KEY)('POST', '/keys', input)).data;
    const generating = askAs(slow.url, key)('POST', '/generate/script', { prompt: 'tea' });
    await waitUntil(() => slow.provider.requests.length === 1, { what: 'the first question' });
    const second = await askAs(slow.url, key)('POST', '/generate/script', { prompt: 'coffee' });
    expect(second).toMatchObject({ status: 429, error: { details: { reason: 'max_parallel', limit: 1 } } });
    expect(second.headers.get('retry-after')).toBe('1');
    expect(second.headers.get('ratelimit-policy')).toBe('"parallel";q=1;qu="concurrent-requests"');
    expect((await askAs(slow.url, key)('GET', '/jobs')).status).toBe(200);
    gate.resolve();
    expect((await generating).status).toBe(502);
    const milk = async () => (await askAs(slow.url, key)('POST', '/generate/script', { prompt: 'milk' })).status;
    await waitUntil(async () => (await milk()) === 502, { what: 'the place of the first one' });

    const keyed = (prompt: string) =>
      askAs(slow.url, key)('POST', '/generate/script', { prompt }, { 'idempotency-key': prompt });
    gate = Promise.withResolvers();
    const goesOn = keyed('water');
    await waitUntil(() => slow.provider.requests.length === 3, { what: 'the question of a request with a key' });
    for (const beside of [
      await keyed('juice'),
      await askAs(slow.url, key)('POST', '/generate/script', { prompt: 'rum' }),
    ])
      expect(beside).toMatchObject({ status: 429, error: { details: { reason: 'max_parallel' } } });
    gate.resolve();
    expect((await goesOn).status).toBe(502);
    await waitUntil(async () => (await keyed('juice')).status === 502, { what: 'the place of the one that has ended' });
  });
});

test('a stream ends at the heartbeat after its key was removed, and so does the question behind it', async () => {
  await using api = await startApi(() => ({ hang: true }));
  const input = { name: 'x', scopes: ['generate:*'], limits: { max_parallel: 1 } };
  const { key, id } = (await askAs(api.url, KEY)('POST', '/keys', input)).data;
  const stream = await fetch(`${api.url}/generate/script`, {
    method: 'POST',
    headers: { 'x-api-key': key, 'content-type': 'application/json' },
    body: JSON.stringify({ prompt: 'tea', stream: true, deadline_ms: 60_000 }),
  });
  expect(stream.headers.get('ratelimit')).toBe('"parallel";r=0');
  await waitUntil(() => api.provider.requests.length === 1, { what: 'the question' });
  expect((await askAs(api.url, KEY)('DELETE', `/keys/${id}`)).status).toBe(204);
  const events = await stream.text();
  expect(events).toContain(': heartbeat');
  expect(events).toMatch(/event: failed\ndata: .*"code":"UNAUTHORIZED"/);
}, 25_000);

test('on an open server a named key is held to what it may, and everybody else is let in', async () => {
  await using api = await startApi(undefined, { env: { MPC_API_KEY: '' } });
  const { key } = (await askAs(api.url, 'whatever')('POST', '/keys', { name: 'x', scopes: ['export'] })).data;
  expect((await askAs(api.url, key)('GET', '/jobs')).status).toBe(403);
  expect((await askAs(api.url, 'whatever')('GET', '/jobs')).status).toBe(200);
});

/** Two processes on one database. */
function inTwoProcesses(envOf: () => Promise<Record<string, string>>): void {
  let api: RunningApi;
  let second: StartedServer;
  beforeAll(async () => {
    const env = await envOf();
    api = await startApi(undefined, { env });
    second = await startServer(join(import.meta.dirname, '../main.ts'), {
      args: ['--port', '0'],
      env: { MPC_API_KEY: KEY, LITELLM_BASE_URL: 'http://127.0.0.1:1', ...env },
    });
  });
  afterAll(async () => {
    await second.stop();
    await api[Symbol.asyncDispose]();
  });

  test('a change holds in the other process within two seconds', async () => {
    const made = (await askAs(api.url, KEY)('POST', '/keys', { name: 'x', scopes: ['jobs:read'] })).data;
    const there = async (key: string) => (await askAs(second.url, key)('GET', '/jobs')).status;
    expect(await there(made.key)).toBe(200);
    const until = async (key: string, status: number): Promise<number> => {
      const startedAt = performance.now();
      while ((await there(key)) !== status) await pause(20);
      return performance.now() - startedAt;
    };
    await askAs(api.url, KEY)('PATCH', `/keys/${made.id}`, { scopes: ['export'] });
    const narrowed = await until(made.key, 403);
    await askAs(api.url, KEY)('PATCH', `/keys/${made.id}`, { scopes: ['jobs:read'] });
    const widened = await until(made.key, 200);
    const { data } = await askAs(api.url, KEY)('POST', `/keys/${made.id}/rotate`);
    const rotated = await until(made.key, 401);
    expect(await there(data.key)).toBe(200);
    await askAs(api.url, KEY)('DELETE', `/keys/${made.id}`);
    const removed = await until(data.key, 401);
    expect(Math.max(narrowed, widened, rotated, removed)).toBeLessThan(2_000);
  });
}

describe('keys in SQLite', () => {
  inTwoProcesses(async () => ({ DATA_DIR: (await temporaryFolder()).path }));
});

describe('keys in Postgres', requireTool('postgres'), () => {
  inTwoProcesses(async () => ({ DATABASE_URL: await emptyPostgresDatabase() }));
});

describe('limits in Redis', requireTool('redis'), () => {
  test('are counted by two processes together', async () => {
    const redis = await startRedis();
    const folder = await temporaryFolder();
    const env = { DATA_DIR: folder.path, REDIS_URL: redis.url };
    await using api = await startApi(undefined, { env });
    await using second = await startServer(join(import.meta.dirname, '../main.ts'), {
      args: ['--port', '0'],
      env: { MPC_API_KEY: KEY, LITELLM_BASE_URL: 'http://127.0.0.1:1', ...env },
    });
    const input = { name: 'x', scopes: ['jobs:read'], limits: { requests_per_minute: 5 } };
    const { key } = (await askAs(api.url, KEY)('POST', '/keys', input)).data;
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const { status } = await askAs(index % 2 ? api.url : second.url, key)('GET', '/jobs');
        return status;
      }),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
    await redis.close();
  });
});
