import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, waitUntil } from '@showrunner/testkit';
import { afterEach, describe, expect, test } from 'vitest';
import { fixtureService } from '../__fixtures__/fixture-service.ts';
import type { ServiceReport } from '../control/protocol.ts';
import { controlAddress } from '../control/address.ts';
import { OperatorError } from '../operator-error.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import { processOf, type ServiceStatus } from '../service-state.ts';
import { readState } from '../supervisor/state-file.ts';
import { createLocalRuntime } from './local-runtime.ts';
import type { Runtime } from './runtime.ts';

const DEADLINE_MS = 10_000;
const started: { runtime: Runtime; dataFolder: string }[] = [];

afterEach(async () => {
  for (const { runtime, dataFolder } of started.splice(0)) {
    await runtime.down();
    rmSync(dataFolder, { recursive: true, force: true });
  }
});

function runtimeFor(services: readonly ServiceDefinition[], dataFolder = mkdtempSync(join(tmpdir(), 'stack-'))) {
  const runtime = createLocalRuntime({
    root: dataFolder,
    dataFolder,
    services,
    environment: { PATH: process.env.PATH ?? '' },
    sharedState: { kind: 'memory', reason: 'a test' },
  });
  started.push({ runtime, dataFolder });
  return { runtime, dataFolder };
}

const up = (runtime: Runtime, names: readonly string[] = []) => runtime.up({ names, deadlineMs: DEADLINE_MS });

async function reportOf(runtime: Runtime, name: string): Promise<ServiceReport> {
  const found = (await runtime.ps()).services.find((service) => service.name === name);
  if (!found) throw new Error(`ps does not show ${name}`);
  return found;
}

async function pidOf(runtime: Runtime, name: string): Promise<number> {
  const pid = processOf((await reportOf(runtime, name)).state)?.pid;
  if (pid === undefined) throw new Error(`${name} has no process`);
  return pid;
}

async function becomes(runtime: Runtime, name: string, wanted: { status: ServiceStatus; restarts?: number }) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const { state } = await reportOf(runtime, name);
    if (state.status === wanted.status && state.restarts === (wanted.restarts ?? 0)) return;
    if (Date.now() > deadline) throw new Error(`${name} is ${JSON.stringify(state)}, not ${JSON.stringify(wanted)}`);
    await sleep(20);
  }
}

async function problemOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof OperatorError)) throw new Error(`expected an OperatorError, got ${String(error)}`);
  return error.problem;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

async function killSupervisor(runtime: Runtime): Promise<void> {
  const { supervisor } = await runtime.ps();
  if (supervisor.status !== 'running') throw new Error('the supervisor is gone');
  process.kill(supervisor.pid, 'SIGKILL');
  await ends(supervisor.pid);
}

async function becomesStopped(runtime: Runtime): Promise<void> {
  await waitUntil(async () => (await runtime.ps()).supervisor.status === 'stopped', { what: 'the supervisor ends' });
}

async function ends(pid: number): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (isRunning(pid)) {
    if (Date.now() > deadline) throw new Error(`pid ${pid} still runs`);
    await sleep(20);
  }
}

const twoServers = async () => [
  fixtureService('server', { name: 'gateway', port: await freePort() }),
  fixtureService('server', {
    name: 'api',
    port: await freePort(),
    dependsOn: [{ service: 'gateway', condition: 'started' }],
  }),
];

