import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@showrunner/testkit';
import { afterEach, describe, expect, test } from 'vitest';
import { fixtureService } from '../__fixtures__/fixture-service.ts';
import { controlAddress } from '../control/address.ts';
import { readState } from './state-file.ts';
import {
  becomes,
  endRuntimes,
  ends,
  isRunning,
  killSupervisor,
  pidOf,
  reportOf,
  runtimeFor,
  twoServers,
  up,
} from '../testing/local-runtimes.ts';

afterEach(endRuntimes);

describe('a service', () => {
  test('that is killed is back within seconds, and ps shows the restart', async () => {
    const { runtime } = runtimeFor(await twoServers());
    await up(runtime);
    const killed = await pidOf(runtime, 'gateway');
    process.kill(killed, 'SIGKILL');
    await becomes(runtime, 'gateway', { status: 'healthy', restarts: 1 });
    expect(await pidOf(runtime, 'gateway')).not.toBe(killed);
  });

  test('that is killed takes the processes it started with it', async () => {
    const port = await freePort();
    const { runtime } = runtimeFor([fixtureService('ignores-sigterm', { port })]);
    await up(runtime);
    const child = Number(await (await fetch(`http://127.0.0.1:${port}`)).text());
    expect(isRunning(child)).toBe(true);
    process.kill(await pidOf(runtime, 'ignores-sigterm'), 'SIGKILL');
    await ends(child);
  });

  test('that no longer answers is killed and started again', async () => {
    const { runtime } = runtimeFor([
      fixtureService('hangs', {
        port: await freePort(),
        readiness: { intervalMs: 20, timeoutMs: 100, hangsAfterMs: 1_500 },
      }),
    ]);
    await up(runtime);
    const hanging = await pidOf(runtime, 'hangs');
    await becomes(runtime, 'hangs', { status: 'healthy', restarts: 1 });
    expect(isRunning(hanging)).toBe(false);
  });

  test('that writes faster than anybody reads fills neither memory nor disk', { timeout: 60_000 }, async () => {
    const { runtime, dataFolder } = runtimeFor([
      fixtureService('shouts', { port: await freePort(), environment: { MEGABYTES: '300' } }),
    ]);
    await runtime.up({ names: [], deadlineMs: 50_000 });
    const bytes = ['', '.1', '.2', '.3', '.4'].map((end) => sizeOf(join(dataFolder, 'logs', `shouts.log${end}`)));
    expect(Math.max(...bytes)).toBeLessThan(12 * 1024 * 1024);
    expect(bytes.at(-1)).toBe(0);
    const { supervisor } = await runtime.ps();
    if (supervisor.status !== 'running') throw new Error('the supervisor is gone');
    expect(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${supervisor.pid}/status`, 'utf8'))?.[1])).toBeLessThan(
      300 * 1024,
    );
    const tail = await Array.fromAsync(runtime.logs({ services: ['shouts'], tail: 2, follow: false }));
    expect(tail.map(({ text }) => text)).toEqual(['last line', 'healthy']);
  });
});

describe('a supervisor that runs and is not reached', () => {
  test('is told as running, with the services that it recorded', async () => {
    const { runtime, dataFolder } = runtimeFor([fixtureService('server', { port: await freePort() })]);
    await up(runtime);
    const { supervisor } = await runtime.ps();
    if (supervisor.status !== 'running') throw new Error('the supervisor is gone');
    rmSync(controlAddress(dataFolder));
    try {
      expect((await runtime.ps()).supervisor).toEqual(supervisor);
      expect((await reportOf(runtime, 'server')).state.status).toBe('healthy');
    } finally {
      process.kill(supervisor.pid, 'SIGTERM');
      await ends(supervisor.pid);
    }
    expect((await runtime.ps()).supervisor.status).toBe('stopped');
  });
});

describe('a supervisor that is killed', () => {
  test('leaves no orphan, not even one that ignores its stdin, and up heals', async () => {
    const stubborn = fixtureService('ignores-sigterm', {
      port: await freePort(),
      local: { endsWithStdin: false, stopTimeoutMs: 300 },
    });
    const { runtime } = runtimeFor([...(await twoServers()), stubborn]);
    await up(runtime);
    const pids = await Promise.all(['gateway', 'api', 'ignores-sigterm'].map((name) => pidOf(runtime, name)));
    await killSupervisor(runtime);
    expect((await runtime.ps()).supervisor.status).toBe('died');
    await Promise.all(pids.map((pid) => ends(pid)));
    expect((await reportOf(runtime, 'gateway')).state.status).toBe('stopped');
    const healed = await up(runtime);
    expect(healed.every(({ state }) => state.status === 'healthy')).toBe(true);
  });

  test('does not make its successor end another program that was given an old number', async () => {
    const { runtime, dataFolder } = runtimeFor(await twoServers());
    await up(runtime);
    const stranger = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
    await once(stranger, 'spawn');
    const recorded = readState(dataFolder);
    if (!recorded || stranger.pid === undefined) throw new Error('not started');
    await killSupervisor(runtime);
    const renumbered = recorded.services.map((service) => ({
      ...service,
      identity: { pid: stranger.pid, born: 'another time' },
    }));
    writeFileSync(join(dataFolder, 'state.json'), JSON.stringify({ ...recorded, services: renumbered }));
    await up(runtime);
    expect(isRunning(stranger.pid)).toBe(true);
    stranger.kill('SIGKILL');
  });
});

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}
