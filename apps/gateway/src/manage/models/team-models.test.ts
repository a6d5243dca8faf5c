import { openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { manager } from '../../testing/manage.ts';
import { MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
let gateway: StartedGateway;
beforeAll(async () => {
  upstream = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
  const settings = {
    model_list: ['gpt', 'dear'].map((name) => openAiModel(name, upstream.url)),
    general_settings: { master_key: MASTER_KEY, store_model_in_db: true },
  };
  // What a team's model must not be called with, and where those are that name no server.
  gateway = await startGateway(settings, {
    OPENAI_API_KEY: 'sk-of-the-operator',
    OPENAI_API_BASE: `${upstream.url}/v1`,
  });
});
afterAll(async () => {
  await gateway.stop();
  await upstream[Symbol.asyncDispose]();
});

const { done, get, post, key, call } = manager(() => gateway);

let made = 0;
let team: string;
/** Of the team's admin, a key of their own; one of the team; one of another team. */
let admin: string;
let own: string;
let foreign: string;
beforeEach(async () => {
  const user = `admin ${++made}`;
  admin = String((await done('/user/new', { user_id: user, user_role: 'internal_user' })).key);
  const people = [{ role: 'admin', user_id: user }];
  team = String((await done('/team/new', { models: ['gpt'], members_with_roles: people })).team_id);
  own = await key({ team_id: team });
  foreign = await key({ team_id: (await done('/team/new', {})).team_id });
});

const OWN = { model: 'openai/gpt-5.4', api_key: 'sk-of-the-team' };

function brought(more: object = {}, params: object = {}, info: object = {}): object {
  return {
    model_name: `ours ${made}`,
    litellm_params: { ...OWN, ...params },
    model_info: { team_id: team, ...info },
    ...more,
  };
}

async function bring(): Promise<string> {
  return String((await done('/model/new', brought(), admin)).model_id);
}

async function models(): Promise<unknown> {
  return ((await get(`/team/info?team_id=${team}`)).body.team_info as { models: unknown }).models;
}

test('an admin of a team brings a model that its keys alone ask, with the key that came with it', async () => {
  await bring();
  expect((await call(own, `ours ${made}`)).status).toBe(200);
  expect(upstream.requests.at(-1)?.headers.authorization).toBe('Bearer sk-of-the-team');
  expect([(await call(foreign, `ours ${made}`)).status >= 400, await models()]).toEqual([
    true,
    ['gpt', `ours ${made}`],
  ]);
});

test('whoever asks the vendor’s name never comes to a team’s model', async () => {
  await bring();
  const before = upstream.requests.length;
  for (let round = 0; round < 20; round++) await call(foreign, 'openai/gpt-5.4', { seed: round });
  const keys = upstream.requests.slice(before).map(({ headers }) => headers.authorization);
  expect([keys.length, new Set(keys)]).toEqual([20, new Set(['Bearer sk-upstream'])]);
});

describe('who looks after a team brings no', () => {
  test.each<[string, [more: object, params: object, info: object], number, string]>([
    ['key of the environment', [{}, { api_key: 'os.environ/OPENAI_API_KEY' }, {}], 403, 'litellm_params.api_key'],
    ['key of the shell', [{}, { api_key: '${OPENAI_API_KEY}' }, {}], 403, 'litellm_params.api_key'],
    ['model without a key', [{}, { api_key: null }, {}], 400, 'litellm_params.api_key'],
    [
      'server that the environment names',
      [{}, { api_base: 'https://x.example.com/${HOME}' }, {}],
      403,
      'litellm_params.api_base',
    ],
    ['server within', [{}, { api_base: 'http://169.254.169.254/v1' }, {}], 400, 'litellm_params.api_base'],
    ['server of this machine', [{}, { api_base: 'https://localhost:4000/v1' }, {}], 400, 'litellm_params.api_base'],
    ['price', [{}, { input_cost_per_token: 0 }, {}], 403, 'litellm_params.input_cost_per_token'],
    ['price among what is told', [{}, {}, { output_cost_per_token: 0 }], 403, 'model_info.output_cost_per_token'],
    ['other model’s price', [{}, {}, { base_model: 'openai/gpt-5-nano' }], 403, 'model_info.base_model'],
    [
      'stored credential',
      [{}, { litellm_credential_name: 'vendor' }, {}],
      403,
      'litellm_params.litellm_credential_name',
    ],
    ['key for what passes through', [{}, { use_in_pass_through: true }, {}], 403, 'litellm_params.use_in_pass_through'],
    ['access group', [{}, {}, { access_groups: ['all'] }], 403, 'model_info.access_groups'],
    ['id', [{}, {}, { id: 'dear' }], 403, 'model_info.id'],
    ['model of the machine', [{}, { model: 'local/small' }, {}], 403, 'litellm_params.model'],
    [
      'model of the machine’s role',
      [{}, { model: 'bedrock/anthropic.claude-3-haiku-20240307-v1:0' }, {}],
      403,
      'litellm_params.model',
    ],
    ['model of the machine’s account', [{}, { model: 'vertex_ai/gemini-2.5-pro' }, {}], 403, 'litellm_params.model'],
    ['name of others', [{ model_name: 'dear' }, {}, {}], 403, 'model_name'],
    ['name of all', [{ model_name: '*' }, {}, {}], 403, 'model_name'],
    ['model that is blocked', [{ blocked: true }, {}, {}], 403, 'blocked'],
    ['model for everybody', [{}, {}, { team_id: null }], 403, 'null'],
    ['model for another team', [{}, {}, { team_id: 'another' }], 403, 'team_id'],
  ])('%s', async (_, written, status, param) => {
    const refused = await post('/model/new', brought(...written), admin);
    expect([refused.status, String((refused.body.error as { param: unknown }).param)]).toEqual([status, param]);
    expect([await models(), (await call(own, 'dear')).status]).toEqual([['gpt'], 403]);
  });
});

test('what the operator gave to a team is not theirs to change', async () => {
  const { model_id: id } = await done('/model/new', brought({ model_name: `given ${made}` }));
  const change = { model_info: { id }, litellm_params: { api_base: 'https://mine.example.com' } };
  expect([
    (await post('/model/update', change, admin)).status,
    (await post('/model/delete', { id }, admin)).status,
  ]).toEqual([403, 403]);
});

test('what they brought is theirs to change, and a key that is kept is sent nowhere else', async () => {
  const id = await bring();
  const update = (params: object, info: object = {}) =>
    post('/model/update', { model_info: { id, ...info }, litellm_params: params }, admin);
  expect((await update({ rpm: 5 })).status).toBe(200);
  expect((await update({ api_base: 'https://elsewhere.example.com' })).body).toMatchObject({
    error: { param: 'litellm_params.api_key' },
  });
  expect((await update({ output_cost_per_token: 0 })).status).toBe(403);
  expect((await update({}, { team_id: 'another' })).status).toBe(403);
  expect((await post('/model/block', { model_id: id }, admin)).status).toBe(403);
  expect((await post('/model/update', { model_info: { id } }, foreign)).status).toBe(403);
  // Whoever has the operator's word on it since may have the operator's key in it.
  await done('/model/update', { model_info: { id }, litellm_params: { rpm: 9 } });
  expect((await update({ rpm: 6 })).status).toBe(403);
});

test('with a model its name goes from the list of its team, and opens nothing that comes under it later', async () => {
  const id = await bring();
  await done('/team/update', { team_id: team, models: [`ours ${made}`] });
  await done('/team/model/add', { team_id: team, models: ['gpt'] });
  await done('/model/delete', { id }, admin);
  expect(await models()).toEqual(['gpt']);
  await done('/model/new', { model_name: `ours ${made}`, litellm_params: OWN });
  expect((await call(own, `ours ${made}`)).status).toBe(403);
});

test('a list of which nothing would be left is no list of everything', async () => {
  await done('/team/update', { team_id: team, models: ['no-default-models'] });
  const id = await bring();
  await done('/team/model/delete', { team_id: team, models: ['no-default-models'] });
  await done('/model/delete', { id }, admin);
  expect([await models(), (await call(own, 'gpt')).status]).toEqual([['no-default-models'], 403]);
});
