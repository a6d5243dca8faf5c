import { openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { manager } from '../testing/manage.ts';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** A vendor that answers ten tokens with ten, at a tenth of a cent each: 0.02 $ a call. */
const price = { input_cost_per_token: 0.001, output_cost_per_token: 0.001 };

let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
let gateway: StartedGateway;
beforeAll(async () => {
  upstream = await startScriptedUpstream(() => ({
    json: openAiCompletion({ usage: { promptTokens: 10, completionTokens: 10 } }),
  }));
  gateway = await startGateway({ model_list: [openAiModel('gpt', upstream.url, price)] });
});
afterAll(async () => {
  await gateway.stop();
  await upstream[Symbol.asyncDispose]();
});

const { done, post, get, key, call } = manager(() => gateway);

let names = 0;

/** A tag that was made, of a name of its own. */
async function tag(members: object = {}): Promise<string> {
  const name = `tag-${++names}`;
  await done('/tag/new', { name, ...members });
  return name;
}

async function infoOf(name: string): Promise<Record<string, unknown>> {
  const info = await done('/tag/info', { names: [name] });
  return info[name] as Record<string, unknown>;
}

const spendOf = async (name: string) => (await infoOf(name)).spend;

type Written = readonly [
  how: string,
  members: (tags: readonly string[]) => object,
  headers: (tags: readonly string[]) => Record<string, string>,
];
const WAYS: readonly Written[] = [
  ['tags', (tags) => ({ tags }), () => ({})],
  ['metadata.tags', (tags) => ({ metadata: { tags } }), () => ({})],
  ['litellm_metadata.tags', (tags) => ({ litellm_metadata: { tags } }), () => ({})],
  ['a header', () => ({}), (tags) => ({ 'x-litellm-tags': tags.join(',') })],
];

describe('a call with several tags', () => {
  test.each(WAYS)('costs each of them what it cost, once, by %s', async (_how, members, headers) => {
    const [a, b, c] = [await tag(), await tag(), await tag()];
    const written = [a, b, a, ' ', c];
    expect((await gateway.post(ask('gpt', members(written)), headers(written))).status).toBe(200);
    for (const one of [a, b, c]) await expect.poll(() => spendOf(one), { timeout: 10_000 }).toBe(0.02);
  });

  test('counts those of its key and its team always, and those of its caller in addition', async () => {
    const [ofKey, ofTeam, ofCaller] = [await tag(), await tag(), await tag()];
    const { team_id } = await done('/team/new', { tags: [ofTeam] });
    const holder = await key({ team_id, tags: [ofKey] });
    expect((await call(holder, 'gpt', { tags: [ofCaller] })).status).toBe(200);
    for (const one of [ofKey, ofTeam, ofCaller]) await expect.poll(() => spendOf(one), { timeout: 10_000 }).toBe(0.02);
  });
});

describe('the budget of a tag', () => {
  test.each(WAYS)('refuses whoever names it, by %s', async (_how, members, headers) => {
    const blue = await tag({ max_budget: 0.01 });
    const holder = await key({ tags: ['red'] });
    const send = async () =>
      gateway.post(ask('gpt', members([blue])), { ...headers([blue]), authorization: `Bearer ${holder}` });
    expect((await send()).status).toBe(200);
    const refused = await send();
    expect(refused.status).toBe(429);
    expect(await refused.text()).toMatch(new RegExp(`Tag=${blue}.*0\\.02.*0\\.01`));
    expect((await call(holder)).status).toBe(200);
  });

  test('holds the keys that have the tag, whatever their callers write', async () => {
    const blue = await tag({ max_budget: 0.01 });
    const holder = await key({ tags: [blue] });
    const other = await key({ metadata: { tags: [blue] } });
    expect((await call(holder, 'gpt', { tags: [] })).status).toBe(200);
    expect((await call(holder, 'gpt', { tags: ['green'] })).status).toBe(429);
    expect((await call(other)).status).toBe(429);
  });

  test('begins anew with its window, and ends with the tag', async () => {
    const blue = await tag({ max_budget: 0.01, budget_duration: '5s' });
    const holder = await key({ tags: [blue] });
    expect((await call(holder)).status).toBe(200);
    expect((await call(holder)).status).toBe(429);
    await expect.poll(async () => (await call(holder)).status, { timeout: 20_000 }).toBe(200);
    await done('/tag/delete', { name: blue });
    expect((await call(holder)).status).toBe(200);
    await done('/tag/new', { name: blue, max_budget: 0.01 });
    expect(await infoOf(blue)).toMatchObject({ spend: 0 });
  });

  test('is not washed by changing it, nor by changing its window', async () => {
    const blue = await tag({ max_budget: 1, budget_duration: '30d' });
    const holder = await key({ tags: [blue] });
    expect((await call(holder)).status).toBe(200);
    await done('/tag/update', { name: blue, max_budget: 0.01, budget_duration: '60d' });
    expect((await call(holder)).status).toBe(429);
    await done('/tag/update', { name: blue, budget_duration: '1d' });
    expect((await call(holder)).status).toBe(429);
  });

  test('may be one that several share, with a purse for each', async () => {
    const { budget_id } = await done('/budget/new', { max_budget: 0.01 });
    const [one, other] = [await tag({ budget_id }), await tag({ budget_id })];
    const holder = await key();
    const statuses = [];
    for (const name of [one, one, other]) statuses.push((await call(holder, 'gpt', { tags: [name] })).status);
    expect(statuses).toEqual([200, 429, 200]);
    expect(await post('/budget/delete', { id: budget_id })).toMatchObject({ status: 400 });
  });

  test('may be one of requests a minute', async () => {
    const slow = await tag({ rpm_limit: 1 });
    const holder = await key({ tags: [slow] });
    expect((await call(holder)).status).toBe(200);
    const refused = await call(holder);
    expect(refused.status).toBe(429);
    expect(JSON.stringify(refused.body)).toContain(`tag: ${slow}`);
  });
});

test('what a body says of keys and teams is believed nowhere', async () => {
  const { team_id: own } = await done('/team/new', {});
  const { team_id: other } = await done('/team/new', {});
  const holder = await key({ team_id: own });
  const metadata = { user_api_key_team_id: other, user_api_key: 'x', user_api_key_user_id: 'somebody' };
  expect((await call(holder, 'gpt', { metadata, litellm_metadata: metadata })).status).toBe(200);
  const spent = async (team: unknown) =>
    ((await get(`/team/info?team_id=${String(team)}`)).body.team_info as { spend: number }).spend;
  await expect.poll(() => spent(own), { timeout: 10_000 }).toBe(0.02);
  expect(await spent(other)).toBe(0);
  expect(await post('/user/info?user_id=somebody', {})).not.toMatchObject({ status: 200 });
});

test('tags are shown as LiteLLM shows them, to administrators all and to others those of their key', async () => {
  const [blue, red] = [await tag({ description: 'the sea', max_budget: 5 }), await tag()];
  expect(await infoOf(blue)).toMatchObject({
    name: blue,
    description: 'the sea',
    models: [],
    created_at: expect.any(String),
    litellm_budget_table: { max_budget: 5 },
  });
  const listed = (await get('/tag/list')).body as unknown as { name: string }[];
  expect(listed.map(({ name }) => name)).toEqual(expect.arrayContaining([blue, red]));
  const { user_id } = await done('/user/new', { user_role: 'internal_user', auto_create_key: false });
  const holder = await key({ user_id, tags: [red] });
  const own = (await get('/tag/list', holder)).body as unknown as { name: string }[];
  expect(own.map(({ name }) => name)).toEqual([red]);
  expect((await post('/tag/info', { names: [blue] }, holder)).status).toBe(403);
  expect((await post('/tag/info', { names: ['no-such-tag'] }, holder)).status).toBe(403);
  expect((await post('/tag/info', { names: ['no-such-tag'] })).status).toBe(404);
});

test.each([
  ['/tag/new', {}, 400, 'name'],
  ['/tag/new', { name: ' ' }, 400, 'name'],
  ['/tag/new', { name: 'x'.repeat(129) }, 400, 'name'],
  ['/tag/new', { name: 'x', models: ['gpt'] }, 400, 'models'],
  ['/tag/new', { name: 'x', max_budget: 'much' }, 400, 'max_budget'],
  ['/tag/update', { name: 'no-such-tag' }, 404, 'name'],
  ['/tag/delete', { name: 'no-such-tag' }, 404, 'name'],
  ['/tag/info', { names: [] }, 400, 'names'],
])('%s with %j is a %i that names the member', async (path, body, status, param) => {
  expect(await post(path, body)).toMatchObject({ status, body: { error: { param } } });
});

describe('where callers may write no tags', () => {
  let strict: StartedGateway;
  beforeAll(async () => {
    strict = await startGateway({
      model_list: [openAiModel('gpt', upstream.url, price)],
      general_settings: { master_key: MASTER_KEY, reject_clientside_metadata_tags: true },
    });
  });
  afterAll(() => strict.stop());

  test.each(WAYS)('those by %s are refused', async (_how, members, headers) => {
    expect((await strict.post(ask('gpt', members(['blue'])), headers(['blue']))).status).toBe(400);
    expect((await strict.post(ask('gpt', members([])), {})).status).toBe(_how === 'a header' ? 200 : 400);
  });
});
