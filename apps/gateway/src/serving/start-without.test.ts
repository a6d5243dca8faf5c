import {
  emptyPostgresDatabase,
  openAiCompletion,
  requireTool,
  startFaultProxy,
  startRedis,
  startScriptedUpstream,
} from '@showrunner/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { manager } from '../testing/manage.ts';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

const ON_BUSY_MACHINES = { timeout: 300_000 };
const SEEN = { timeout: 60_000, interval: 100 };

async function problems(gateway: StartedGateway): Promise<string[]> {
  const health = (await (await gateway.get('/health')).json()) as { problems: object };
  return Object.keys(health.problems);
}

test(
  'a start without Redis and Postgres serves the master key, tells others to come again, and has all once they are there',
  { ...requireTool('redis', 'postgres'), ...ON_BUSY_MACHINES },
  async () => {
    await using upstream = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
    await using redis = await startRedis();
    const url = new URL(await emptyPostgresDatabase());
    await using postgres = await startFaultProxy({ port: Number(url.port) });
    await using redisProxy = await startFaultProxy({ port: redis.port });
    const config = {
      model_list: [openAiModel('m', upstream.url)],
      general_settings: { master_key: MASTER_KEY, store_model_in_db: true },
    };
    const salt = { LITELLM_SALT_KEY: 'sk-salt-of-all' };
    await using before = await startGateway(config, { ...salt, LITELLM_DATABASE_URL: url.href, REDIS_URL: redis.url });
    const old = manager(() => before);
    const key = await old.key({ rpm_limit: 4 });
    await old.done('/model/new', openAiModel('stored', upstream.url));

    url.port = String(postgres.port);
    postgres.down();
    redisProxy.down();
    await using gateway = await startGateway(config, {
      ...salt,
      LITELLM_DATABASE_URL: url.href,
      REDIS_URL: `redis://127.0.0.1:${redisProxy.port}`,
    });
    const { call, post } = manager(() => gateway);
    expect(await problems(gateway)).toContain('shared_state');
    expect(gateway.logs.join('\n')).toContain('the database is not there yet');
    expect((await gateway.post(ask('m'))).status).toBe(200);
    for (const other of [key, 'sk-nobody-has-this']) {
      const refused = await gateway.post(ask('m'), { authorization: `Bearer ${other}` });
      expect(refused.status).toBe(503);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await post('/key/generate', {})).status).toBe(503);

    // The one without the other: nothing has to be started again.
    postgres.up();
    await expect.poll(async () => (await call(MASTER_KEY, 'stored')).status, SEEN).toBe(200);
    const statuses: number[] = [];
    for (let index = 0; index < 5; index++) statuses.push((await call(key, 'm')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429]);
    redisProxy.up();
    await expect.poll(() => problems(gateway), SEEN).toEqual([]);
    expect((await old.call(key, 'm')).status).toBe(429);
    expect((await call('sk-nobody-has-this', 'm')).status).toBe(401);
    // What was called before the database was there is in the books.
    await expect
      .poll(async () => ((await (await gateway.get('/spend/logs')).json()) as unknown[]).length, SEEN)
      .toBe(6);
  },
);

test(
  'several that start at once on an empty database bring it to the newest schema once, and all serve',
  { ...requireTool('postgres'), ...ON_BUSY_MACHINES },
  async () => {
    await using upstream = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
    const env = { LITELLM_DATABASE_URL: await emptyPostgresDatabase() };
    const config = { model_list: [openAiModel('m', upstream.url)] };
    const gateways = await Promise.all([1, 2, 3].map(() => startGateway(config, env)));
    onTestFinished(async () => void (await Promise.all(gateways.map((gateway) => gateway.stop()))));
    const [one, ...others] = gateways.map((gateway) => manager(() => gateway));
    const key = await one?.key();
    for (const other of others) {
      await expect.poll(async () => (await other.call(String(key), 'm')).status, SEEN).toBe(200);
    }
    for (const gateway of gateways) expect(gateway.logs.join('\n')).not.toContain('the database is not there yet');
  },
);
