import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../probe.ts';
import { createLocalRuntime } from '../runtimes/local-runtime.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import { processOf, type ServiceState } from '../service-state.ts';
import { findRedis } from './find-redis.ts';
import { redis } from './redis.ts';
import type { StackSettings } from './stack-settings.ts';

const PASSWORD = 'quo"ted and spaced';
const installed = spawnSync('redis-server', ['--version']).status === 0;
const surroundings = { PATH: process.env.PATH ?? '' };

function settingsWith(environment: Record<string, string>, dataFolder = '/nowhere'): StackSettings {
  return { root: '/nowhere', dataFolder, configFile: '', gatewayPort: 4000, mpcApiPort: 3000, workers: 0, environment };
}

describe('which Redis the stack uses', () => {
  test('the one that the settings name', async () => {
    const byUrl = await findRedis(settingsWith({ REDIS_URL: 'redis://:secret@cache.example:6379' }), surroundings);
    expect(byUrl).toEqual({ sharedState: { kind: 'redis', at: 'the address in REDIS_URL' } });
    const byHost = await findRedis(settingsWith({ REDIS_HOST: 'cache.example', REDIS_PORT: '6400' }), surroundings);
    expect(byHost).toEqual({ sharedState: { kind: 'redis', at: 'cache.example:6400' } });
  });

  test('none where no program or no password is, and it says why', async () => {
    const bare = await findRedis(settingsWith({ REDIS_PASSWORD: PASSWORD }), { PATH: '/nowhere' });
    expect(bare.sharedState).toEqual({ kind: 'memory', reason: 'redis-server is not installed' });
  });

  test.runIf(installed)('its own, on the next port where the first is taken, or where REDIS_PORT says', async () => {
    const first = (await findRedis(settingsWith({ REDIS_PASSWORD: PASSWORD }), surroundings)).own?.port ?? 0;
    const holder = createServer().listen(first, '127.0.0.1');
    await once(holder, 'listening');
    const second = (await findRedis(settingsWith({ REDIS_PASSWORD: PASSWORD }), surroundings)).own?.port ?? 0;
    holder.close();
    expect(second).toBeGreaterThan(first);
    const asked = await findRedis(settingsWith({ REDIS_PASSWORD: PASSWORD, REDIS_PORT: '7001' }), surroundings);
    expect(asked.own?.port).toBe(7001);
  });
});

describe.runIf(installed)('our own Redis', () => {
  let dataFolder: string;
  let runtime: Runtime;
  let service: ServiceDefinition;

  beforeAll(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), 'redis-'));
    const port = await freePort();
    const { own } = await findRedis(
      settingsWith({ REDIS_PASSWORD: PASSWORD, REDIS_PORT: String(port) }, dataFolder),
      surroundings,
    );
    const [made] = redis.local({ ...settingsWith({}, dataFolder), ...(own && { redis: own }) });
    if (!made) throw new Error('redis-server was found a moment ago');
    // As in the stack, but faster than a person would wait for.
    service = { ...made, readiness: { ...made.readiness, intervalMs: 50, timeoutMs: 200, hangsAfterMs: 2_000 } };
    runtime = createLocalRuntime({
      root: dataFolder,
      dataFolder,
      services: [service],
      environment: surroundings,
      sharedState: { kind: 'redis', at: `127.0.0.1:${port}` },
    });
    await runtime.up({ names: [], deadlineMs: 10_000 });
  });

  afterAll(async () => {
    await runtime.down();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  const state = async (): Promise<ServiceState> => {
    const [shown] = (await runtime.ps()).services;
    if (!shown) throw new Error('ps does not show it');
    return shown.state;
  };
  const pid = async (): Promise<number> => processOf(await state())?.pid ?? 0;
  const becomes = async (isWanted: (state: ServiceState) => boolean): Promise<void> => {
    const deadline = Date.now() + 10_000;
    while (!isWanted(await state())) {
      if (Date.now() > deadline) throw new Error(`it is ${JSON.stringify(await state())}`);
      await sleep(20);
    }
  };
  const tell = (...args: string[]): string =>
    spawnSync('redis-cli', ['-e', '-p', String(service.ports[0]?.port), ...args], {
      encoding: 'utf8',
      env: { ...process.env, REDISCLI_AUTH: PASSWORD },
    }).stdout.trim();

  test('lets nobody in without the password, and shows it in no process list', async () => {
    expect(tell('set', 'kept', 'yes')).toBe('OK');
    const stranger = spawnSync('redis-cli', ['-e', '-p', String(service.ports[0]?.port), 'get', 'kept']);
    expect(String(stranger.stderr) + String(stranger.stdout)).toContain('NOAUTH');
    expect(readFileSync(`/proc/${await pid()}/cmdline`, 'utf8')).not.toContain(PASSWORD);
    expect(readFileSync(`/proc/${await pid()}/environ`, 'utf8')).not.toContain(PASSWORD);
    expect(spawnSync('grep', ['-r', 'quo.*ted', dataFolder]).stdout.toString()).toBe('');
  });

  test('a wrong password, a Redis that is loading and a stranger on the port are not health', async () => {
    const answers = async (probe: Extract<ServiceDefinition['health'], { kind: 'redis' }>) => ask(probe, 500);
    const { health } = service;
    if (health.kind !== 'redis') throw new Error('it is asked as Redis is');
    expect(await answers(health)).toEqual({ ok: true, output: 'PONG' });
    const refused = await answers({ ...health, password: 'wrong' });
    expect(refused).toMatchObject({ ok: false, answered: true });
    expect(refused.output).toContain('WRONGPASS');
    expect(refused.output).not.toContain('wrong ');

    const loading = createServer((socket) => {
      socket.on('data', () => socket.write('+OK\r\n-LOADING Redis is loading the dataset in memory\r\n'));
    }).listen(0, '127.0.0.1');
    await once(loading, 'listening');
    const address = loading.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(await answers({ ...health, port })).toMatchObject({ ok: false, answered: true });
    loading.close();
  });

  test('is back after kill -9, with what it held', async () => {
    const killed = await pid();
    await sleep(1_100); // Redis writes its file once a second (appendfsync everysec).
    process.kill(killed, 'SIGKILL');
    await becomes(({ status, restarts }) => status === 'healthy' && restarts === 1);
    expect(tell('get', 'kept')).toBe('yes');
  });

  test('that stands still is unhealthy, then killed and started again', async () => {
    const standing = await pid();
    process.kill(standing, 'SIGSTOP');
    await becomes(({ status }) => status === 'unhealthy');
    await becomes(({ status, restarts }) => status === 'healthy' && restarts === 2);
    expect(await pid()).not.toBe(standing);
  });

  test('ends with a supervisor that is killed', async () => {
    const server = await pid();
    const { supervisor } = await runtime.ps();
    if (supervisor.status !== 'running') throw new Error('the supervisor is gone');
    process.kill(supervisor.pid, 'SIGKILL');
    await expect.poll(() => spawnSync('kill', ['-0', String(server)]).status, { timeout: 8_000 }).not.toBe(0);
  });
});
