import {
  openAiCompletion,
  requireTool,
  startRedis,
  startScriptedUpstream,
  emptyPostgresDatabase,
  startFaultProxy,
  waitUntil,
} from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { manager } from '../testing/manage.ts';
import { ask, MASTER_KEY, openAiModel, startGateway } from '../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** A vendor that answers ten tokens with ten, at a tenth of a cent each: 0.02 $ a call. */
const price = { input_cost_per_token: 0.001, output_cost_per_token: 0.001 };

let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
let broken: Awaited<ReturnType<typeof startScriptedUpstream>>;
/** The vendor answers when it is open; nothing where it always is. */
let gate: Promise<void> | undefined;
beforeAll(async () => {
  const usage = { promptTokens: 10, completionTokens: 10 };
  upstream = await startScriptedUpstream(async () => {
    await gate;
    return { json: openAiCompletion({ usage }) };
  });
  broken = await startScriptedUpstream(() => ({ status: 500, json: { error: { message: 'broken' } } }));
});
afterAll(async () => {
  await upstream[Symbol.asyncDispose]();
  await broken[Symbol.asyncDispose]();
});

async function start(settings: { general?: object; litellm?: object; router?: object }, env = {}) {
  const gateway = await startGateway(
    {
      model_list: [
        openAiModel('gpt', upstream.url, price),
        openAiModel('big', upstream.url, price),
        openAiModel('broken', broken.url, price),
        openAiModel('unpriced', upstream.url, { model: 'openai/no-such-model' }),
        openAiModel('careful', upstream.url, { model: 'openai/no-such-model', refuse_unknown_cost: true }),
      ],
      general_settings: { master_key: MASTER_KEY, ...settings.general },
      litellm_settings: settings.litellm ?? {},
      router_settings: { num_retries: 0, ...settings.router },
    },
    env,
  );
  onTestFinished(async () => void (await gateway.stop()));
  const by = manager(() => gateway);
  return { gateway, ...by, letIn: (holder: string, count: number) => letIn(by.call, holder, count) };
}

/** How many of so many calls are let in that are all under way at once: none is answered before each was let in or refused. */
async function letIn(call: ReturnType<typeof manager>['call'], holder: string, count: number): Promise<number> {
  const opened = Promise.withResolvers<void>();
  onTestFinished(() => opened.resolve());
  gate = opened.promise;
  const before = upstream.requests.length;
  let refused = 0;
  const calls = Array.from({ length: count }, async () => {
    const { status } = await call(holder);
    if (status !== 200) refused++;
    return status;
  });
  await waitUntil(() => upstream.requests.length - before + refused === count, {
    what: `${count} calls to be let in or refused`,
    deadlineMs: 60_000,
  });
  opened.resolve();
  gate = undefined;
  const statuses = await Promise.all(calls);
  expect(statuses.every((status) => status === 200 || status === 429)).toBe(true);
  return statuses.filter((status) => status === 200).length;
}

describe('what is reserved', () => {
  test('is all that a call may cost where nothing may be spent beyond, also of one alone', async () => {
    const { key, call } = await start({ general: { reserve: 'max' } });
    const holder = await key({ max_budget: 0.1 });
    expect(await call(holder, 'gpt', { max_tokens: 100 })).toMatchObject({ status: 429 });
    expect(await call(holder, 'gpt', { max_tokens: 10, n: 9 })).toMatchObject({ status: 429 });
    // Nothing of the refused is held.
    expect(await call(holder, 'gpt', { max_tokens: 60 })).toMatchObject({ status: 200 });
  });

  test('is nothing where reservations are turned off, and what is spent still refuses', async () => {
    const { key, call, letIn: letInAtOnce } = await start({ general: { disable_budget_reservation: true } });
    const holder = await key({ max_budget: 0.05 });
    expect(await letInAtOnce(holder, 8)).toBe(8);
    // What the calls cost is counted behind their answers.
    await expect.poll(async () => (await call(holder)).status, { timeout: 30_000 }).toBe(429);
    const reserving = await start({});
    expect(await reserving.letIn(await reserving.key({ max_budget: 0.05 }), 8)).toBe(1);
  });

  test('is what answers to a key have been long, once that is known', async () => {
    const { key, call, letIn: letInAtOnce } = await start({});
    const holder = await key({ max_budget: 6 });
    // A thousand tokens of an answer are expected, and some thirty of the question: 1.03 $.
    expect(await letInAtOnce(holder, 10)).toBe(5);
    // What the call before has reserved is given back behind its answer.
    const next = async () => (await call(holder)).status;
    const afterMore = async () => {
      // It is looked at with the 32nd, whose own answer may be there before that.
      for (let calls = 0; calls < 36; calls++) await expect.poll(next, { timeout: 30_000 }).toBe(200);
      return letInAtOnce(holder, 10);
    };
    // Once more where the key was looked up anew meanwhile: that it was made is heard of within seconds.
    expect((await afterMore()) === 10 || (await afterMore()) === 10).toBe(true);
  });
});

