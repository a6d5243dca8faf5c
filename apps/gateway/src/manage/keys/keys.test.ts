import { openAiCompletion, startScriptedUpstream, temporaryFolder } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manager } from '../../testing/manage.ts';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
let gateway: StartedGateway;

beforeAll(async () => {
  upstream = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
  gateway = await startGateway({ model_list: [openAiModel('gpt', upstream.url), openAiModel('claude', upstream.url)] });
});

afterAll(async () => {
  await gateway.stop();
  await upstream[Symbol.asyncDispose]();
});

type Body = Record<string, unknown>;

const { call, done, get, post } = manager(() => gateway);
const make = async (members: object = {}) => (await done('/key/generate', members)) as { key: string; token: string };

describe('a key', () => {
  test('is told once and asks models from then on', async () => {
    const { key, token } = await make({ key_alias: 'first', metadata: { 用途: 'テスト' } });
    expect(key).toMatch(/^sk-[\w-]{22}$/);
    expect((await call(key)).status).toBe(200);
    const { body } = await get('/key/info', key);
    expect(body).toMatchObject({
      key: token,
      info: { key_alias: 'first', metadata: { 用途: 'テスト' }, spend: expect.any(Number) },
    });
    expect(JSON.stringify(body)).not.toContain(key);
  });

  test('that is deleted is unknown at once', async () => {
    const { key, token } = await make();
    expect((await call(key)).status).toBe(200);
    expect((await post('/key/delete', { keys: [token] })).body).toEqual({ deleted_keys: [token] });
    expect((await call(key)).status).toBe(401);
    expect((await post('/key/delete', { keys: [token] })).status).toBe(404);
  });

  test('that is blocked says so, and serves again when it is unblocked', async () => {
    const { key } = await make();
    await post('/key/block', { key });
    const refused = await call(key);
    expect(refused).toMatchObject({ status: 401, body: { error: { type: 'auth_error' } } });
    expect(JSON.stringify(refused.body)).toContain('Key is blocked');
    await post('/key/unblock', { key });
    expect((await call(key)).status).toBe(200);
  });

  test('expires', async () => {
    const { key } = await make({ duration: '1s' });
    expect((await call(key)).status).toBe(200);
    await expect
      .poll(async () => (await call(key)).body, { timeout: 10_000 })
      .toMatchObject({
        error: { type: 'expired_key', code: '401' },
      });
  });

  test('is held to its models, under every name', async () => {
    const { key } = await make({ models: ['gpt'], aliases: { mine: 'claude', 'also-gpt': 'gpt' } });
    expect((await call(key)).status).toBe(200);
    expect((await call(key, 'also-gpt')).status).toBe(200);
    for (const model of ['claude', 'mine', 'nobody-has-this']) {
      expect(await call(key, model)).toMatchObject({
        status: 403,
        body: { error: { type: 'key_model_access_denied', param: 'model' } },
      });
    }
    expect((await call(key, 'gpt', { fallbacks: ['claude'] })).status).toBe(403);
  });

  test('is held to its routes', async () => {
    const { key } = await make({ allowed_routes: ['/chat/completions'] });
    expect((await call(key)).status).toBe(200);
    expect(await get('/v1/models', key)).toMatchObject({ status: 403, body: { error: { type: 'auth_error' } } });
    const reader = await make({ key_type: 'read_only' });
    expect((await call(reader.key)).status).toBe(403);
    expect((await get('/v1/models', reader.key)).status).toBe(200);
  });

  test('without a user manages nothing', async () => {
    const { key } = await make();
    expect(await post('/key/generate', {}, key)).toMatchObject({ status: 403 });
    expect((await get('/spend/logs', key)).status).toBe(403);
    expect((await get('/key/list', key)).body).toMatchObject({ total_count: 1 });
  });

  test('keeps to its requests a minute and tells when to come again', async () => {
    const { key } = await make({ rpm_limit: 1 });
    expect((await call(key)).status).toBe(200);
    const response = await gateway.post(ask('gpt'), { authorization: `Bearer ${key}` });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining('api_key: ') } });
  });

  test('keeps to its limits for one model and to none for others', async () => {
    const { key } = await make({ model_rpm_limit: { gpt: 1 } });
    expect((await call(key)).status).toBe(200);
    expect((await call(key)).status).toBe(429);
    expect((await call(key, 'claude')).status).toBe(200);
  });

  test('made anew keeps its limits and its counts', async () => {
    const { key, token } = await make({ rpm_limit: 1, key_alias: 'renewed' });
    expect((await call(key)).status).toBe(200);
    const renewed = await post(`/key/${token}/regenerate`, {});
    expect(renewed).toMatchObject({ status: 200, body: { key_alias: 'renewed', rpm_limit: 1 } });
    expect((await call(key)).status).toBe(401);
    expect((await call(String(renewed.body.key))).status).toBe(429);
  });

  test('made anew with a time of grace is found under both secrets, and blocked under both', async () => {
    const { key } = await make();
    const { body } = await post('/key/regenerate', { key, grace_period: '1h' });
    expect((await call(key)).status).toBe(200);
    expect((await call(String(body.key))).status).toBe(200);
    await post('/key/block', { key: body.key });
    expect((await call(key)).status).toBe(401);
    expect((await call(String(body.key))).status).toBe(401);
  });

  test.each(['null', '[]', '"text"', '{}', '{"key": 5}', undefined])(
    'is not made anew by a body that names none: %s',
    async (body) => {
      const response = await fetch(`${gateway.url}/key/regenerate`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${MASTER_KEY}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body }),
      });
      expect(response.status).toBe(400);
    },
  );

  test('is changed where it is said, cleared by null, and else stays', async () => {
    const { key } = await make({ rpm_limit: 5, tpm_limit: 100, key_alias: 'changed' });
    const { body } = await post('/key/update', { key, rpm_limit: null, max_parallel_requests: 2 });
    expect(body).toMatchObject({ rpm_limit: null, tpm_limit: 100, max_parallel_requests: 2, key_alias: 'changed' });
  });
});

