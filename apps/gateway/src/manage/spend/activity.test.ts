import { expect, test } from 'vitest';
import { managedGateway } from '../../testing/manage.ts';
import { MASTER_KEY } from '../../testing/start-gateway.ts';

const { call, done, get, key, post } = managedGateway();
const today = new Date().toISOString().slice(0, 10);
const dates = `start_date=${today}&end_date=${today}`;

test('sums of days tell what users, teams and tags did, to everybody their own', async () => {
  await done('/user/new', { user_id: 'ann', user_role: 'internal_user', auto_create_key: false });
  const { team_id: team } = await done('/team/new', { team_alias: 'blue' });
  const [ann, blue] = [await key({ user_id: 'ann' }), await key({ team_id: team, metadata: { tags: ['red'] } })];
  await call(ann, 'gpt', { user: 'customer 7' });
  for (let calls = 0; calls < 2; calls++) await call(blue, 'gpt', { metadata: { tags: ['green'] } });

  const shown = async (path: string, asking = MASTER_KEY) => (await get(`${path}?${dates}`, asking)).body;
  const all = await shown('/user/daily/activity');
  expect(all).toMatchObject({
    results: [{ date: today, metrics: { api_requests: 3, failed_requests: 0 } }],
    metadata: { total_api_requests: 3, page: 1, total_pages: 1, has_more: false },
  });
  expect(await shown('/user/daily/activity', ann)).toMatchObject({
    results: [{ breakdown: { entities: { ann: { metrics: { api_requests: 1 } } } } }],
    metadata: { total_api_requests: 1 },
  });
  expect(await shown('/team/daily/activity')).toMatchObject({
    results: [{ breakdown: { entities: { [String(team)]: { metadata: { team_alias: 'blue' } } } } }],
  });
  // Two tags are two entries, and one request.
  expect(await shown('/tag/daily/activity')).toMatchObject({
    results: [{ breakdown: { entities: { red: { metrics: { api_requests: 2 } }, green: {} } } }],
    metadata: { total_api_requests: 2 },
  });
  expect(await shown('/customer/daily/activity')).toMatchObject({ metadata: { total_api_requests: 1 } });
  expect(await get(`/customer/daily/activity?${dates}`, ann)).toMatchObject({ status: 403 });
  expect(await shown('/global/activity')).toMatchObject({ sum_api_requests: 3 });
  expect(await shown('/global/activity', ann)).toMatchObject({ sum_api_requests: 1 });
  expect(await shown('/spend/tags')).toContainEqual(
    expect.objectContaining({ individual_request_tag: 'red', log_count: 2 }),
  );
  const { spend } = (await get('/global/spend')).body;
  expect(Number(spend)).toBeCloseTo((all.metadata as { total_spend: number }).total_spend, 9);
  expect((await get('/global/spend/keys')).body).toHaveLength(2);

  const report = async (more: string, asking = MASTER_KEY) =>
    (await get(`/global/spend/report?${dates}${more}`, asking)).body as unknown as Record<string, unknown>[];
  const [day] = await report('');
  expect(day).toMatchObject({
    group_by_day: `${today}T00:00:00Z`,
    teams: expect.arrayContaining([expect.objectContaining({ team_name: 'blue' })]),
  });
  expect(await report('&group_by=customer')).toMatchObject([{ customers: [{ customer: 'customer 7' }] }]);
  const keys = await report('&group_by=api_key');
  expect(keys.reduce((total, { total_cost: cost }) => total + Number(cost), 0)).toBeCloseTo(Number(spend), 9);
  expect(await report(`&api_key=${blue}`)).toMatchObject([{ model_details: [{ total_cost: expect.any(Number) }] }]);
  expect(await report('&internal_user_id=ann')).toHaveLength(1);
  expect(await report('&group_by=api_key', ann)).toHaveLength(1);
  expect(await get(`/global/spend/report?${dates}&group_by=customer`, ann)).toMatchObject({ status: 403 });
  expect((await get('/global/spend/teams')).body).toMatchObject({ teams: expect.arrayContaining(['blue']) });
});

test.each([
  ['/user/daily/activity', 'start_date'],
  [`/user/daily/activity?start_date=${today}&end_date=2020-01-01`, 'end_date'],
  [`/user/daily/activity?start_date=2020-01-01&end_date=${today}`, 'end_date'],
  [`/user/daily/activity?${dates}&page_size=0`, 'page_size'],
  ['/global/spend/report', 'start_date'],
  [`/global/spend/report?${dates}&group_by=model`, 'group_by'],
  [`/spend/logs/v2?${dates}&page=0`, 'page'],
  [`/spend/logs/v2?${dates}&sort_by=words`, 'sort_by'],
])('%s is refused by its %s', async (path, param) => {
  expect(await get(path)).toMatchObject({ status: 400, body: { error: { param } } });
});

test('who spent how much is told, the dearest first, and all of it is set to nothing by the master key alone', async () => {
  const users = ['spender', 'saver'];
  const keys = await Promise.all(
    users.map(async (id) => String((await done('/user/new', { user_id: id, user_role: 'internal_user' })).key)),
  );
  const [spender = '', saver = ''] = keys;
  for (const user of ['kunde', 'kunde', 'kundin']) expect((await call(spender, 'gpt', { user })).status).toBe(200);
  expect((await call(saver)).status).toBe(200);
  const list = async (path: string, as?: string) => (await get(path, as)).body as unknown as Record<string, unknown>[];
  const order = (await list('/spend/users')).map(({ user_id: id }) => String(id)).filter((id) => users.includes(id));
  expect(order).toEqual(users);
  expect((await list('/spend/users', saver)).map(({ user_id: id }) => id)).toEqual(['saver']);
  expect((await get('/spend/users?user_id=spender', saver)).status).toBe(403);
  const spent = (await list('/spend/keys')).map(({ spend }) => Number(spend));
  expect(spent).toEqual(spent.toSorted((one, other) => other - one));
  expect((await list('/spend/keys', spender)).map(({ user_id: id }) => id)).toEqual(['spender']);
  const customers = (await done('/global/spend/end_users', { api_key: spender })) as unknown as object[];
  expect(customers).toMatchObject([
    { end_user: 'kunde', total_count: 2 },
    { end_user: 'kundin', total_count: 1 },
  ]);
  expect(await post('/global/spend/end_users', { startTime: 'soon' })).toMatchObject({
    status: 400,
    body: { error: { param: 'startTime' } },
  });
  const { key: admin } = await done('/user/new', { user_role: 'proxy_admin' });
  for (const as of [spender, String(admin)]) expect((await post('/global/spend/reset', {}, as)).status).toBe(403);
  expect(await done('/global/spend/reset', {})).toMatchObject({ status: 'success' });
  expect((await list('/spend/keys')).every(({ spend }) => spend === 0)).toBe(true);
  expect((await call(spender)).status).toBe(200);
  // Rows stay.
  expect(await list(`/spend/logs?api_key=${spender}`)).toHaveLength(4);
});