test('the status of a spent budget is the operator’s to choose', async () => {
  const { key, call } = await start({ litellm: { budget_exceeded_status_code: 422 } });
  const refused = await call(await key({ max_budget: 0 }));
  expect(refused).toMatchObject({ status: 422, body: { error: { type: 'budget_exceeded', code: '422' } } });
});

describe('the budget of all', () => {
  test('holds every caller, the master key too, and begins anew with its window', async () => {
    const { gateway, key, call } = await start({ litellm: { max_budget: 0.03, budget_duration: '6s' } });
    const [one, other] = [await key(), await key()];
    expect((await call(one, 'gpt', { max_tokens: 5 })).status).toBe(200);
    expect((await gateway.post(ask('gpt', { max_tokens: 5 }))).status).toBe(200);
    const few = { max_tokens: 5 };
    // On a busy machine the next window may have begun meanwhile.
    const words = async () => JSON.stringify((await call(other, 'gpt', few)).body);
    await expect.poll(words, { timeout: 30_000 }).toMatch(/Proxy.*0\.04.*0\.03/);
    await expect.poll(async () => (await gateway.post(ask('gpt', few))).status, { timeout: 30_000 }).toBe(429);
    await expect.poll(async () => (await call(other, 'gpt', few)).status, { timeout: 30_000 }).toBe(200);
  });

  test('may be nothing', async () => {
    const { gateway } = await start({ litellm: { max_budget: 0 } });
    expect((await gateway.post(ask('gpt'))).status).toBe(429);
  });
});

describe('a price that is not known', () => {
  test('is refused where each has to be', async () => {
    for (const settings of [
      { general: { refuse_unknown_cost: true } },
      { litellm: { block_requests_for_models_without_pricing: true } },
    ]) {
      const { gateway, key, call } = await start(settings);
      const holder = await key();
      expect(await call(holder, 'unpriced')).toMatchObject({ status: 400, body: { error: { param: 'model' } } });
      expect((await gateway.post(ask('unpriced'))).status).toBe(400);
      expect(await call(holder)).toMatchObject({ status: 200 });
    }
  });

  test('is refused to a key that wants it so, and at a deployment', async () => {
    const { gateway, key, call } = await start({ router: { fallbacks: [{ broken: ['careful'] }] } });
    const careful = await key({ metadata: { refuse_unknown_cost: true } });
    expect(await call(careful, 'unpriced')).toMatchObject({ status: 400 });
    expect(await call(await key(), 'unpriced')).toMatchObject({ status: 200 });
    expect(await call(await key(), 'careful')).toMatchObject({ status: 400, body: { error: { param: 'model' } } });
    expect((await gateway.post(ask('careful'))).status).toBe(400);
    // Whoever may answer counts, by whatever name it is reached.
    expect(await call(await key(), 'broken')).toMatchObject({ status: 400 });
    expect(upstream.requests.some(({ body }) => JSON.stringify(body).includes('careful'))).toBe(false);
  });
});

