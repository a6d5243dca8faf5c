import { expect, test } from 'vitest';
import { managedGateway } from '../../testing/manage.ts';

const { post, done, get, key, call, url } = managedGateway();

test('a user is made with a key, found by either name, changed and read', async () => {
  const made = await done('/user/new', { user_id: 'анна', user_email: 'Ана@Пример.рф', models: ['gpt'] });
  expect(made).toMatchObject({ user_id: 'анна', user_email: 'ана@пример.рф', user_role: 'internal_user', spend: 0 });
  expect((await call(String(made.key))).status).toBe(200);
  expect((await call(String(made.key), 'claude')).body).toMatchObject({ error: { type: 'user_model_access_denied' } });
  expect((await done('/user/update', { user_email: 'ана@пример.рф', max_budget: 3, models: [] })).data).toMatchObject({
    user_id: 'анна',
    max_budget: 3,
    models: [],
  });
  expect((await call(String(made.key), 'claude')).status).toBe(200);
  expect((await get('/user/info', String(made.key))).body).toMatchObject({
    user_id: 'анна',
    user_info: { max_budget: 3 },
    keys: [{ user_id: 'анна' }],
    teams: [],
  });
  expect((await get('/user/list?user_email=пример')).body).toMatchObject({ total: 1, users: [{ key_count: 1 }] });
  expect(await post('/user/new', { user_email: 'АНА@пример.рф' })).toMatchObject({
    status: 400,
    body: { error: { param: 'user_email' } },
  });
  expect((await post('/user/new', { user_id: 'анна' })).status).toBe(409);
});

test('a user who goes takes their keys and places along, and who comes anew inherits none', async () => {
  const { team_id: teamId } = await done('/team/new', {});
  const { key: own } = await done('/user/new', { user_id: '明', teams: [teamId] });
  const ofTeam = await key({ user_id: '明', team_id: teamId });
  expect([(await call(String(own))).status, (await call(ofTeam)).status]).toEqual([200, 200]);
  await done('/user/delete', { user_ids: ['明'] });
  expect([(await call(String(own))).status, (await call(ofTeam)).status]).toEqual([401, 401]);
  await done('/user/new', { user_id: '明', auto_create_key: false });
  expect((await get(`/user/info?user_id=${encodeURIComponent('明')}`)).body).toMatchObject({ keys: [], teams: [] });
  expect((await post('/user/delete', { user_ids: ['明', 'nobody'] })).status).toBe(404);
  expect((await get(`/user/info?user_id=${encodeURIComponent('明')}`)).status).toBe(200);
});

test('a role that changes holds at once for the keys that there are', async () => {
  const { key: one } = await done('/user/new', { user_id: 'rising' });
  expect((await get('/user/list', String(one))).status).toBe(403);
  await done('/user/update', { user_id: 'rising', user_role: 'proxy_admin' });
  expect((await get('/user/list', String(one))).status).toBe(200);
  await done('/user/update', { user_id: 'rising', user_role: 'internal_user_viewer' });
  expect((await post('/key/generate', {}, String(one))).status).toBe(403);
});

test.each([
  ['user_role', 'king'],
  ['max_budget', -1],
  ['password', 'x'],
  ['teams', ['nowhere']],
  ['user_email', 'a\u0000'],
  ['not_a_member', 1],
])('a user with %s: %j is refused by the name of the member', async (name, value) => {
  expect(await post('/user/new', { [name]: value })).toMatchObject({ status: 400, body: { error: { param: name } } });
});

test('an organization holds what is in it, and takes it along', async () => {
  await done('/organization/new', {
    organization_id: 'org',
    organization_alias: '組織',
    models: ['gpt'],
    rpm_limit: 50,
  });
  const { team_id: teamId } = await done('/team/new', { organization_id: 'org' });
  const one = await key({ team_id: teamId });
  expect((await call(one)).status).toBe(200);
  expect((await call(one, 'claude')).body).toMatchObject({ error: { type: 'org_model_access_denied' } });
  expect((await get('/organization/info?organization_id=org')).body).toMatchObject({
    organization_alias: '組織',
    litellm_budget_table: { rpm_limit: 50 },
    teams: [{ team_id: teamId }],
  });
  const response = await fetch(`${url()}/organization/delete`, {
    method: 'DELETE',
    headers: { authorization: 'Bearer sk-test-master', 'content-type': 'application/json' },
    body: JSON.stringify({ organization_ids: ['org'] }),
  });
  expect(response.status).toBe(200);
  expect((await call(one)).status).toBe(401);
});

test('a budget holds whoever refers to it, and goes when nobody does', async () => {
  await done('/budget/new', { budget_id: 'small', rpm_limit: 1 });
  const one = await key({ budget_id: 'small' });
  expect([(await call(one)).status, (await call(one)).status]).toEqual([200, 429]);
  expect((await post('/budget/delete', { id: 'small' })).status).toBe(400);
  await done('/budget/update', { budget_id: 'small', rpm_limit: null });
  expect((await call(one)).status).toBe(200);
  await done('/key/delete', { keys: [one] });
  await done('/budget/delete', { id: 'small' });
  expect((await post('/budget/info', { budgets: ['small'] })).body).toEqual([]);
});
