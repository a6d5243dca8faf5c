import {
  openAiCompletion,
  openAiError,
  requireTool,
  startRedis,
  startScriptedUpstream,
  type RunningRedis,
} from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ask, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

const dear = { input_cost_per_token: 0.001, output_cost_per_token: 0.001 };
const json = openAiCompletion({ usage: { promptTokens: 5, completionTokens: 5 } });

async function start(config: object, env: Record<string, string> = {}): Promise<StartedGateway> {
  const gateway = await startGateway(config, env);
  onTestFinished(async () => void (await gateway.stop()));
  return gateway;
}

async function statuses(gateway: StartedGateway, model: string, count: number): Promise<number[]> {
  const found: number[] = [];
  for (let index = 0; index < count; index++) found.push((await gateway.post(ask(model))).status);
  return found;
}

test('a vendor and a deployment cost no more than their budgets, and others stand in', async () => {
  await using upstream = await startScriptedUpstream([{ json }]);
  const gateway = await start({
    model_list: [
      openAiModel('vendor', upstream.url, dear),
      openAiModel('one', upstream.url, { ...dear, model: 'groq/x', max_budget: 0.015, budget_duration: '1d' }),
      openAiModel('two', upstream.url, {
        ...dear,
        model: 'groq/x',
        max_budget: 0.015,
        budget_duration: '1d',
        user: 'u',
      }),
      openAiModel('two', upstream.url, { ...dear, model: 'groq/other' }),
      openAiModel('free', upstream.url, { model: 'mistral/x', input_cost_per_token: 0, output_cost_per_token: 0 }),
    ],
    router_settings: {
      num_retries: 0,
      provider_budget_config: { openai: { budget_limit: 0.025, time_period: '1d' }, mistral: { max_budget: 0.1 } },
    },
  });
  // Each call costs 0.01; what is under way when the last of it is spent passes.
  expect(await statuses(gateway, 'vendor', 4)).toEqual([200, 200, 200, 429]);
  expect(await statuses(gateway, 'one', 3)).toEqual([200, 200, 429]);
  expect(await statuses(gateway, 'two', 8)).toEqual(Array.from({ length: 8 }, () => 200));
  expect(await statuses(gateway, 'free', 3)).toEqual([200, 200, 200]);
  const { error } = (await (await gateway.post(ask('vendor'))).json()) as { error: { message: string } };
  expect(error.message).toContain('No deployments available - crossed budget: Exceeded budget for provider openai');
});

describe('two replicas on one Redis', requireTool('redis'), () => {
  let redis: RunningRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.close());

  test('spend one budget', async () => {
    await using upstream = await startScriptedUpstream([{ json }]);
    const config = {
      model_list: [openAiModel('m', upstream.url, { ...dear, max_budget: 0.035, budget_duration: '1h' })],
      router_settings: { num_retries: 0 },
    };
    const [one, other] = await Promise.all([
      start(config, { REDIS_URL: redis.url }),
      start(config, { REDIS_URL: redis.url }),
    ]);
    expect(await statuses(one, 'm', 4)).toEqual([200, 200, 200, 200]);
    await expect.poll(async () => (await other.post(ask('m'))).status, { timeout: 20_000 }).toBe(429);
    expect(upstream.requests.length).toBeLessThan(30);
  });

  test('spare what failed for the other, also when Redis was lost meanwhile', async () => {
    let isBroken = true;
    await using upstream = await startScriptedUpstream(() =>
      isBroken ? { status: 500, json: openAiError('oops') } : { json },
    );
    const config = {
      model_list: [openAiModel('m', upstream.url)],
      router_settings: {
        num_retries: 0,
        allowed_fails_policy: { InternalServerErrorAllowedFails: 0 },
        cooldown_time: 60,
      },
    };
    const [one, other] = await Promise.all([
      start(config, { REDIS_URL: redis.url }),
      start(config, { REDIS_URL: redis.url }),
    ]);
    const health = async (gateway: StartedGateway): Promise<unknown> =>
      ((await (await gateway.get('/health')).json()) as { unhealthy_count: number }).unhealthy_count;
    expect((await one.post(ask('m'))).status).toBe(500);
    await expect.poll(() => health(other), { timeout: 20_000 }).toBe(1);
    expect((await other.post(ask('m'))).status).toBe(429);
    expect(upstream.requests).toHaveLength(1);

    await redis.crash();
    isBroken = false;
    // What is cooling goes on cooling, and whatever is asked is answered.
    expect((await other.post(ask('m'))).status).toBe(429);
    await redis.restart();
    const third = await start(config, { REDIS_URL: redis.url });
    await expect.poll(() => health(third), { timeout: 20_000 }).toBe(1);
    expect(upstream.requests).toHaveLength(1);
  }, 90_000);
});
