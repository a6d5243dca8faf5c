import {
  openAiCompletion,
  requireTool,
  startRedis,
  startScriptedUpstream,
  type RunningRedis,
  type ScriptedUpstream,
} from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

let upstream: ScriptedUpstream;
/** Slow enough that all requests of a burst have come before the first is answered. */
let slow: ScriptedUpstream;
beforeAll(async () => {
  const json = openAiCompletion({ text: 'fine', usage: { promptTokens: 30, completionTokens: 20 } });
  upstream = await startScriptedUpstream([{ json }]);
  slow = await startScriptedUpstream([{ json, delayMs: 2_000 }]);
});
afterAll(() => Promise.all([upstream.close(), slow.close()]));

async function start(general: object, more: object = {}, env: Record<string, string> = {}): Promise<StartedGateway> {
  const gateway = await startGateway(
    {
      model_list: [openAiModel('m', upstream.url)],
      general_settings: { master_key: MASTER_KEY, ...general },
      router_settings: { num_retries: 0 },
      ...more,
    },
    env,
  );
  onTestFinished(async () => void (await gateway.stop()));
  return gateway;
}

async function send(gateway: StartedGateway, members: object = {}): Promise<Response> {
  const response = await gateway.post(ask('m', members));
  await response.clone().arrayBuffer();
  return response;
}

async function statuses(count: number, gateways: readonly StartedGateway[]): Promise<Record<string, number>> {
  const answers = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const gateway = gateways[index % gateways.length];
      return gateway ? (await send(gateway)).status : 0;
    }),
  );
  return Object.fromEntries([...Map.groupBy(answers, String)].map(([status, list]) => [status, list.length]));
}

describe('the limits of the key', () => {
  test('requests a minute are told with each answer and refused with when to come again', async () => {
    const gateway = await start({ rpm_limit: 2 });
    const { headers } = await send(gateway);
    expect(headers.get('x-ratelimit-limit-requests')).toBe('2');
    expect(headers.get('x-ratelimit-remaining-requests')).toBe('1');
    expect(headers.get('ratelimit-policy')).toBe('"requests";q=2;w=60');
    expect(headers.get('ratelimit')).toMatch(/^"requests";r=1;t=60$/);
    await send(gateway);
    const refused = await send(gateway);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({
      error: {
        type: 'throttling_error',
        code: '429',
        message: expect.stringMatching(/^Rate limit exceeded for api_key: .* Limit type: requests\. Current limit: 2/),
      },
    });
    const after = Number(refused.headers.get('retry-after'));
    expect(after).toBeGreaterThan(50);
    expect(after).toBeLessThanOrEqual(60);
    expect(refused.headers.get('ratelimit')).toMatch(/^"requests";r=0;t=\d+$/);
  });

  test('tokens are reserved before the call and corrected after it', async () => {
    const gateway = await start({ tpm_limit: 200 });
    // The longest answer is reserved first, then only what was used stays taken: 50 a call.
    const first = await send(gateway, { max_tokens: 150 });
    expect(Number(first.headers.get('x-ratelimit-remaining-tokens'))).toBeLessThan(50);
    const second = await send(gateway, { max_tokens: 100 });
    expect([first.status, second.status]).toEqual([200, 200]);
    const third = await send(gateway, { max_tokens: 150 });
    expect([third.status, third.headers.get('rate_limit_type')]).toEqual([429, 'tokens']);
    expect((await send(gateway, { max_tokens: 20 })).status).toBe(200);
  });

  test('requests at once are given back when they end, whatever came of them', async () => {
    const gateway = await start({ max_parallel_requests: 3 }, { model_list: [openAiModel('m', slow.url)] });
    expect(await statuses(10, [gateway])).toEqual({ 200: 3, 429: 7 });
    await gateway.post(ask('nobody'));
    expect((await send(gateway, { timeout: 0.05 })).status).toBe(504);
    expect(await statuses(3, [gateway])).toEqual({ 200: 3 });
  });

  test('a reload keeps what is counted', async () => {
    const gateway = await start({ rpm_limit: 1 });
    await send(gateway);
    await gateway.rewriteConfig({
      model_list: [openAiModel('m', upstream.url)],
      general_settings: { master_key: MASTER_KEY, rpm_limit: 1 },
      router_settings: { num_retries: 0, cooldown_time: 9 },
    });
    await expect.poll(() => gateway.logs.some((line) => line.includes('configuration reloaded'))).toBe(true);
    expect((await send(gateway)).status).toBe(429);
  });
});

describe('rpm and tpm of deployments', () => {
  const limited = (rpm: number): object => ({
    model_list: [
      openAiModel('m', upstream.url, { rpm, api_key: 'sk-one' }),
      openAiModel('m', upstream.url, { rpm, api_key: 'sk-two' }),
    ],
    router_settings: { num_retries: 0, optional_pre_call_checks: ['enforce_model_rate_limits'] },
  });

  test('are limits where they are enforced: the other deployments of the group take over, then 429', async () => {
    const gateway = await start({}, limited(2));
    expect(await statuses(6, [gateway])).toEqual({ 200: 4, 429: 2 });
    const refused = await send(gateway);
    expect(await refused.json()).toMatchObject({ error: { message: expect.stringContaining('RPM limit=2') } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
  });

  test('are weights and no limits otherwise', async () => {
    const gateway = await start({}, { ...limited(1), router_settings: { num_retries: 0 } });
    expect(await statuses(6, [gateway])).toEqual({ 200: 6 });
  });
});

describe('two replicas at one Redis', requireTool('redis'), () => {
  let redis: RunningRedis;
  beforeAll(async () => {
    redis = await startRedis({ password: 'pass word' });
  });
  afterAll(() => redis.close());
  const env = (): Record<string, string> => ({
    REDIS_HOST: redis.host,
    REDIS_PORT: String(redis.port),
    REDIS_PASSWORD: 'pass word',
  });

  // On a machine so busy that Redis takes 200 ms, replicas count alone, as they are to do; then the test tries again.
  const onBusyMachines = { retry: 3 };

  test('let together exactly as much in as one key may', onBusyMachines, async () => {
    await redis.restart();
    const general = { rpm_limit: 7 };
    const both = await Promise.all([start(general, {}, env()), start(general, {}, env())]);
    expect(await statuses(40, both)).toEqual({ 200: 7, 429: 33 });
  });

  test('share requests at once', onBusyMachines, async () => {
    await redis.restart();
    const general = { max_parallel_requests: 3 };
    const config = { model_list: [openAiModel('m', slow.url)] };
    const both = await Promise.all([start(general, config, env()), start(general, config, env())]);
    expect(await statuses(12, both)).toEqual({ 200: 3, 429: 9 });
    expect(await statuses(3, both)).toEqual({ 200: 3 });
  });

  test('spare a deployment that cools down at the other one', async () => {
    await redis.restart();
    await using broken = await startScriptedUpstream([{ status: 401, json: { error: { message: 'no' } } }]);
    const config = {
      model_list: [openAiModel('m', broken.url)],
      router_settings: { num_retries: 0, cooldown_time: 20 },
    };
    const [one, other] = await Promise.all([start({}, config, env()), start({}, config, env())]);
    expect((await send(one)).status).toBe(401);
    const unhealthy = async () =>
      ((await (await other.get('/health')).json()) as { unhealthy_count: number }).unhealthy_count;
    await expect.poll(unhealthy, { timeout: 30_000 }).toBe(1);
    expect((await send(other)).status).toBe(429);
    expect(broken.requests).toHaveLength(1);
  });
});
