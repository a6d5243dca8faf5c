import {
  emptyPostgresDatabase,
  openAiCompletion,
  requireTool,
  startRedis,
  startScriptedUpstream,
  temporaryFolder,
} from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manager } from '../../testing/manage.ts';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
let gateway: StartedGateway;
beforeAll(async () => {
  upstream = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
  gateway = await startGateway(configuration());
});
afterAll(async () => {
  await gateway.stop();
  await upstream[Symbol.asyncDispose]();
});

const { done, get, post, key, call } = manager(() => gateway);

function configuration(): object {
  return {
    model_list: [openAiModel('gpt', upstream.url, { model: 'openai/gpt-5.4' })],
    general_settings: { master_key: MASTER_KEY, store_model_in_db: true },
  };
}

const params = (more: object = {}) => ({
  model: 'openai/gpt-5.4',
  api_key: 'sk-geheim-im-speicher',
  api_base: `${upstream.url}/v1`,
  ...more,
});

async function add(name: string, info: object = {}, more: object = {}): Promise<string> {
  const added = await done('/model/new', { model_name: name, litellm_params: params(more), model_info: info });
  return String(added.model_id);
}

async function patch(path: string, body: object, verb = 'patch') {
  const response = await fetch(gateway.url + path, {
    method: verb.toUpperCase(),
    headers: { authorization: `Bearer ${MASTER_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const statusOf = async (model: string, as = MASTER_KEY) => (await call(as, model)).status;

test('a model that is added serves at once, is told without its secret, changed, blocked and deleted', async () => {
  expect(await statusOf('neu')).toBe(400);
  const id = await add('neu', { description: 'frisch', input_cost_per_token: 0.5 });
  expect(await statusOf('neu')).toBe(200);
  expect(upstream.requests.at(-1)?.headers.authorization).toBe('Bearer sk-geheim-im-speicher');
  const told = await get(`/model/info?litellm_model_id=${id}`);
  expect(told.body).toMatchObject({
    data: [{ model_name: 'neu', model_info: { id, db_model: true, description: 'frisch' } }],
  });
  expect(JSON.stringify([told, await get('/v2/model/info'), gateway.logs])).not.toContain('geheim');
  await patch(`/model/${id}/update`, { litellm_params: { api_key: 'sk-anderes', rpm: 7 } });
  expect(await statusOf('neu')).toBe(200);
  expect(upstream.requests.at(-1)?.headers.authorization).toBe('Bearer sk-anderes');
  const cleared = await patch(`/model/${id}/update`, { litellm_params: { rpm: null }, model_name: 'umbenannt' });
  expect(cleared.body).toMatchObject({ model_name: 'umbenannt', litellm_params: { model: 'openai/gpt-5.4' } });
  expect(cleared.body.litellm_params).not.toHaveProperty('rpm');
  expect([await statusOf('neu'), await statusOf('umbenannt')]).toEqual([400, 200]);
  await done('/model/update', { model_info: { id }, litellm_params: { api_key: null, timeout: 30 } });
  expect(await statusOf('umbenannt')).toBe(200);
  await done('/model/block', { model_id: id });
  expect(await statusOf('umbenannt')).toBe(400);
  await done('/model/unblock', { model_id: id });
  expect(await statusOf('umbenannt')).toBe(200);
  await done('/model/delete', { id });
  expect(await statusOf('umbenannt')).toBe(400);
  expect((await post('/model/delete', { id })).status).toBe(400);
});

test.each([
  [{ litellm_params: { model: 'openai/x' } }, 400, 'model_name'],
  [{ model_name: 'a' }, 400, 'litellm_params'],
  [{ model_name: 'a', litellm_params: {} }, 400, 'litellm_params.model'],
  [{ model_name: 'a', litellm_params: { model: 'nobody/x' } }, 400, 'litellm_params.model'],
  [{ model_name: 'a', litellm_params: { model: 'openai/x', api_base: 'ftp://x' } }, 400, 'litellm_params.api_base'],
  [{ model_name: 'a', litellm_params: { model: 'openai/x', rpm: 'many' } }, 400, 'litellm_params.rpm'],
  [{ model_name: 'a', litellm_params: { model: 'openai/x' }, colour: 'red' }, 400, 'colour'],
  [
    { model_name: 'a', litellm_params: { model: 'openai/x' }, model_info: { team_id: 'nobody' } },
    400,
    'model_info.team_id',
  ],
])('%j is refused with %s for %s', async (body, status, param) => {
  const refused = await post('/model/new', body);
  expect([refused.status, (refused.body.error as { param: string }).param]).toEqual([status, param]);
});

test('a model of the file is not changed, and one that is not there not found', async () => {
  const { body } = await get('/model/info');
  const [{ model_info: info } = { model_info: { id: '' } }] = body.data as { model_info: { id: string } }[];
  expect(await patch(`/model/${info.id}/update`, { blocked: true })).toMatchObject({ status: 400 });
  expect((await patch('/model/nobody/update', { blocked: true })).status).toBe(404);
  const id = await add('once', { id: 'own-id' });
  expect(id).toBe('own-id');
  expect((await post('/model/new', { model_name: 'twice', litellm_params: params(), model_info: { id } })).status).toBe(
    400,
  );
});

test('a credential is shared by models, masked where it is shown, and changes for all', async () => {
  const values = { api_key: 'sk-geteilt', api_base: `${upstream.url}/v1` };
  await done('/credentials', {
    credential_name: 'Anbieter/1',
    credential_values: values,
    credential_info: { for: 'all' },
  });
  expect((await post('/credentials', { credential_name: 'Anbieter/1', credential_values: values })).status).toBe(400);
  const named = { model: 'openai/gpt-5.4', litellm_credential_name: 'Anbieter/1' };
  await done('/model/new', { model_name: 'geteilt', litellm_params: named });
  expect(await statusOf('geteilt')).toBe(200);
  expect(upstream.requests.at(-1)?.headers.authorization).toBe('Bearer sk-geteilt');
  await patch('/credentials/Anbieter/1', { credential_values: { api_key: 'sk-neu-geteilt' } });
  expect(await statusOf('geteilt')).toBe(200);
  expect(upstream.requests.at(-1)?.headers.authorization).toBe('Bearer sk-neu-geteilt');
  const shown = await get('/credentials/by_name/Anbieter/1');
  expect(shown.body).toMatchObject({
    credential_info: { for: 'all' },
    credential_values: { api_base: values.api_base },
  });
  expect(JSON.stringify([shown, await get('/credentials')])).not.toContain('geteilt"');
  const id = await add('mit-eigenem');
  expect(JSON.stringify(await get(`/credentials/by_model/${id}`))).not.toContain('geheim');
  expect((await patch('/credentials/Anbieter/1', {}, 'delete')).status).toBe(200);
  expect(await statusOf('geteilt')).toBe(400);
  expect((await get('/credentials/by_name/Anbieter/1')).status).toBe(404);
});

test('a model of a team is its keys’ alone, by its public name', async () => {
  const { team_id: team } = await done('/team/new', { models: ['gpt'] });
  const ours = await key({ team_id: team });
  const [theirs, nobodys] = [await key({ team_id: (await done('/team/new', {})).team_id }), await key()];
  const id = await add('team-eigen', { team_id: team });
  expect(await statusOf('team-eigen', ours)).toBe(200);
  expect(await statusOf('team-eigen', theirs)).toBe(400);
  for (const name of [`model_name_${String(team)}_team-eigen`, id]) {
    expect([await statusOf(name, theirs), await statusOf(name, nobodys)]).toEqual([403, 403]);
  }
  const ids = async (as: string) => ((await get('/v1/models', as)).body.data as { id: string }[]).map((one) => one.id);
  expect(await ids(ours)).toEqual(['gpt', 'team-eigen']);
  expect((await ids(theirs)).join()).not.toContain('team-eigen');
});

test('stored models are given the name of a group, by which keys ask them', async () => {
  const [one, other] = [await add('benannt'), await add('unbenannt')];
  const asking = await key({ models: ['zusammen'] });
  expect(await statusOf('benannt', asking)).toBe(403);
  expect(await done('/access_group/new', { access_group: 'zusammen', model_names: ['benannt'] })).toMatchObject({
    access_group: 'zusammen',
    models_updated: 1,
  });
  expect([await statusOf('benannt', asking), await statusOf('unbenannt', asking)]).toEqual([200, 403]);
  const again = await post('/access_group/new', { access_group: 'zusammen', model_ids: [other] });
  expect(again).toMatchObject({ status: 409, body: { error: { param: 'access_group' } } });
  // Those of the file have their groups there.
  for (const [name, wanted] of [
    ['model_names', { model_names: ['gpt'] }],
    ['model_ids', { model_ids: ['nobody'] }],
    ['model_names', {}],
  ] as const) {
    expect(await post('/access_group/new', { access_group: 'andere', ...wanted })).toMatchObject({
      status: 400,
      body: { error: { param: name } },
    });
  }
  expect((await patch('/access_group/zusammen/update', { model_ids: [other] }, 'put')).status).toBe(200);
  expect([await statusOf('benannt', asking), await statusOf('unbenannt', asking)]).toEqual([403, 200]);
  expect((await get('/access_group/zusammen/info')).body).toMatchObject({
    model_names: ['unbenannt'],
    deployment_count: 1,
  });
  expect((await get('/access_group/list')).body).toMatchObject({ access_groups: [{ access_group: 'zusammen' }] });
  const removed = await fetch(`${gateway.url}/access_group/zusammen/delete`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${MASTER_KEY}` },
  });
  expect(removed.status).toBe(200);
  expect([await statusOf('unbenannt', asking), (await get('/access_group/zusammen/info')).status]).toEqual([403, 404]);
  for (const id of [one, other]) await done('/model/delete', { id });
});

