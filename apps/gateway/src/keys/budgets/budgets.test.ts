import {
  openAiCompletion,
  startRedis,
  startScriptedUpstream,
  requireTool,
  temporaryFolder,
  emptyPostgresDatabase,
  type RunningRedis,
} from '@showrunner/testkit';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdersOf, type Held } from '../../testing/holders.ts';
import { manager } from '../../testing/manage.ts';
import { ask, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

/** Each is a process of its own, and takes its time on a busy machine. */
const SEVERAL_SERVERS = { timeout: 120_000 };

type Body = Record<string, unknown>;

/** A vendor that answers ten tokens with ten, at a tenth of a cent each: 0.02 $ a call. */
const price = { input_cost_per_token: 0.001, output_cost_per_token: 0.001 };
const usage = { promptTokens: 10, completionTokens: 10 };

let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
let gateway: StartedGateway;

beforeAll(async () => {
  upstream = await startScriptedUpstream(() => ({ json: openAiCompletion({ usage }) }));
  gateway = await startGateway(configuration());
});

afterAll(async () => {
  await gateway.stop();
  await upstream[Symbol.asyncDispose]();
});

function configuration(more: object = {}): object {
  const free = { input_cost_per_token: 0, output_cost_per_token: 0 };
  return {
    model_list: [
      openAiModel('m', upstream.url, price),
      openAiModel('dear', upstream.url, price),
      openAiModel('free', upstream.url, free),
      openAiModel('unpriced', upstream.url, { model: 'openai/no-such-model' }),
    ],
    ...more,
  };
}

async function make(members: object, at = gateway): Promise<string> {
  return ((await (await at.postTo('/key/generate', members)).json()) as { key: string }).key;
}

const call = (key: string, model = 'm', at = gateway, members: object = { max_tokens: 10 }) =>
  at.post(ask(model, members), { authorization: `Bearer ${key}` });

async function info(key: string, at = gateway): Promise<Body> {
  const response = await at.get(`/key/info?key=${key}`);
  return ((await response.json()) as { info: Body }).info;
}

const spendOf = async (key: string, at = gateway) => (await info(key, at)).spend;

describe('a budget', () => {
  test('is spent by what calls cost, refuses when nothing is left, and says whose it is', async () => {
    const key = await make({ max_budget: 0.03, key_alias: 'spender' });
    const first = await call(key);
    expect(first.status).toBe(200);
    expect(first.headers.get('x-litellm-key-max-budget')).toBe('0.03');
    expect(Number(first.headers.get('x-litellm-key-spend'))).toBeCloseTo(0.02);
    expect((await call(key)).status).toBe(200);
    const refused = await call(key);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({
      error: {
        type: 'budget_exceeded',
        code: '429',
        message: expect.stringMatching(/Key=spender \(sk-\.\.\..*0\.04.*0\.03/),
      },
    });
    await expect.poll(() => spendOf(key), { timeout: 30_000 }).toBeCloseTo(0.04);
  });

  test.each([
    ['of nothing', { max_budget: 0 }],
    ['that is reached to the cent', { max_budget: 0.02, spend: 0.02 }],
  ])('%s refuses all that costs something', async (_what, members) => {
    const key = await make(members);
    expect((await call(key)).status).toBe(429);
    expect((await call(key, 'unpriced')).status).toBe(429);
    expect((await call(key, 'free')).status).toBe(200);
  });

  test('that is not there binds nobody', async () => {
    const key = await make({ max_budget: null, spend: 1_000 });
    expect((await call(key)).status).toBe(200);
  });

  test('admits as many at once as it can pay for, and one alone while anything is left', async () => {
    const key = await make({ max_budget: 0.05 });
    // Seventeen tokens in and ten out are expected: 0.03 $ and something.
    const burst = await Promise.all(Array.from({ length: 20 }, () => call(key)));
    const admitted = burst.filter(({ status }) => status === 200).length;
    expect(admitted).toBeGreaterThan(0);
    const refused = burst.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    let alone = 0;
    while ((await call(key)).status === 200 && alone < 5) alone++;
    // Behind 0.04 $ something is left, behind 0.06 $ nothing.
    expect(admitted + alone).toBe(3);
  });

  test('of one model binds that model alone', async () => {
    const key = await make({ model_max_budget: { m: { budget_limit: 0.01, time_period: '1d' } } });
    expect((await call(key)).status).toBe(200);
    expect((await call(key)).status).toBe(429);
    expect((await call(key, 'dear')).status).toBe(200);
  });

  test('of several windows refuses by the narrowest', async () => {
    const limits = [
      { budget_duration: '1d', max_budget: 1 },
      { budget_duration: '1h', max_budget: 0.01 },
    ];
    const key = await make({ budget_limits: limits });
    expect((await call(key)).status).toBe(200);
    const refused = await call(key);
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain('1h');
  });

  test('is empty again when its window is over, and shows it', async () => {
    const key = await make({ max_budget: 0.01, budget_duration: '3s' });
    const next = async () => (await call(key)).status;
    expect(await next()).toBe(200);
    // On a busy machine the next window may have begun meanwhile.
    await expect.poll(next, { timeout: 15_000 }).toBe(429);
    await expect.poll(next, { timeout: 15_000 }).toBe(200);
  });

  test('is not washed by updates, nor by a key made anew', async () => {
    const key = await make({ max_budget: 0.01 });
    expect((await call(key)).status).toBe(200);
    await expect.poll(() => spendOf(key), { timeout: 30_000 }).toBeCloseTo(0.02);
    const renewed = (await (await gateway.postTo('/key/regenerate', { key })).json()) as { key: string; spend: number };
    expect(renewed.spend).toBeCloseTo(0.02);
    expect((await call(renewed.key)).status).toBe(429);
    await gateway.postTo('/key/update', { key: renewed.key, max_budget: 0.011 });
    expect((await call(renewed.key)).status).toBe(429);
  });

  test('armed with a window later begins at nothing, once', async () => {
    const key = await make({ spend: 100 });
    const update = { key, max_budget: 0.03, budget_duration: '30d' };
    await gateway.postTo('/key/update', update);
    expect((await call(key)).status).toBe(200);
    await gateway.postTo('/key/update', update);
    expect((await call(key)).status).toBe(200);
    await expect.poll(() => spendOf(key), { timeout: 30_000 }).toBeCloseTo(0.04);
    await gateway.postTo('/key/update', update);
    expect((await call(key)).status).toBe(429);
    expect((await info(key)).total_spend).toBeCloseTo(100.04);
  });

  test('is given anew by who may', async () => {
    const key = await make({ max_budget: 0.01 });
    await call(key);
    expect((await call(key)).status).toBe(429);
    const { status } = await gateway.postTo(`/key/${key}/reset_spend`, { reset_to: 0 });
    expect(status).toBe(200);
    expect((await call(key)).status).toBe(200);
  });

  test('may be passed for a while', async () => {
    const key = await make({ max_budget: 0.01 });
    await call(key);
    expect((await call(key)).status).toBe(429);
    const temp_budget_expiry = new Date(Date.now() + 3_600_000).toISOString();
    await gateway.postTo('/key/update', { key, temp_budget_increase: 1, temp_budget_expiry });
    expect((await call(key)).status).toBe(200);
  });
});

test('what was spent outlives a restart', SEVERAL_SERVERS, async () => {
  await using folder = await temporaryFolder();
  const first = await startGateway(configuration(), { DATA_DIR: folder.path });
  const key = await make({ max_budget: 0.03 }, first);
  await call(key, 'm', first);
  await call(key, 'm', first);
  await first.stop();
  await using second = await startGateway(configuration(), { DATA_DIR: folder.path });
  expect((await call(key, 'm', second)).status).toBe(429);
  expect(await spendOf(key, second)).toBeCloseTo(0.04);
});

test('replicas share a budget exactly', { ...requireTool('postgres', 'redis'), ...SEVERAL_SERVERS }, async () => {
  await using redis = await startRedis();
  const url = await emptyPostgresDatabase();
  const env = { LITELLM_DATABASE_URL: url, REDIS_HOST: '127.0.0.1', REDIS_PORT: String(redis.port) };
  await using one = await startGateway(configuration(), env);
  await using other = await startGateway(configuration(), env);
  const key = await make({ max_budget: 0.1 }, one);
  const burst = await Promise.all(Array.from({ length: 60 }, (_, index) => call(key, 'm', index % 2 ? one : other)));
  const admitted = burst.filter(({ status }) => status === 200).length;
  expect(admitted).toBeGreaterThan(0);
  await expect.poll(() => spendOf(key, other), { timeout: 30_000 }).toBeCloseTo(admitted * 0.02);
  expect(admitted * 0.02).toBeLessThanOrEqual(0.1 + 0.02);
  await one.postTo('/key/block', { key });
  await expect.poll(async () => (await call(key, 'm', other)).status, { timeout: 30_000 }).toBe(401);
});

test(
  'a counter of Redis that comes back old is believed nowhere',
  { ...requireTool('redis'), ...SEVERAL_SERVERS },
  async () => {
    await using folder = await temporaryFolder();
    await using redis = await startRedis({ settings: { dir: folder.path } });
    const env = { DATA_DIR: folder.path, REDIS_HOST: '127.0.0.1', REDIS_PORT: String(redis.port) };
    const first = await startGateway(configuration(), env);
    let serving = first;
    const managed = manager(() => serving);
    const { team_id } = await managed.done('/team/new', { team_member_budget: 0.05 });
    const { user_id } = await managed.done('/user/new', { auto_create_key: false });
    await managed.done('/team/member_add', { team_id, member: { role: 'user', user_id } });
    const limits = { max_budget: 0.05 };
    const holders = holdersOf(managed);
    const held: Record<string, Held> = {
      member: { holder: await managed.key({ team_id, user_id }) },
      model: { holder: await managed.key({ model_max_budget: { m: 0.05 } }) },
      window: { holder: await managed.key({ budget_limits: [{ max_budget: 0.05, budget_duration: '30d' }] }) },
    };
    for (const [name, { make: makeHolder }] of Object.entries(holders)) held[name] = await makeHolder(limits);
    const statuses = async () =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(held).map(async ([name, { holder, members }]) => [
            name,
            (await managed.call(holder, 'm', { max_tokens: 10, ...members })).status,
          ]),
        ),
      );
    const all = (status: number) => Object.fromEntries(Object.keys(held).map((name) => [name, status]));
    expect(await statuses()).toEqual(all(200));
    expect(await told(redis, 'SAVE')).toMatch(/^\+OK/);
    expect(await statuses()).toEqual(all(200));
    expect(await statuses()).toEqual(all(200));
    expect(await statuses()).toEqual(all(429));
    await redis.restart();
    expect(await told(redis, 'DBSIZE')).toMatch(/^:[1-9]/);
    expect(await statuses()).toEqual(all(429));
    // Nor by one that has seen nothing of it itself.
    await first.stop();
    await using second = await startGateway(configuration(), env);
    serving = second;
    expect(await statuses()).toEqual(all(429));
  },
);

/** What Redis answers to a command. */
async function told({ port, host }: RunningRedis, command: string): Promise<string> {
  const socket = connect(port, host);
  socket.write(`${command}\r\nQUIT\r\n`);
  let reply = '';
  for await (const part of socket) reply += String(part);
  return reply;
}
