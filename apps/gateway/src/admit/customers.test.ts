import { openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { manager } from '../testing/manage.ts';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** A vendor that answers ten tokens with ten, at a tenth of a cent each: 0.02 $ a call. */
const price = { input_cost_per_token: 0.001, output_cost_per_token: 0.001, use_chat_completions_api: true };

let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
/** Each customer may spend so much who has no budget of their own. */
let gateway: StartedGateway;
/** Customers may spend what they like. */
let open: StartedGateway;

beforeAll(async () => {
  upstream = await startScriptedUpstream(() => ({
    json: openAiCompletion({ usage: { promptTokens: 10, completionTokens: 10 } }),
  }));
  const model_list = [openAiModel('m', upstream.url, price), openAiModel('dear', upstream.url, price)];
  const general = { master_key: MASTER_KEY, user_header_name: 'X-U' };
  gateway = await startGateway({
    model_list,
    general_settings: general,
    litellm_settings: { max_end_user_budget: 0.01 },
  });
  open = await startGateway({ model_list, general_settings: { ...general, user_header_mappings: MAPPINGS } });
});

const MAPPINGS = [
  { header_name: 'X-Customer', litellm_user_role: 'customer' },
  { header_name: 'X-Staff', litellm_user_role: 'internal_user' },
];

afterAll(async () => {
  await Promise.all([gateway.stop(), open.stop()]);
  await upstream[Symbol.asyncDispose]();
});

const limited = manager(() => gateway);
const free = manager(() => open);

/** Each way to name a customer. */
type Named = readonly [how: string, members: (id: string) => object, headers: (id: string) => Record<string, string>];
const nothing = (): Record<string, string> => ({});
const SPELLINGS: readonly Named[] = [
  ['user', (user) => ({ user }), nothing],
  ['a header', () => ({}), (id) => ({ 'x-litellm-end-user-id': id })],
  ['LiteLLM’s other header', () => ({}), (id) => ({ 'x-litellm-customer-id': id })],
  ['the operator’s header', () => ({}), (id) => ({ 'X-U': id })],
  ['safety_identifier', (id) => ({ safety_identifier: id }), nothing],
  ['metadata.user_id', (id) => ({ metadata: { user_id: id } }), nothing],
  ['litellm_metadata.user', (id) => ({ litellm_metadata: { user: id } }), nothing],
];

let names = 0;
const newName = (): string => `customer-${++names}`;

describe('a customer who appears by themselves', () => {
  test.each(SPELLINGS)('has the budget of all, however named: by %s', async (_how, members, headers) => {
    const id = newName();
    const send = async () => (await gateway.post(ask('m', { max_tokens: 5, ...members(id) }), headers(id))).status;
    expect(await send()).toBe(200);
    expect(await send()).toBe(429);
    await expect
      .poll(async () => (await limited.get(`/customer/info?end_user_id=${id}`)).body, { timeout: 10_000 })
      .toMatchObject({ user_id: id, blocked: false, spend: 0.02, litellm_budget_table: { max_budget: 0.01 } });
  });

  test('is told whose budget it is, what is spent and what may be', async () => {
    const id = newName();
    await gateway.post(ask('m', { user: id }));
    const refused = await gateway.post(ask('m', { user: id }));
    expect(refused.status).toBe(429);
    expect(await refused.text()).toMatch(new RegExp(`End User=${id} over budget.*0\\.02.*0\\.01`));
  });

  test.each([
    [
      '/v1/messages',
      { max_tokens: 5, messages: [{ role: 'user', content: 'hi' }] },
      { metadata: { user_id: 'on-messages' } },
    ],
    ['/v1/responses', { input: 'hi' }, { user: 'on-responses' }],
    ['/v1/completions', { prompt: 'hi' }, { user: 'on-completions' }],
  ])('is held on %s as well', async (path, body, members) => {
    const send = async () => (await gateway.postTo(path, { model: 'm', ...body, ...members })).status;
    expect(await send()).toBe(200);
    expect(await send()).toBe(429);
  });

  test('is listed with what they spent, and can be deleted and begin anew', async () => {
    const id = newName();
    await gateway.post(ask('m', { user: id }));
    await expect
      .poll(async () => (await gateway.get('/end_user/list')).json(), { timeout: 10_000 })
      .toContainEqual(expect.objectContaining({ user_id: id, spend: 0.02 }));
    expect((await gateway.post(ask('m', { user: id }))).status).toBe(429);
    expect(await limited.post('/customer/delete', { user_ids: [id] })).toMatchObject({
      status: 200,
      body: { deleted_customers: 1 },
    });
    expect((await limited.get(`/customer/info?end_user_id=${id}`)).status).toBe(404);
    expect((await gateway.post(ask('m', { user: id }))).status).toBe(200);
  });

  test('is counted where nobody has a budget, and not held', async () => {
    const id = newName();
    for (let call = 0; call < 3; call++) expect((await open.post(ask('m', { user: id }))).status).toBe(200);
    await expect
      .poll(async () => (await free.get(`/customer/info?end_user_id=${id}`)).body.spend, { timeout: 10_000 })
      .toBeCloseTo(0.06);
  });

  test('is nobody where an agent names its session', async () => {
    const session = `user_${'a'.repeat(30)}_account__session_1b`;
    const send = async () => (await gateway.post(ask('m', { metadata: { user_id: session } }))).status;
    expect([await send(), await send()]).toEqual([200, 200]);
  });
});

describe('a customer who is blocked', () => {
  test.each(SPELLINGS)('is refused, however named: by %s', async (_how, members, headers) => {
    const id = newName();
    const at = (key: string): Record<string, string> => ({ ...headers(id), authorization: `Bearer ${key}` });
    const key = await limited.key();
    await limited.done('/customer/block', { user_ids: [id] });
    const refused = await gateway.post(ask('m', members(id)), at(key));
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(id);
    expect((await gateway.post(ask('m', members(id)), at(MASTER_KEY))).status).toBe(400);
    expect(await limited.done('/end_user/unblock', { user_ids: [id] })).toEqual({
      blocked_users: expect.not.arrayContaining([id]),
    });
    expect((await gateway.post(ask('m', members(id)), at(key))).status).toBe(200);
  });

  test('does not hand it on to who comes to their id', async () => {
    const id = newName();
    await free.done('/customer/new', { user_id: id, blocked: true, spend: 3 });
    await free.done('/customer/delete', { user_ids: [id] });
    expect(await free.done('/customer/new', { user_id: id })).toMatchObject({ blocked: false, spend: 0 });
    expect((await open.post(ask('m', { user: id }))).status).toBe(200);
  });

  test('is not believed to be another in a header that says whose staff calls', async () => {
    const id = newName();
    await free.done('/customer/block', { user_ids: [id] });
    expect((await open.post(ask('m'), { 'X-Customer': id })).status).toBe(400);
    expect((await open.post(ask('m'), { 'X-Staff': id })).status).toBe(200);
    // Where headers are mapped, the older setting counts no longer.
    expect((await open.post(ask('m'), { 'X-U': id })).status).toBe(200);
  });
});

describe('a customer who was made', () => {
  test('is shown as LiteLLM shows them, and changed', async () => {
    const id = newName();
    const made = await free.done('/customer/new', { user_id: id, alias: 'Ada', max_budget: 5, budget_duration: '30d' });
    expect(made).toMatchObject({
      user_id: id,
      alias: 'Ada',
      blocked: false,
      spend: 0,
      models: [],
      litellm_budget_table: { max_budget: 5, budget_duration: '30d', budget_reset_at: expect.any(String) },
    });
    expect(await free.done('/end_user/update', { user_id: id, max_budget: 7, alias: null })).toMatchObject({
      alias: null,
      litellm_budget_table: { max_budget: 7, budget_duration: '30d' },
    });
    expect(await free.post('/customer/new', { user_id: id })).toMatchObject({ status: 400 });
    expect(await free.post('/customer/update', { user_id: newName(), alias: 'x' })).toMatchObject({ status: 404 });
  });

  test.each([
    ['no name', { alias: 'x' }, 'user_id'],
    ['a name of blanks', { user_id: '  ' }, 'user_id'],
    ['a long name', { user_id: 'a'.repeat(129) }, 'user_id'],
    ['two budgets', { user_id: 'x', max_budget: 1, budget_id: 'b' }, 'budget_id'],
    ['a budget that is not there', { user_id: 'x', budget_id: 'no-such' }, 'budget_id'],
    ['a negative budget', { user_id: 'x', max_budget: -1 }, 'max_budget'],
    ['a warning that comes too late', { user_id: 'x', max_budget: 1, soft_budget: 1 }, 'soft_budget'],
    ['what is none', { user_id: 'x', colour: 'blue' }, 'colour'],
  ])('has not %s', async (_what, body, param) => {
    expect(await free.post('/customer/new', body)).toMatchObject({ status: 400, body: { error: { param } } });
  });

  test('is held by a budget that several share, each with a purse of their own', async () => {
    const { budget_id } = await free.done('/budget/new', { max_budget: 0.01, budget_duration: '5s' });
    const [one, other] = [newName(), newName()];
    for (const user_id of [one, other]) await free.done('/customer/new', { user_id, budget_id });
    const send = async (user: string) => (await open.post(ask('m', { user }))).status;
    expect([await send(one), await send(one), await send(other)]).toEqual([200, 429, 200]);
    await expect.poll(() => send(one), { timeout: 20_000 }).toBe(200);
    await free.done('/budget/update', { budget_id, max_budget: 100 });
    expect(await send(one)).toBe(200);
  });

  test('has limits of requests, with those of the key together or not at all', async () => {
    const id = newName();
    await free.done('/customer/new', { user_id: id, rpm_limit: 1 });
    const key = await free.key({ rpm_limit: 2 });
    const send = (user: string) => free.call(key, 'm', { user });
    expect((await send(id)).status).toBe(200);
    const refused = await send(id);
    expect(refused).toMatchObject({ status: 429 });
    expect(JSON.stringify(refused.body)).toContain(`end_user: ${id}`);
    // What was refused took nothing of the key's.
    expect((await send(newName())).status).toBe(200);
    expect((await send(newName())).status).toBe(429);
  });

  test('may ask the models of their list', async () => {
    const id = newName();
    await free.done('/customer/new', { user_id: id, models: ['m'] });
    expect((await open.post(ask('m', { user: id }))).status).toBe(200);
    const refused = await open.post(ask('dear', { user: id }));
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ error: { type: 'customer_model_access_denied' } });
    expect((await open.post(ask('m', { user: id, fallbacks: ['dear'] }))).status).toBe(403);
  });

  test('has a budget for one model alone', async () => {
    const id = newName();
    await free.done('/customer/new', {
      user_id: id,
      model_max_budget: { m: { budget_limit: 0.01, time_period: '1d' } },
    });
    const send = async (model: string) => (await open.post(ask(model, { user: id }))).status;
    expect([await send('m'), await send('m'), await send('dear')]).toEqual([200, 429, 200]);
  });
});

test('a key says which budget its customers have, before the one of all', async () => {
  const { budget_id } = await limited.done('/budget/new', { max_budget: 0.05 });
  const key = await limited.key({ end_user_budget_id: budget_id });
  const user = newName();
  const call = async () => (await limited.call(key, 'm', { user, max_tokens: 5 })).status;
  expect([await call(), await call(), await call(), await call()]).toEqual([200, 200, 200, 429]);
});
