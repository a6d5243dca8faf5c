import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { freePort } from '@showrunner/testkit';
import { afterEach, describe, expect, test } from 'vitest';
import { fixtureService } from '../__fixtures__/fixture-service.ts';
import { controlAddress } from '../control/address.ts';
import { processOf } from '../service-state.ts';
import {
  DEADLINE_MS,
  becomes,
  becomesStopped,
  endRuntimes,
  ends,
  killSupervisor,
  pidOf,
  problemOf,
  reportOf,
  runtimeFor,
  twoServers,
  up,
} from '../testing/local-runtimes.ts';

afterEach(endRuntimes);

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
