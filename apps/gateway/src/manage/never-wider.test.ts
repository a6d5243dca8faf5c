import { beforeAll, describe, expect, test, vi } from 'vitest';
import { managedGateway } from '../testing/manage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { post, done, get, key, call } = managedGateway();

/** What an internal user holds: the key that asks, and one that administrators hold narrower than that. */
let own: string;
let held: string;

const LATER = '2999-01-01T00:00:00.000Z';

beforeAll(async () => {
  const limits = { max_budget: 1, rpm_limit: 1_000, tpm_limit: 100_000, max_parallel_requests: 50 };
  await done('/user/new', { user_id: 'ann', models: ['gpt'], auto_create_key: false, ...limits });
  own = await key({ user_id: 'ann', models: ['gpt'], budget_limits: [{ max_budget: 1, budget_duration: '30d' }] });
  held = await key({
    user_id: 'ann',
    key_alias: 'held',
    models: ['gpt'],
    blocked: true,
    allowed_routes: ['/chat/completions'],
    max_budget: 1,
    budget_duration: '30d',
    tags: ['red'],
    model_rpm_limit: { gpt: 5 },
    enforced_params: ['user'],
    model_max_budget: { gpt: 1 },
    allowed_cache_controls: ['no-store'],
    metadata: { refuse_unknown_cost: true },
  });
});

/** Each gives more than its writer has. */
const WIDER: readonly Readonly<Record<string, unknown>>[] = [
  { allowed_routes: ['/*'] },
  { allowed_routes: ['management_routes'] },
  { permissions: { get_spend_routes: true } },
  { permissions: { allow_pii_controls: true } },
  { models: ['claude'] },
  { models: ['gpt', 'claude'] },
  { models: [] },
  { models: ['*'] },
  { models: ['all-proxy-models'] },
  { models: null },
  { max_budget: 1e9 },
  { max_budget: null },
  { rpm_limit: 1e9 },
  { tpm_limit: null },
  { max_parallel_requests: null },
  { budget_id: 'another' },
  { access_group_ids: ['all'] },
  { allowed_passthrough_routes: ['/anthropic'] },
  { end_user_budget_id: 'another' },
  { spend: 0.5 },
  { budget_limits: [{ max_budget: 1e9, budget_duration: '1d' }] },
  { user_id: 'bob' },
  { team_id: 'another' },
  { organization_id: 'another' },
  { metadata: { temp_budget_increase: 1e9, temp_budget_expiry: LATER } },
  { metadata: { allowed_passthrough_routes: ['/anthropic'] } },
  { metadata: { end_user_budget_id: 'another' } },
];

/** The same of one that is held already: it is let go. */
const LOOSER: readonly Readonly<Record<string, unknown>>[] = [
  { blocked: false },
  { blocked: null },
  { key_type: 'management' },
  { allowed_routes: null },
  { allowed_routes: [] },
  { budget_duration: '1s' },
  { tags: [] },
  { tags: null },
  { metadata: { tags: [] } },
  { metadata: { tags: null } },
  { model_rpm_limit: { gpt: 1e6 } },
  { model_rpm_limit: {} },
  { metadata: { model_rpm_limit: { gpt: 1e6 } } },
  { enforced_params: [] },
  { metadata: { enforced_params: [] } },
  { model_max_budget: {} },
  { model_max_budget: { gpt: 1e9 } },
  { allowed_cache_controls: [] },
  { allowed_cache_controls: null },
  { metadata: { refuse_unknown_cost: false } },
  { spend: 0 },
  { temp_budget_increase: 1e9, temp_budget_expiry: LATER },
];

/** Where somebody writes what somebody may. */
const ENDPOINTS: Readonly<Record<string, () => readonly [path: string, body: object]>> = {
  'a key that is made': () => ['/key/generate', {}],
  'one’s own key': () => ['/key/update', { key: own }],
  'one’s own key made anew': () => [`/key/${own}/regenerate`, {}],
  'a key that is held': () => ['/key/update', { key: held }],
  'a key that is held, made anew': () => ['/key/regenerate', { key: held }],
  'a service account': () => ['/key/service-account/generate', { team_id: 'another' }],
};

