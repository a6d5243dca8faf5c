import { describe, expect, test } from 'vitest';
import { managedGateway } from '../../testing/manage.ts';

const { post, done, get, key, call } = managedGateway();

/** A team, and what a key of somebody in it may. */
async function team(members: object = {}): Promise<string> {
  return String((await done('/team/new', members)).team_id);
}

/** A key of a user who is in a team with this role. */
async function memberKey(teamId: string, userId: string, role = 'user'): Promise<string> {
  await done('/team/member_add', { team_id: teamId, member: { role, user_id: userId } });
  return key({ user_id: userId });
}

describe('a team', () => {
  test('is made with its people and shown as LiteLLM shows it', async () => {
    const body = await done('/team/new', {
      team_id: 'синяя',
      team_alias: '青チーム',
      max_budget: 10,
      budget_duration: '30d',
      tags: ['news'],
      members_with_roles: [
        { role: 'admin', user_id: 'ann' },
        { role: 'user', user_email: 'Bo@Example.com' },
      ],
    });
    expect(body).toMatchObject({
      team_id: 'синяя',
      team_alias: '青チーム',
      max_budget: 10,
      spend: 0,
      blocked: false,
      metadata: { tags: ['news'] },
      members_with_roles: expect.arrayContaining([
        { user_id: 'ann', user_email: null, role: 'admin' },
        { user_id: expect.any(String), user_email: 'bo@example.com', role: 'user' },
      ]),
    });
    const info = await get(`/team/info?team_id=${encodeURIComponent('синяя')}`);
    expect(info.body).toMatchObject({ team_id: 'синяя', team_info: { team_alias: '青チーム' }, keys: [] });
    expect(await post('/team/new', { team_id: 'синяя' })).toMatchObject({
      status: 400,
      body: { error: { param: 'team_id' } },
    });
  });

  test('is changed where it is said, cleared by null, and else stays', async () => {
    const id = await team({ team_alias: 'one', rpm_limit: 5, max_budget: 3 });
    const { data } = await done('/team/update', { team_id: id, rpm_limit: null, team_alias: 'two' });
    expect(data).toMatchObject({ team_alias: 'two', rpm_limit: null, max_budget: 3 });
  });

  test('that goes takes its keys along, and who makes it anew inherits none', async () => {
    const id = await team({ team_id: 'passing' });
    const one = await key({ team_id: id });
    expect((await call(one)).status).toBe(200);
    expect(await done('/team/delete', { team_ids: [id] })).toEqual({ deleted_teams: [id] });
    expect((await call(one)).status).toBe(401);
    await team({ team_id: id });
    expect((await call(one)).status).toBe(401);
    expect((await get(`/team/info?team_id=${id}`)).body).toMatchObject({ keys: [], team_memberships: [] });
    expect((await post('/team/delete', { team_ids: ['nobody'] })).status).toBe(404);
  });

  test('that is blocked says so, and serves again when it is unblocked', async () => {
    const id = await team();
    const one = await key({ team_id: id });
    expect(await done('/team/block', { team_id: id })).toMatchObject({ blocked: true });
    expect(await call(one)).toMatchObject({ status: 401, body: { error: { type: 'auth_error' } } });
    await done('/team/unblock', { team_id: id });
    expect((await call(one)).status).toBe(200);
  });

  test('holds its keys to its models and limits, also when those change', async () => {
    const id = await team({ models: ['gpt'] });
    const one = await key({ team_id: id });
    expect((await call(one, 'claude')).body).toMatchObject({ error: { type: 'team_model_access_denied' } });
    await done('/team/model/add', { team_id: id, models: ['claude'] });
    expect((await call(one, 'claude')).status).toBe(200);
    await done('/team/model/delete', { team_id: id, models: ['claude'] });
    expect((await call(one, 'claude')).status).toBe(403);
    expect((await post('/team/model/delete', { team_id: id, models: ['gpt'] })).status).toBe(400);
    await done('/team/update', { team_id: id, rpm_limit: 1 });
    expect((await call(one)).status).toBe(200);
    expect((await call(one)).status).toBe(429);
  });

  test('lists its keys and people, page by page', async () => {
    const id = await team({ team_alias: 'Ağaç' });
    await memberKey(id, 'listed');
    await key({ team_id: id });
    const { body } = await get(`/v2/team/list?search=${id}`);
    expect(body).toMatchObject({ total: 1, page: 1, teams: [{ team_id: id, members_count: 1, keys_count: 1 }] });
    const listed = (await get('/team/list?user_id=listed')).body as unknown as object[];
    expect(listed).toMatchObject([{ team_id: id, keys: [{}], team_memberships: [{ user_id: 'listed' }] }]);
    expect((await get('/v2/team/list?page_size=1000')).body).toMatchObject({ error: { param: 'page_size' } });
  });
});