test.each([
  ['max_budget', -1],
  ['max_budget', 'many'],
  ['rpm_limit', 1.5],
  ['duration', '30 days'],
  ['budget_duration', '0d'],
  ['models', 'gpt'],
  ['key_alias', 'a\u0000b'],
  ['key_type', 'root'],
  ['key', 'sk-short'],
  ['model_rpm_limit', { gpt: -1 }],
  ['model_max_budget', { 'nobody-serves-this': 1 }],
  ['not_a_member', 1],
  ['agent_id', 'agent'],
])('a key with %s: %j is refused by the name of the member', async (name, value) => {
  expect(await post('/key/generate', { [name]: value })).toMatchObject({
    status: 400,
    body: { error: { param: name, code: '400' } },
  });
});

test('a key tells whether callbacks of its own take what they are told, and shows no secret of theirs', async () => {
  const health = async (key: string) => {
    // As LiteLLM's documentation asks: JSON is announced, and there is none.
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    return (await fetch(`${gateway.url}/key/health`, { method: 'POST', headers })).json();
  };
  expect(await health((await make()).key)).toEqual({ key: 'healthy', logging_callbacks: null });
  const logging = [
    {
      callback_name: 'langfuse',
      callback_type: 'success',
      callback_vars: {
        langfuse_public_key: 'pk',
        langfuse_secret_key: 'sk-geheim',
        langfuse_host: 'http://me:geheim@127.0.0.1:9',
      },
    },
  ];
  const { key } = await make({ metadata: { logging, note: 'kept' } });
  expect(await health(key)).toMatchObject({ key: 'unhealthy', logging_callbacks: { callbacks: ['langfuse'] } });
  const shown = (await get(`/key/info?key=${key}`)).body;
  expect(shown).toMatchObject({
    info: { metadata: { note: 'kept', logging: [{ callback_vars: { langfuse_secret_key: '********' } }] } },
  });
  const { team_id } = await done('/team/new', { metadata: { logging } });
  const all = [
    shown,
    await get(`/team/info?team_id=${String(team_id)}`),
    await get('/key/list?return_full_object=true&size=100'),
  ];
  expect(JSON.stringify(all)).not.toContain('geheim');
});

test('an alias is one key’s alone', async () => {
  await make({ key_alias: 'одна' });
  expect(await post('/key/generate', { key_alias: 'одна' })).toMatchObject({
    status: 400,
    body: { error: { param: 'key_alias' } },
  });
});

test('no secret stands in a log, and none in a list', async () => {
  const { key } = await make({ key_alias: 'secret' });
  await call(key);
  const listed = await (await gateway.get('/key/list?return_full_object=true&size=100')).text();
  expect(listed).toContain('"key_alias":"secret"');
  expect(listed).not.toContain(key);
  expect(gateway.logs.join('\n')).not.toContain(key);
});

test('keys outlive a restart', { timeout: 120_000 }, async () => {
  await using folder = await temporaryFolder();
  const start = () => startGateway({ model_list: [openAiModel('gpt', upstream.url)] }, { DATA_DIR: folder.path });
  const first = await start();
  const { key } = (await (await first.postTo('/key/generate', {})).json()) as { key: string };
  await first.stop();
  await using second = await start();
  expect((await second.post(ask('gpt'), { authorization: `Bearer ${key}` })).status).toBe(200);
  expect((await second.post(ask('gpt'), { authorization: `Bearer ${key}x` })).status).toBe(401);
});

test('a key sees the models that it may ask, and no others', async () => {
  const { key } = await make({ models: ['claude'] });
  const names = async (path: string) =>
    ((await get(path, key)).body.data as Body[]).map((one) => one.id ?? one.model_name ?? one.model_group);
  expect(await names('/v1/models')).toEqual(['claude']);
  expect(await names('/model/info')).toEqual(['claude']);
  expect(await names('/v2/model/info')).toEqual(['claude']);
  expect(await names('/model_group/info')).toEqual(['claude']);
  expect((await get('/v1/models/gpt', key)).status).toBe(404);
  expect((await get('/v1/models/claude', key)).status).toBe(200);
});