describe('a fallback', () => {
  const router = { fallbacks: [{ broken: ['big'] }] };

  test('of the caller’s is refused where the key may not ask it, and one of the operator’s is not', async () => {
    const { key, call } = await start({ router });
    const holder = await key({ models: ['broken'] });
    expect(await call(holder, 'broken', { fallbacks: ['big'] })).toMatchObject({ status: 403 });
    expect(await call(holder, 'broken')).toMatchObject({ status: 200 });
  });

  test('of the operator’s is passed by where that is asked, and the first error is told', async () => {
    const { key, call } = await start({ router, general: { enforce_fallback_model_access: true } });
    expect(await call(await key({ models: ['broken'] }), 'broken')).toMatchObject({ status: 500 });
    expect(await call(await key({ models: ['broken', 'big'] }), 'broken')).toMatchObject({ status: 200 });
    expect(await call(await key(), 'broken')).toMatchObject({ status: 200 });
  });

  test('is paid out of its own model’s budget, which binds it', async () => {
    const { key, call, get } = await start({ router });
    const holder = await key({
      model_max_budget: {
        big: { budget_limit: 0.03, time_period: '1d' },
        broken: { budget_limit: 0.01, time_period: '1d' },
      },
    });
    expect((await call(holder, 'broken')).status).toBe(200);
    expect((await call(holder, 'broken')).status).toBe(200);
    expect((await call(holder, 'broken')).status).toBe(500);
    expect((await call(holder, 'big')).status).toBe(429);
    await expect
      .poll(async () => ((await get(`/key/info?key=${holder}`)).body.info as { model_spend: unknown }).model_spend, {
        timeout: 30_000,
      })
      .toEqual({ big: 0.04, broken: 0 });
  });
});

test('budgets that are to hold exactly are closed while replicas are apart', requireTool('redis'), async () => {
  const redis = await startRedis();
  onTestFinished(() => redis.close());
  const env = { REDIS_HOST: redis.host, REDIS_PORT: String(redis.port) };
  const { key, call } = await start({ general: { fail_closed_budget_enforcement: true } }, env);
  const [held, free] = [await key({ max_budget: 100 }), await key()];
  expect((await call(held)).status).toBe(200);
  await redis.crash();
  await expect.poll(async () => (await call(held)).status, { timeout: 30_000 }).toBe(503);
  expect((await call(free)).status).toBe(200);
  await redis.restart();
  await expect.poll(async () => (await call(held)).status, { timeout: 60_000 }).toBe(200);
});

describe('while the database is away', requireTool('postgres'), () => {
  async function startBehindProxy(general: object = {}) {
    const url = new URL(await emptyPostgresDatabase());
    const proxy = await startFaultProxy({ port: Number(url.port) });
    onTestFinished(() => proxy.close());
    url.hostname = '127.0.0.1';
    url.port = String(proxy.port);
    return { proxy, ...(await start({ general }, { LITELLM_DATABASE_URL: url.href })) };
  }

  test('a key that was seen goes on, others are told to come again, and what was spent is written later', async () => {
    const { proxy, gateway, key, call, get } = await startBehindProxy();
    const [seen, unseen] = [await key({ max_budget: 100 }), await key()];
    let paid = 0;
    const callSeen = async () => {
      const { status } = await call(seen);
      if (status === 200) paid++;
      return status;
    };
    const whileAway = async () => {
      proxy.up();
      await expect.poll(callSeen, { timeout: 30_000 }).toBe(200);
      proxy.down();
      return callSeen();
    };
    // Once more where the key was to be looked up at that moment: that it was made is heard of within seconds.
    await expect.poll(whileAway, { timeout: 60_000 }).toBe(200);
    for (const other of [unseen, 'sk-no-such-key']) {
      const refused = await gateway.post(ask('gpt'), { authorization: `Bearer ${other}` });
      expect(refused.status).toBe(503);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    proxy.up();
    await expect.poll(async () => (await call(unseen)).status, { timeout: 30_000 }).toBe(200);
    expect((await call('sk-no-such-key')).status).toBe(401);
    await expect
      .poll(async () => ((await get(`/key/info?key=${seen}`)).body.info as { spend: number }).spend, {
        timeout: 30_000,
      })
      .toBeCloseTo(paid * 0.02, 6);
  });

  test('others may call models, and no more, where the operator lets them', async () => {
    const { proxy, gateway, call, get } = await startBehindProxy({ allow_requests_on_db_unavailable: true });
    expect((await call('sk-no-such-key')).status).toBe(401);
    proxy.down();
    await expect.poll(async () => (await call('sk-no-such-key')).status, { timeout: 30_000 }).toBe(200);
    expect((await get('/key/list', 'sk-no-such-key')).status).toBe(403);
    expect((await gateway.get('/health/liveliness')).status).toBe(200);
    proxy.up();
    await expect.poll(async () => (await call('sk-no-such-key')).status, { timeout: 30_000 }).toBe(401);
  });
});
