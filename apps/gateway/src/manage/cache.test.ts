import {
  openAiCompletion,
  requireTool,
  startRedis,
  startScriptedUpstream,
  type ScriptedUpstream,
} from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

let upstream: ScriptedUpstream;
beforeAll(async () => {
  const embedding = { object: 'list', model: 'x', data: [{ object: 'embedding', index: 0, embedding: [1] }] };
  upstream = await startScriptedUpstream(({ path }) => ({
    json: path.endsWith('/embeddings') ? embedding : openAiCompletion(),
  }));
});
afterAll(() => upstream.close());

async function start(settings: object, env: Record<string, string> = {}): Promise<StartedGateway> {
  const gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)], litellm_settings: settings }, env);
  onTestFinished(async () => void (await gateway.stop()));
  return gateway;
}

async function send({ url }: StartedGateway, path: string, body: object) {
  const headers = { authorization: `Bearer ${MASTER_KEY}`, 'content-type': 'application/json' };
  return fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** The key under which the answer is kept; nothing where the vendor was asked. */
async function keyOf(gateway: StartedGateway, seed: number): Promise<string | null> {
  return (await gateway.post(ask('m', { seed }))).headers.get('x-litellm-cache-key');
}

async function forgets(gateway: StartedGateway): Promise<void> {
  for (const seed of [1, 2, 3]) await keyOf(gateway, seed);
  const one = await keyOf(gateway, 1);
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(await (await send(gateway, '/cache/delete', { keys: [one, 'gone'] })).json()).toEqual({ status: 'success' });
  expect([await keyOf(gateway, 1), await keyOf(gateway, 2)]).toEqual([null, expect.any(String)]);
  expect((await send(gateway, '/cache/flushall', {})).status).toBe(200);
  expect([await keyOf(gateway, 1), await keyOf(gateway, 2), await keyOf(gateway, 3)]).toEqual([null, null, null]);
}

test('answers are forgotten by their keys, or all of them', async () => {
  const gateway = await start({ cache: true });
  expect(await (await gateway.get('/cache/ping')).json()).toMatchObject({ status: 'healthy', cache_type: 'local' });
  expect((await gateway.get('/cache/redis/info')).status).toBe(503);
  await forgets(gateway);
});

describe('in Redis', requireTool('redis'), () => {
  test('nothing else of it is forgotten', async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.close());
    const gateway = await start({ cache: true, cache_params: { namespace: 'ns' } }, { REDIS_URL: redis.url });
    await gateway.post(ask('m'));
    expect((await send(gateway, '/cache/flushall', {})).status).toBe(200);
    expect(await (await gateway.get('/cache/ping')).json()).toMatchObject({ cache_type: 'redis', ping_response: true });
    const told = (await (await gateway.get('/cache/redis/info')).json()) as { num_clients: number; clients: unknown[] };
    expect(told).toMatchObject({ info: { redis_version: expect.any(String) as string } });
    expect(told.num_clients).toBe(told.clients.length);
    await redis.crash();
    await expect.poll(async () => (await gateway.get('/cache/ping')).status, { timeout: 20_000 }).toBe(503);
  });
});

test.each([
  ['/cache/delete', { keys: 'one' }, 400],
  ['/cache/delete', { keys: [1] }, 400],
  ['/cache/delete', {}, 400],
])('%s with %j is %s', async (path, body, status) => {
  const gateway = await start({ cache: true });
  expect((await send(gateway, path, body)).status).toBe(status);
});

test('without a cache there is nothing to ask', async () => {
  const gateway = await start({});
  for (const path of ['/cache/delete', '/cache/flushall']) {
    expect((await send(gateway, path, { keys: [] })).status).toBe(503);
  }
  expect(await (await gateway.get('/cache/ping')).json()).toMatchObject({ error: { type: 'cache_ping_error' } });
});

test('the kinds of call that are kept are those that are named', async () => {
  const gateway = await start({ cache: true, cache_params: { supported_call_types: ['embedding'] } });
  const before = upstream.requests.length;
  for (let round = 0; round < 2; round++) {
    await gateway.post(ask('m', { seed: 77 }));
    await send(gateway, '/v1/embeddings', { model: 'm', input: 'one' });
  }
  const paths = upstream.requests.slice(before).map(({ path }) => path.split('/').at(-1));
  expect(paths).toEqual(['completions', 'embeddings', 'completions']);
});