const OF_HELD = new Set(['a key that is held', 'a key that is held, made anew']);

const pairs = Object.keys(ENDPOINTS).flatMap((endpoint) => {
  const isHeld = OF_HELD.has(endpoint);
  const given = isHeld ? [...WIDER, ...LOOSER] : WIDER;
  // One who is made anew is told by a list of members without these two.
  const temporary = (members: object) => 'temp_budget_increase' in members && endpoint.includes('made anew');
  // A service account is nobody's, which is no question of who asks.
  const isMeant = (members: object) => !(endpoint === 'a service account' && 'user_id' in members);
  return given.flatMap((members) =>
    temporary(members) || !isMeant(members) ? [] : [[endpoint, JSON.stringify(members), members] as const],
  );
});

async function everything(): Promise<unknown> {
  const paths = [`/key/info?key=${own}`, `/key/info?key=${held}`, '/key/list?size=100', '/user/info?user_id=ann'];
  return Promise.all(paths.map((path) => get(path)));
}

describe('nobody gives more than they have', () => {
  test.each(pairs)('to %s: %s', async (endpoint, _, members) => {
    const before = await everything();
    const [path, body] = ENDPOINTS[endpoint]?.() ?? ['', {}];
    expect(await post(path, { ...body, ...members }, own)).toMatchObject({ status: 403 });
    expect(await everything()).toEqual(before);
  });

  test.each(['/user/new', '/user/update'])('to a user, by %s', async (path) => {
    for (const members of [{ user_role: 'proxy_admin' }, { max_budget: 1e9 }, { models: [] }, { permissions: {} }]) {
      expect(await post(path, { user_id: 'ann', ...members }, own)).toMatchObject({ status: 403 });
    }
  });
});

test('a budget that begins anew more often is wider', async () => {
  const monthly = await key({ user_id: 'ann', max_budget: 1, budget_duration: '30d' });
  const make = (members: object) => post('/key/generate', { models: ['gpt'], ...members }, monthly);
  expect(await make({ max_budget: 1, budget_duration: '1s' })).toMatchObject({
    status: 403,
    body: { error: { param: 'budget_duration' } },
  });
  expect(await make({ max_budget: 1, budget_duration: '30d' })).toMatchObject({ status: 200 });
  expect(await make({ max_budget: 1 })).toMatchObject({ status: 200, body: { budget_duration: null } });
});

test('what is as narrow, or narrower, is anybody’s to write of their own', async () => {
  const made = await done('/key/generate', { models: ['gpt'], max_budget: 0.5, tags: ['blue'], rpm_limit: 3 }, own);
  expect(made).toMatchObject({ user_id: 'ann', max_budget: 0.5, metadata: { tags: ['blue'] } });
  expect((await call(String(made.key))).status).toBe(200);
  const { metadata } = (await get(`/key/info?key=${held}`)).body.info as { metadata: object };
  // As a program does that reads, adds a note of its own, and writes back.
  const noted = { ...metadata, note: 'mine', tags: ['red', 'green'] };
  expect(await done('/key/update', { key: held, metadata: noted, blocked: true }, own)).toMatchObject({
    metadata: { ...metadata, note: 'mine', tags: ['red', 'green'] },
  });
  // What is left out of metadata stays where it limits.
  expect(await done('/key/update', { key: held, metadata: {} }, own)).toMatchObject({
    metadata: { refuse_unknown_cost: true, enforced_params: ['user'], tags: ['red', 'green'] },
  });
});

test.each([
  ['model_rpm_limit', { gpt: 'many' }],
  ['model_tpm_limit', { gpt: -1 }],
  ['tags', 'blue'],
  ['guardrails', [1]],
  ['temp_budget_increase', 'much'],
])('a limit in metadata that cannot be read is refused, and not kept to hold nobody: %s: %j', async (name, value) => {
  const path = name === 'temp_budget_increase' ? '/key/update' : '/key/generate';
  const named = path === '/key/update' ? { key: own } : {};
  expect(await post(path, { ...named, metadata: { [name]: value } })).toMatchObject({
    status: 400,
    body: { error: { param: `metadata.${name}` } },
  });
});
