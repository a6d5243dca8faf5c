import { describe, expect, test } from 'vitest';
import { managedGateway } from '../testing/manage.ts';

const { done, post, get, key, call, url } = managedGateway();

let made = 0;

async function userKey(id: string): Promise<string> {
  return String((await done('/user/new', { user_id: id, user_role: 'internal_user' })).key);
}

/** A team with an admin and a member, each with a key of their own. */
async function teamOfTwo() {
  const [boss, hand] = [`boss ${++made}`, `hand ${made}`];
  const keys = { admin: await userKey(boss), member: await userKey(hand) };
  const { team_id: team } = await done('/team/new', {
    members_with_roles: [
      { role: 'admin', user_id: boss },
      { role: 'user', user_id: hand },
    ],
  });
  return { team: String(team), boss, hand, ...keys };
}

const limitOf = async (one: string) =>
  ((await get(`/key/info?key=${one}`)).body.info as { rpm_limit: unknown }).rpm_limit;

describe('many keys at once', () => {
  test('are changed each for itself, and whoever is refused is told why without a secret', async () => {
    const [first, second] = [await key(), await key()];
    const { body } = await post('/key/bulk_update', {
      keys: [
        { key: first, max_budget: 0 },
        { key: 'sk-nobody-has-it' },
        { key: second, rpm_limit: 1 },
        { key: second, tags: ['red'] },
      ],
    });
    expect(body).toMatchObject({
      total_requested: 4,
      successful_updates: [{ key_info: { max_budget: 0 } }, { key_info: { metadata: { tags: ['red'] } } }],
      failed_updates: [
        { failed_reason: 'Key not found in database' },
        { failed_reason: 'rpm_limit is no member of this request' },
      ],
    });
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${first}|${second}|sk-nobody`));
    expect([(await call(first)).status, (await call(second)).status]).toEqual([429, 200]);
  });

  test('of a team are changed by its admin, and nobody else’s', async () => {
    const { team, admin, member } = await teamOfTwo();
    const [own, foreign] = [await key({ team_id: team }), await key()];
    const change = { team_id: team, key_ids: [own, foreign], update_fields: { rpm_limit: 7 } };
    expect((await post('/team/key/bulk_update', change, member)).status).toBe(403);
    expect((await post('/team/key/bulk_update', change, admin)).body).toMatchObject({
      total_requested: 2,
      successful_updates: [{ key_info: { rpm_limit: 7 } }],
      failed_updates: [{ failed_reason: 'There is no such key in this team' }],
    });
    expect([await limitOf(own), await limitOf(foreign)]).toEqual([7, null]);
    await done(
      '/team/key/bulk_update',
      { team_id: team, all_keys_in_team: true, update_fields: { rpm_limit: 9 } },
      admin,
    );
    expect([await limitOf(own), await limitOf(foreign)]).toEqual([9, null]);
  });

  test.each([
    ['/key/bulk_update', { keys: [] }, 'keys'],
    ['/key/bulk_update', { keys: Array.from({ length: 501 }, () => ({ key: 'sk-1' })) }, 'keys'],
    ['/key/bulk_update', { keys: 'all' }, 'keys'],
    ['/user/bulk_update', {}, 'users'],
    ['/user/bulk_update', { all_users: true }, 'user_updates'],
    ['/user/bulk_update', { users: [{ user_id: 'a' }], all_users: true, user_updates: {} }, 'users'],
  ])('%s with %j is refused', async (path, body, param) => {
    expect(await post(path, body)).toMatchObject({ status: 400, body: { error: { param } } });
  });

  test.each([
    [{ update_fields: { spend: 0 } }, 'spend'],
    [{ update_fields: { models: ['claude'] } }, 'models'],
    [{ update_fields: { user_id: 'another' } }, 'user_id'],
    [{ update_fields: {} }, 'update_fields'],
    [{ update_fields: { rpm_limit: 1 }, all_keys_in_team: false }, 'key_ids'],
  ])('of a team are not changed by %j', async (body, param) => {
    const { team, admin } = await teamOfTwo();
    await key({ team_id: team });
    const whole = { team_id: team, all_keys_in_team: true, ...body };
    expect(await post('/team/key/bulk_update', whole, admin)).toMatchObject({
      status: 400,
      body: { error: { param } },
    });
  });
});

test('many users are changed each for themselves', async () => {
  const ids = [`user ${++made}`, `user ${++made}`];
  for (const id of ids) await userKey(id);
  const users = [...ids.map((user_id) => ({ user_id, max_budget: 3 })), { user_id: 'nobody', max_budget: 3 }];
  expect((await post('/user/bulk_update', { users })).body).toMatchObject({
    total_requested: 3,
    successful_updates: 2,
    failed_updates: 1,
    results: [
      { user_id: ids[0], success: true },
      { success: true },
      { success: false, error: 'User not found in database' },
    ],
  });
});

describe('a team', () => {
  test('takes many in at once, all users for administrators alone', async () => {
    const { team, admin } = await teamOfTwo();
    const people = [1, 2, 3].map((each) => ({ user_id: `new ${made} ${each}`, role: 'user' }));
    for (const { user_id: id } of people) await userKey(id);
    const added = await done('/team/bulk_member_add', { team_id: team, members: people, max_budget_in_team: 0 }, admin);
    expect(added).toMatchObject({ total_requested: 3, successful_additions: 3, failed_additions: 0 });
    const own = await key({ team_id: team, user_id: people[0]?.user_id });
    expect((await call(own)).status).toBe(429);
    expect((await post('/team/bulk_member_add', { team_id: team, all_users: true }, admin)).status).toBe(403);
    expect((await done('/team/bulk_member_add', { team_id: team, all_users: true })).total_requested).toBeGreaterThan(
      0,
    );
  });

  test('says what its members may do with its keys, and they may', async () => {
    const { team, admin, member } = await teamOfTwo();
    const list = async (as: string) => get(`/team/permissions_list?team_id=${team}`, as);
    expect((await list(admin)).body).toMatchObject({ team_member_permissions: ['/key/info', '/key/health'] });
    expect((await list(member)).status).toBe(403);
    const generate = async () => (await post('/key/generate', { team_id: team }, member)).status;
    expect(await generate()).toBe(403);
    const wanted = { team_id: team, team_member_permissions: ['/key/generate', '/key/service-account/generate'] };
    expect((await post('/team/permissions_update', wanted, member)).status).toBe(403);
    await done('/team/permissions_update', wanted, admin);
    expect(await generate()).toBe(200);
    expect(
      await post('/team/permissions_update', { ...wanted, team_member_permissions: ['/key/all'] }, admin),
    ).toMatchObject({
      status: 400,
      body: { error: { param: 'team_member_permissions' } },
    });
    const more = { team_ids: [team], permissions: ['/key/delete'] };
    expect(await done('/team/permissions_bulk_update', more)).toMatchObject({ teams_updated: 1 });
    expect(await done('/team/permissions_bulk_update', more)).toMatchObject({ teams_updated: 0 });
    expect((await list(admin)).body.team_member_permissions).toContain('/key/delete');
  });

  test('is changed by its path, and tells its members of themselves', async () => {
    const { team, admin, member, hand } = await teamOfTwo();
    const patched = await fetch(`${url()}/team/${team}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
      body: JSON.stringify({ team_alias: 'renamed' }),
    });
    expect(await patched.json()).toMatchObject({ team_id: team, team_alias: 'renamed' });
    expect((await get(`/team/${team}/members/me`, member)).body).toMatchObject({
      user_id: hand,
      role: 'user',
      spend: 0,
    });
    expect((await get(`/team/${team}/members/me`)).status).toBe(403);
  });

  test('has its admin set what a member spent, and never their own', async () => {
    const { team, admin, hand, boss } = await teamOfTwo();
    const reset = (user: string, to: number, as: string) =>
      post(`/team/${team}/member/${encodeURIComponent(user)}/reset_spend`, { reset_to: to }, as);
    expect((await reset(hand, 0, admin)).body).toMatchObject({ user_id: hand, spend: 0, previous_spend: 0 });
    expect((await reset(hand, 5, admin)).body).toMatchObject({ error: { param: 'reset_to' } });
    expect([(await reset(boss, 0, admin)).status, (await reset('nobody', 0, admin)).status]).toEqual([403, 404]);
  });
});