describe('up', () => {
  test('starts everything, says when it is healthy, and is harmless the second time', async () => {
    const { runtime } = runtimeFor(await twoServers());
    const first = await up(runtime);
    expect(first.map(({ name, state }) => [name, state.status])).toEqual([
      ['gateway', 'healthy'],
      ['api', 'healthy'],
    ]);
    const second = await up(runtime);
    expect(second).toEqual(first);
  });

  test('starts a dependent only when what it waits for is healthy', async () => {
    const states: string[] = [];
    const { runtime } = runtimeFor([
      fixtureService('slow-start', { name: 'redis', port: await freePort(), environment: { START_MS: '400' } }),
      fixtureService('server', {
        name: 'gateway',
        port: await freePort(),
        dependsOn: [{ service: 'redis', condition: 'healthy' }],
      }),
    ]);
    await runtime.up({
      names: ['gateway'],
      deadlineMs: DEADLINE_MS,
      onState: ({ name, state }) => states.push(`${name} ${state.status}`),
    });
    expect(states.indexOf('redis healthy')).toBeLessThan(states.indexOf('gateway starting'));
  });

  test('names the holder of a taken port and the variable that moves the service, and leaves nothing running', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { runtime } = runtimeFor([fixtureService('server', { name: 'gateway', port })]);
    const problem = await problemOf(up(runtime));
    holder.close();
    expect(problem.what).toContain(`Port ${port}`);
    expect(problem.what).toContain(`(pid ${process.pid})`);
    expect(problem.fix).toContain('GATEWAY_PORT');
    expect((await runtime.ps()).supervisor.status).toBe('stopped');
  });

  test('a service that crashes at every start fails with its exit code and its last lines', async () => {
    const { runtime } = runtimeFor([
      fixtureService('crash', {
        port: await freePort(),
        local: { restart: { firstDelayMs: 10, maxDelayMs: 20, maxCrashes: 3, stableAfterMs: 10_000 } },
      }),
    ]);
    const problem = await problemOf(up(runtime));
    expect(problem.what).toBe('crash failed: exit code 7, 3 times in a row');
    expect(problem.lines).toContain('cannot read the configuration: line 7');
    const { state } = await reportOf(runtime, 'crash');
    expect(state).toMatchObject({ status: 'failed', restarts: 2 });
  });

  test('a service that refuses its settings is not started again, and says which', async () => {
    const { runtime } = runtimeFor([
      fixtureService('crash', { port: await freePort(), environment: { EXIT_CODE: '78' } }),
    ]);
    const problem = await problemOf(up(runtime));
    expect(problem.what).toBe('crash failed: its settings are refused');
    expect(problem.lines).toContain('cannot read the configuration: line 7');
    expect((await reportOf(runtime, 'crash')).state).toMatchObject({ status: 'failed', restarts: 0 });
  });

  test('what failed is known after the supervisor has ended by itself, until it is put down', async () => {
    // It never listens: a port of its own could only be taken by somebody else meanwhile, and be refused for that.
    const portless = { ...fixtureService('server', { port: 0, local: { command: '/nowhere/server' } }), ports: [] };
    const { runtime } = runtimeFor([portless]);
    expect((await problemOf(up(runtime))).what).toContain('/nowhere/server');
    await becomesStopped(runtime);
    expect((await reportOf(runtime, 'server')).state.status).toBe('failed');
    await runtime.down();
    expect((await reportOf(runtime, 'server')).state.status).toBe('stopped');
  });

  test('a program that is not there fails with the name of what was tried', async () => {
    const { runtime } = runtimeFor([
      fixtureService('server', { name: 'redis', port: await freePort(), local: { command: '/nowhere/redis-server' } }),
    ]);
    expect((await problemOf(up(runtime))).what).toContain('/nowhere/redis-server');
  });

  test('one that is not ready in time is told with what its probe was answered', async () => {
    const { runtime } = runtimeFor([
      fixtureService('slow-start', { port: await freePort(), environment: { START_MS: '60000' } }),
    ]);
    const problem = await problemOf(runtime.up({ names: [], deadlineMs: 3_000 }));
    expect(problem.what).toMatch(/^slow-start is not healthy after 3 s: GET .*status 503 warming up$/);
  });

  test('two at once make one supervisor and both succeed', async () => {
    const { runtime } = runtimeFor(await twoServers());
    const [left, right] = await Promise.all([up(runtime), up(runtime)]);
    expect(left.map(({ state }) => processOf(state)?.pid)).toEqual(right.map(({ state }) => processOf(state)?.pid));
  });

  test('finds the supervisor from a terminal with another temporary folder', async () => {
    const { runtime } = runtimeFor(await twoServers());
    const [gateway] = await up(runtime);
    const before = process.env.TMPDIR;
    process.env.TMPDIR = '/var/tmp';
    const [again] = await up(runtime).finally(() => {
      process.env.TMPDIR = before;
    });
    expect(again).toEqual(gateway);
  });

  test('a service whose definition has changed is started again with the new one, the others stay', async () => {
    const [gateway, api] = await twoServers();
    if (!gateway || !api) throw new Error('two services were made');
    const { runtime, dataFolder } = runtimeFor([gateway, api]);
    await up(runtime);
    const before = [await pidOf(runtime, 'gateway'), await pidOf(runtime, 'api')];
    const { runtime: changed } = runtimeFor(
      [{ ...gateway, environment: { ...gateway.environment, OPENAI_API_KEY: 'new' } }, api],
      dataFolder,
    );
    await up(changed);
    expect(await pidOf(changed, 'gateway')).not.toBe(before[0]);
    expect(await pidOf(changed, 'api')).toBe(before[1]);
  });
});

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