test('an access group opens its models to whoever it is given to', async () => {
  const digest = String((await done('/key/generate', { models: ['nothing'], key: 'sk-of-an-access-group' })).token);
  expect(await statusOf('gpt', 'sk-of-an-access-group')).toBe(403);
  const group = { access_group_name: 'beta', access_model_names: ['gpt'], assigned_key_ids: [digest] };
  const { access_group_id: id } = await done('/v1/access_group', group);
  await expect.poll(() => statusOf('gpt', 'sk-of-an-access-group')).toBe(200);
  expect((await post('/v1/access_group', group)).status).toBe(409);
  expect((await get(`/v1/access_group/${String(id)}`)).body).toMatchObject({ ...group, assigned_team_ids: [] });
  await patch(`/v1/access_group/${String(id)}`, { access_model_names: [] }, 'put');
  await expect.poll(() => statusOf('gpt', 'sk-of-an-access-group')).toBe(403);
  expect((await patch(`/v1/access_group/${String(id)}`, {}, 'delete')).status).toBe(200);
  expect((await get(`/v1/access_group/${String(id)}`)).status).toBe(404);
});

test('where models are not stored none is added', async () => {
  await using other = await startGateway({ model_list: [openAiModel('gpt', upstream.url)] });
  const refused = await other.postTo('/model/new', { model_name: 'a', litellm_params: params() });
  expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('STORE_MODEL_IN_DB')]);
});

