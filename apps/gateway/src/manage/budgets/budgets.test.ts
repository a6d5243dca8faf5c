import { expect, test } from 'vitest';
import { managedGateway } from '../../testing/manage.ts';

const { done, post, key } = managedGateway();

async function budget(): Promise<string> {
  return String((await done('/budget/new', { max_budget: 1 })).budget_id);
}

test('a budget that somebody is held by, or will be, cannot be deleted', async () => {
  const free = await budget();
  await done('/budget/delete', { id: free });
  const holders: readonly ((id: string) => Promise<unknown>)[] = [
    (id) => key({ budget_id: id }),
    (id) => done('/customer/new', { user_id: `of ${id}`, budget_id: id }),
    (id) => done('/tag/new', { name: `of ${id}`, budget_id: id }),
    (id) => done('/organization/new', { organization_alias: `of ${id}`, budget_id: id }),
    (id) => key({ end_user_budget_id: id }),
    (id) => key({ metadata: { end_user_budget_id: id } }),
  ];
  for (const hold of holders) {
    const id = await budget();
    await hold(id);
    expect(await post('/budget/delete', { id })).toMatchObject({ status: 400, body: { error: { param: 'id' } } });
    await done('/budget/update', { budget_id: id, max_budget: 2 });
  }
  const { metadata } = await done('/team/new', { team_member_budget: 1 });
  const ofMembers = (metadata as { team_member_budget_id: string }).team_member_budget_id;
  expect((await post('/budget/delete', { id: ofMembers })).status).toBe(400);
});

test.each([
  ['budget_id', { budget_id: 'nobody made it' }],
  ['end_user_budget_id', { end_user_budget_id: 'nobody made it' }],
  ['metadata.end_user_budget_id', { metadata: { end_user_budget_id: 'nobody made it' } }],
  ['organization_id', { organization_id: 'nobody made it' }],
])('a key is held by a budget, an organization that is there: %s', async (param, members) => {
  const refused = { status: 400, body: { error: { param } } };
  expect(await post('/key/generate', members)).toMatchObject(refused);
  const present = await key();
  expect(await post('/key/update', { key: present, ...members })).toMatchObject(refused);
  expect(await post('/key/regenerate', { key: present, ...members })).toMatchObject(refused);
});