describe('down', () => {
  test('ends everything and the supervisor, and has nothing to do the second time', async () => {
    const { runtime, dataFolder } = runtimeFor(await twoServers());
    await up(runtime);
    const pids = [await pidOf(runtime, 'gateway'), await pidOf(runtime, 'api')];
    const states: string[] = [];
    await runtime.down({ onState: ({ name, state }) => states.push(`${name} ${state.status}`) });
    await Promise.all(pids.map((pid) => ends(pid)));
    expect(states).toEqual(['api stopping', 'api stopped', 'gateway stopping', 'gateway stopped']);
    expect(existsSync(controlAddress(dataFolder))).toBe(false);
    expect((await runtime.ps()).supervisor.status).toBe('stopped');
    await runtime.down();
  });

  test('leaves nothing that tells of a run', async () => {
    const { runtime, dataFolder } = runtimeFor(await twoServers());
    await up(runtime);
    await runtime.down();
    expect(readdirSync(dataFolder).filter((name) => name.startsWith('state.json'))).toEqual([]);
  });

  test('cleans up after a supervisor that was killed', async () => {
    const { runtime, dataFolder } = runtimeFor(await twoServers());
    await up(runtime);
    await killSupervisor(runtime);
    await runtime.down();
    expect(existsSync(join(dataFolder, 'state.json'))).toBe(false);
    expect(existsSync(controlAddress(dataFolder))).toBe(false);
    expect((await runtime.ps()).supervisor.status).toBe('stopped');
  });

  test('while a start is under way ends that start', async () => {
    const { runtime } = runtimeFor([
      fixtureService('slow-start', { port: await freePort(), environment: { START_MS: '60000' } }),
    ]);
    const starting = problemOf(up(runtime));
    await becomes(runtime, 'slow-start', { status: 'running' });
    const pid = await pidOf(runtime, 'slow-start');
    await runtime.down();
    expect((await starting).what).toBe('The stack is being stopped');
    await ends(pid);
  });

  test('kills a service that ignores SIGTERM, with its children, when its time is over', async () => {
    const port = await freePort();
    const { runtime } = runtimeFor([fixtureService('ignores-sigterm', { port, local: { stopTimeoutMs: 300 } })]);
    await up(runtime);
    const child = Number(await (await fetch(`http://127.0.0.1:${port}`)).text());
    const pid = await pidOf(runtime, 'ignores-sigterm');
    await runtime.down();
    await Promise.all([ends(pid), ends(child)]);
    const lines = await Array.fromAsync(runtime.logs({ services: ['ignores-sigterm'], follow: false }));
    expect(lines.map(({ text }) => text).join('\n')).toContain('still running 300 ms after it was asked to stop');
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

describe('the logs', () => {
  test('come as one stream in the order of writing, and follow what is written later', async () => {
    const { runtime } = runtimeFor(await twoServers());
    await up(runtime);
    const ending = new AbortController();
    const seen: string[] = [];
    const following = (async () => {
      for await (const line of runtime.logs({ services: ['gateway', 'api'], follow: true }, ending.signal)) {
        seen.push(`${line.service}: ${line.text}`);
      }
    })().catch(() => {});
    await runtime.restart({ names: ['api'], deadlineMs: DEADLINE_MS });
    await becomes(runtime, 'api', { status: 'healthy' });
    ending.abort();
    await following;
    expect(seen.filter((line) => line.startsWith('api: listening'))).toHaveLength(2);
    expect(seen.filter((line) => line.startsWith('gateway: listening'))).toHaveLength(1);
  });
});

describe('a data folder', () => {
  test.each(['garbage{', '{}', 'null', '{"supervisor":null,"services":[{"name":1}]}'])(
    'whose state.json holds %s is one where nothing ran',
    async (text) => {
      const { runtime, dataFolder } = runtimeFor(await twoServers());
      writeFileSync(join(dataFolder, 'state.json'), text);
      expect((await runtime.ps()).supervisor.status).toBe('stopped');
      await runtime.down();
      expect((await up(runtime)).every(({ state }) => state.status === 'healthy')).toBe(true);
    },
  );

  test('that cannot be written is named with the reason', async () => {
    const place = join(mkdtempSync(join(tmpdir(), 'stack-')), 'file');
    writeFileSync(place, '');
    const { runtime } = runtimeFor(await twoServers(), place);
    const problem = await problemOf(up(runtime));
    expect(problem).toMatchObject({ what: expect.stringContaining('is a file'), where: place });
  });

  test.runIf(mayMount())('on a disk that fills up keeps its services running and restarted', async () => {
    const disk = mkdtempSync(join(tmpdir(), 'disk-'));
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]);
    try {
      const { runtime } = runtimeFor(await twoServers(), join(disk, 'data'));
      await up(runtime);
      spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filling')}`, 'bs=64k']);
      process.kill(await pidOf(runtime, 'api'), 'SIGKILL');
      await becomes(runtime, 'api', { status: 'healthy', restarts: 1 });
      await runtime.down();
      expect((await problemOf(up(runtime))).what).toContain('the disk is full');
    } finally {
      spawnSync('umount', ['--lazy', disk]);
    }
  });
});

test('state and logs are for their owner alone and hold no environment', async () => {
  const { runtime, dataFolder } = runtimeFor([
    fixtureService('server', { port: await freePort(), environment: { MPC_API_KEY: 'hidden-value' } }),
  ]);
  await up(runtime);
  const ours = ['state.json', 'logs/server.log', 'supervisor.lock'].map((path) => join(dataFolder, path));
  const openToOthers = [...ours, controlAddress(dataFolder)].filter((path) => statSync(path).mode & 0o077);
  expect(openToOthers).toEqual([]);
  const NOTHING_FOUND = 1;
  expect(spawnSync('grep', ['-r', 'hidden-value', dataFolder]).status).toBe(NOTHING_FOUND);
});

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}

/** Mounting a small disk takes root, and a container may lack the right all the same. */
function mayMount(): boolean {
  const probe = mkdtempSync(join(tmpdir(), 'disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe]);
  if (status === 0) spawnSync('umount', [probe]);
  return status === 0;
}
