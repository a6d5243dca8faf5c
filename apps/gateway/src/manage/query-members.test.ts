import { expect, test } from 'vitest';
import { managedGateway } from '../testing/manage.ts';

const { done, post, get, key } = managedGateway();

test.each([
  ['/key/list', 'status'],
  ['/key/list', 'expand'],
  ['/key/list', 'include_created_by_keys'],
  ['/user/list', 'role'],
  ['/user/list', 'sort_by'],
  ['/tag/list', 'start_date'],
])('%s says that nothing goes by %s', async (path, name) => {
  expect(await get(`${path}?${name}=zzz`)).toMatchObject({ status: 400, body: { error: { param: name } } });
});

test('what is left empty chooses nothing', async () => {
  expect((await get('/key/list?status=&expand=')).status).toBe(200);
  expect((await get('/user/list?role=')).status).toBe(200);
});

test('aliases are those of keys that have one, of one team where it is named', async () => {
  const { team_id } = await done('/team/new', {});
  await key({ key_alias: 'of a team', team_id });
  await key({ key_alias: 'of nobody' });
  await key({ team_id });
  expect((await get(`/key/aliases?team_id=${String(team_id)}`)).body).toMatchObject({
    aliases: ['of a team'],
    total_count: 1,
  });
  expect((await get('/key/aliases')).body).toMatchObject({ total_count: 2 });
  expect((await get('/key/list?search=of%20nobody&return_full_object=true')).body).toMatchObject({
    keys: [{ key_alias: 'of nobody' }],
  });
});

test.each([
  ['model_max_budget', { gpt: { max_budget: 1, budget_duration: '1d', rpm_limit: 5 } }],
  ['budget_limits', [{ max_budget: 1, budget_duration: '1d', tpm_limit: 5 }]],
])('a limit within %s that would hold nobody is refused', async (name, value) => {
  expect(await post('/key/generate', { [name]: value })).toMatchObject({
    status: 400,
    body: { error: { param: name } },
  });
});
