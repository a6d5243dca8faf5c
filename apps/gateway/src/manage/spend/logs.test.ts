import { expect, test } from 'vitest';
import { managedGateway } from '../../testing/manage.ts';
import { MASTER_KEY } from '../../testing/start-gateway.ts';

const { call, done, get, key } = managedGateway();

const today = new Date().toISOString().slice(0, 10);
const rowsFor = async (asking: string, query = ''): Promise<readonly { api_key: string }[]> =>
  (await get(`/spend/logs${query}`, asking)).body as never;

test('whoever does not see everything is shown what their own key spent, as rows and as sums', async () => {
  await done('/user/new', { user_id: 'ann', user_role: 'internal_user', auto_create_key: false });
  await done('/user/new', { user_id: 'viv', user_role: 'proxy_admin_viewer', auto_create_key: false });
  const [ann, viv, foreign] = [await key({ user_id: 'ann' }), await key({ user_id: 'viv' }), await key()];
  expect(await call(ann)).toMatchObject({ status: 200 });
  for (let calls = 0; calls < 2; calls++) await call(foreign);

  const all = await rowsFor(MASTER_KEY);
  expect(all).toHaveLength(3);
  expect(await rowsFor(viv)).toHaveLength(3);
  const own = await rowsFor(ann);
  expect(own).toHaveLength(1);
  expect(await rowsFor(ann, `?start_date=${today}&end_date=${today}`)).toEqual([
    expect.objectContaining({ startTime: today, [own[0]?.api_key ?? '']: expect.any(Number) }),
  ]);
  const others = all.find(({ api_key }) => api_key !== own[0]?.api_key)?.api_key ?? '';
  for (const asked of [others, 'nobody']) expect(await rowsFor(ann, `?api_key=${asked}`)).toEqual([]);
  expect(await rowsFor(viv, `?api_key=${others}`)).toHaveLength(2);
});
