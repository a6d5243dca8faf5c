import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireTool, startRedis, temporaryFolder, waitUntil, type RunningRedis } from '@showrunner/testkit';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { ask, MASTER_KEY, startGateway, type StartedGateway } from './testing/start-gateway.ts';

const mainFile = fileURLToPath(new URL('main.ts', import.meta.url));
const PASSWORD = 'pass/word';

vi.setConfig({ testTimeout: 180_000 });

const config = {
  model_list: [{ model_name: 'm', litellm_params: { model: 'openai/x', mock_response: 'fine' } }],
  general_settings: { master_key: MASTER_KEY, rpm_limit: 1_000_000, max_parallel_requests: 1_000 },
  litellm_settings: { cache: true },
};

describe('a gateway whose Redis', requireTool('redis'), () => {
  let redis: RunningRedis;
  let gateway: StartedGateway;
  let traffic: ReturnType<typeof startTraffic>;
  beforeEach(async () => {
    redis = await startRedis({ password: PASSWORD });
    gateway = await startGateway(config, {
      REDIS_HOST: redis.host,
      REDIS_PORT: String(redis.port),
      REDIS_PASSWORD: PASSWORD,
    });
    traffic = startTraffic(gateway);
  });
  afterEach(async () => {
    await traffic.stop();
    await gateway.stop();
    await redis.close();
  });

  const faults: readonly [string, RegExp, () => unknown, () => unknown][] = [
    ['is killed', /closed|ECONN/, () => redis.crash(), () => redis.restart()],
    [
      'stands still',
      /timed out|did not respond|timeout/i,
      () => redis.signal('SIGSTOP'),
      () => redis.signal('SIGCONT'),
    ],
    [
      'wants another password',
      /WRONGPASS|NOAUTH|invalid/,
      () => redis.restart({ password: 'another' }),
      () => redis.restart({ password: PASSWORD }),
    ],
    [
      'is a replica',
      /READONLY/,
      () => command(redis, 'REPLICAOF 127.0.0.1 1'),
      () => command(redis, 'REPLICAOF NO ONE'),
    ],
    ['is full', /OOM/, () => command(redis, 'CONFIG SET maxmemory 1'), () => command(redis, 'CONFIG SET maxmemory 0')],
  ];

  test.each(faults)(
    '%s amid traffic serves each request, says so, and goes back alone',
    async (_, said, breakIt, fixIt) => {
      await waitUntil(() => traffic.answers() > 20, { what: 'the first requests', deadlineMs: 60_000 });
      await breakIt();
      await waitUntil(async () => (await health(gateway)).status === 'degraded', {
        what: 'degraded health',
        deadlineMs: 60_000,
      });
      // A lost connection opens the breaker; what is really wrong is known with its next look, a second later.
      const problem = async (): Promise<string | undefined> => (await health(gateway)).problems.shared_state;
      await expect.poll(problem, { timeout: 60_000 }).toMatch(said);
      expect(await metric(gateway, 'showrunner_shared_state_degraded')).toBe(1);
      const then = traffic.answers();
      await waitUntil(() => traffic.answers() > then + 50, { what: 'requests without Redis', deadlineMs: 60_000 });
      await fixIt();
      await waitUntil(async () => (await health(gateway)).status === 'healthy', {
        what: 'the recovery',
        deadlineMs: 60_000,
      });
      expect(await metric(gateway, 'showrunner_shared_state_outages_total')).toBeGreaterThan(0);
      expect(await traffic.stop()).toEqual([]);
      expect(JSON.stringify(gateway.logs)).not.toContain(PASSWORD);
    },
  );

  test('is flushed, or holds something else under its keys, goes on serving', async () => {
    for (let round = 0; round < 10; round++) await command(redis, 'FLUSHALL');
    await command(redis, 'SET showrunner:limit:key:litellm_proxy_master_key:max_parallel_requests text');
    const then = traffic.answers();
    await waitUntil(() => traffic.answers() > then + 50, { what: 'requests after that', deadlineMs: 60_000 });
    expect(await traffic.stop()).toEqual([]);
    expect((await health(gateway)).status).toBe('healthy');
  });
});

describe('a start', requireTool('redis'), () => {
  test.each(['mpc-api', 'gateway'])('of %s with a wrong password of Redis ends with one clear line', async (app) => {
    await using redis = await startRedis({ password: PASSWORD });
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'config.yaml');
    writeFileSync(file, JSON.stringify(config));
    const main = app === 'gateway' ? mainFile : fileURLToPath(new URL('../../mpc-api/src/main.ts', import.meta.url));
    const { status, stderr } = spawnSync(
      process.execPath,
      [main, ...(app === 'gateway' ? ['--config', file] : []), '--port', '0'],
      {
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          DATA_DIR: folder.path,
          REDIS_URL: `redis://:hunter2@127.0.0.1:${redis.port}`,
        },
      },
    );
    expect(stderr).toMatch(/^Redis at 127\.0\.0\.1:\d+ refuses the password; set the right one in REDIS_PASSWORD.*\n$/);
    expect(status).toBe(1);
  });

  test('without Redis there serves from memory until it comes', async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.close());
    await redis.crash();
    await using gateway = await startGateway(config, { REDIS_URL: redis.url });
    expect((await gateway.post(ask('m'))).status).toBe(200);
    expect((await health(gateway)).status).toBe('degraded');
    await redis.restart();
    await waitUntil(async () => (await health(gateway)).status === 'healthy', {
      what: 'the recovery',
      deadlineMs: 60_000,
    });
  });
});

/**
 * Asks without a pause, over several connections, until it is stopped; gives the answers that were not 200. Each question
 * is new, so that the cache writes at all times: a full Redis refuses that, where a claim of limits still finds its way.
 */
function startTraffic(gateway: StartedGateway) {
  const failures: string[] = [];
  const over = new AbortController();
  let answers = 0;
  const callers = Promise.all(
    Array.from({ length: 4 }, async (_, caller) => {
      while (!over.signal.aborted) {
        const response = await gateway.post(ask('m', { seed: caller * 1_000_000 + answers }));
        const text = await response.text();
        if (response.status !== 200) failures.push(`${response.status} ${text}`);
        answers++;
      }
    }),
  );
  return {
    answers: () => answers,
    async stop(): Promise<readonly string[]> {
      over.abort();
      await callers;
      return failures;
    },
  };
}

async function health(gateway: StartedGateway): Promise<{ status: string; problems: Record<string, string> }> {
  return (await (await gateway.get('/health')).json()) as { status: string; problems: Record<string, string> };
}

async function metric(gateway: StartedGateway, name: string): Promise<number> {
  const text = await (await gateway.get('/metrics')).text();
  return Number(new RegExp(`^${name} (?<value>\\S+)`, 'm').exec(text)?.groups?.value);
}

async function command(redis: RunningRedis, line: string): Promise<void> {
  const socket = connect(redis.port, redis.host);
  socket.write(`AUTH ${PASSWORD}\r\n${line}\r\nQUIT\r\n`);
  let reply = '';
  for await (const part of socket) reply += String(part);
  expect(reply).toMatch(/^\+OK\r\n\+OK/);
}