describe('a member of a team', () => {
  test('has a budget that all share who have none of their own', async () => {
    const id = await team({ members_with_roles: [{ role: 'user', user_id: 'early' }] });
    await done('/team/update', { team_id: id, team_member_budget: 5, team_member_rpm_limit: 9 });
    await memberKey(id, 'late');
    await done('/team/member_update', { team_id: id, user_id: 'late', max_budget_in_team: 2, role: 'admin' });
    const { body } = await get(`/team/info?team_id=${id}`);
    expect(body.team_memberships).toMatchObject([
      { user_id: 'early', budget_source: 'team_default', litellm_budget_table: { max_budget: 5, rpm_limit: 9 } },
      {
        user_id: 'late',
        budget_source: 'custom',
        role: 'admin',
        litellm_budget_table: { max_budget: 2, rpm_limit: 9 },
      },
    ]);
    await done('/team/update', { team_id: id, metadata: { free: 1 }, team_member_budget: 6 });
    const again = await get(`/team/info?team_id=${id}`);
    expect(again.body.team_memberships).toMatchObject([{ litellm_budget_table: { max_budget: 6 } }, {}]);
  });

  test('is held to what the team gives them alone', async () => {
    const id = await team();
    await done('/team/member_add', {
      team_id: id,
      member: [{ role: 'user', user_id: 'held' }],
      allowed_models: ['gpt'],
    });
    const one = await key({ team_id: id, user_id: 'held' });
    expect((await call(one, 'claude')).status).toBe(403);
    await done('/team/member_update', { team_id: id, user_id: 'held', rpm_limit: 1, allowed_models: [] });
    expect((await call(one, 'claude')).status).toBe(200);
    expect((await call(one)).status).toBe(429);
  });

  test('who goes loses the keys of the team, and no others', async () => {
    const id = await team();
    const own = await memberKey(id, 'leaving');
    const ofTeam = await key({ team_id: id, user_id: 'leaving' });
    expect((await call(ofTeam)).status).toBe(200);
    await done('/team/member_delete', { team_id: id, user_id: 'leaving' });
    expect((await call(ofTeam)).status).toBe(401);
    expect((await call(own)).status).toBe(200);
    expect((await post('/team/member_delete', { team_id: id, user_id: 'leaving' })).status).toBe(400);
  });

  test('is in it once', async () => {
    const id = await team({ members_with_roles: [{ role: 'user', user_id: 'once' }] });
    const twice = {
      team_id: id,
      member: [
        { role: 'user', user_id: 'twice' },
        { role: 'user', user_id: 'once' },
      ],
    };
    expect((await post('/team/member_add', twice)).status).toBe(400);
    expect((await get(`/team/info?team_id=${id}`)).body.team_memberships).toHaveLength(1);
  });
});

describe('an admin of a team', () => {
  test('looks after its people and narrows it, and widens nothing', async () => {
    const id = await team({ models: ['gpt'], max_budget: 10, budget_duration: '30d' });
    const admin = await memberKey(id, 'chief', 'admin');
    await done('/team/member_add', { team_id: id, member: { role: 'user', user_email: 'новый@пример.рф' } }, admin);
    await done('/team/update', { team_id: id, max_budget: 5 }, admin);
    for (const [name, value] of Object.entries({
      max_budget: 50,
      budget_duration: '1d',
      models: ['gpt', 'claude'],
      organization_id: 'other',
      team_member_budget: 100,
      access_group_ids: ['all'],
    })) {
      expect(await post('/team/update', { team_id: id, [name]: value }, admin)).toMatchObject({
        status: 403,
        body: { error: { param: name } },
      });
    }
    const forAWhile = { temp_budget_increase: 1e9, temp_budget_expiry: '2999-01-01T00:00:00Z' };
    expect(await post('/team/update', { team_id: id, metadata: forAWhile }, admin)).toMatchObject({ status: 403 });
    await done('/team/block', { team_id: id });
    for (const blocked of [null, false]) {
      expect(await post('/team/update', { team_id: id, blocked }, admin)).toMatchObject({
        status: 403,
        body: { error: { param: 'blocked' } },
      });
    }
    await done('/team/unblock', { team_id: id });
    expect(await post('/team/model/add', { team_id: id, models: ['claude'] }, admin)).toMatchObject({ status: 403 });
    const own = { team_id: id, user_id: 'chief', max_budget_in_team: 1e9 };
    expect(await post('/team/member_update', own, admin)).toMatchObject({ status: 403 });
    const unknown = { team_id: id, member: { role: 'user', user_id: 'made-up' } };
    expect(await post('/team/member_add', unknown, admin)).toMatchObject({ status: 403 });
    for (const path of ['/team/block', '/team/unblock']) {
      expect(await post(path, { team_id: id }, admin)).toMatchObject({ status: 403 });
    }
    expect(await post('/team/delete', { team_ids: [id] }, admin)).toMatchObject({ status: 403 });
  });

  test('learns nothing of other teams', async () => {
    const id = await team();
    const admin = await memberKey(id, 'curious', 'admin');
    const foreign = await team();
    for (const path of ['/team/update', '/team/member_delete', '/team/block']) {
      const [there, nowhere] = await Promise.all(
        [foreign, 'nowhere'].map((teamId) => post(path, { team_id: teamId }, admin)),
      );
      expect(there).toEqual(nowhere);
      expect(there?.status).toBe(403);
    }
    expect((await get(`/team/info?team_id=${foreign}`, admin)).status).toBe(403);
    expect((await get('/team/list', admin)).body).toMatchObject([{ team_id: id }]);
    expect((await get('/team/list?user_id=ann', admin)).status).toBe(403);
    expect((await post('/team/new', {}, admin)).status).toBe(403);
  });
});

test.each([
  ['max_budget', -1],
  ['rpm_limit', 1.5],
  ['budget_duration', 'soon'],
  ['team_alias', 'a\nb'],
  ['members_with_roles', [{ role: 'king', user_id: 'a' }]],
  ['members_with_roles', [{ role: 'user' }]],
  ['team_member_budget', 'x'],
  ['organization_id', 'nowhere'],
  ['policies', ['one']],
  ['not_a_member', 1],
])('a team with %s: %j is refused by the name of the member', async (name, value) => {
  expect(await post('/team/new', { [name]: value })).toMatchObject({
    status: 400,
    body: { error: { param: name, code: '400' } },
  });
});