test('what is stored outlives a restart, lies sealed, and survives a file that breaks', async () => {
  await using folder = await temporaryFolder();
  const env = { DATA_DIR: folder.path };
  const first = await startGateway(configuration(), env);
  await first.postTo('/model/new', { model_name: 'bleibt', litellm_params: params() });
  await first.stop();
  expect((await readFile(join(folder.path, 'gateway.sqlite'))).includes('geheim')).toBe(false);
  await using second = await startGateway(configuration(), env);
  expect((await second.post(ask('bleibt'))).status).toBe(200);
  await second.rewriteConfig('model_list: broken');
  await expect.poll(async () => (await second.get('/health')).text()).toContain('refused');
  await second.postTo('/model/new', { model_name: 'danach', litellm_params: params() });
  expect((await second.post(ask('danach'))).status).toBe(200);
});

describe('on another replica', requireTool('postgres', 'redis'), () => {
  test.each([['with Redis'], ['without']])('a model serves %s as well', async (which) => {
    await using redis = await startRedis();
    const url = await emptyPostgresDatabase();
    const env = {
      LITELLM_DATABASE_URL: url,
      LITELLM_SALT_KEY: 'sk-salt',
      ...(which === 'with Redis' && { REDIS_HOST: '127.0.0.1', REDIS_PORT: String(redis.port) }),
    };
    await using one = await startGateway(configuration(), env);
    await using other = await startGateway(configuration(), env);
    await one.postTo('/model/new', { model_name: 'überall', litellm_params: params() });
    await expect.poll(async () => (await other.post(ask('überall'))).status, { timeout: 20_000 }).toBe(200);
  });
});
