import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docker, output, type Output } from './docker.ts';
import { openTestStack, type TestStack } from './test-stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await openTestStack();
});
afterAll(() => stack[Symbol.asyncDispose]());

/** The command line of this checkout, on the docker runtime, with the test's settings in its environment. */
function showrunner(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Output> {
  const settings = { ...stack.environment, SHOWRUNNER_RUNTIME: 'docker', ...environment };
  return output('node', ['runtime/bootstrap.mjs', ...args], settings);
}

const json = async <Value>(...args: readonly string[]): Promise<Value> =>
  JSON.parse((await showrunner([...args, '--json'])).stdout) as Value;

/** One JSON value a line. */
async function logLines(...args: readonly string[]): Promise<readonly { service: string; time: string }[]> {
  const { stdout } = await showrunner(['logs', ...args, '--json']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { service: string; time: string });
}

interface Report {
  readonly runtime: string;
  readonly services: readonly {
    readonly name: string;
    readonly state: { readonly status: string; readonly restarts: number; readonly process?: { readonly pid: number } };
    readonly memoryBytes?: number;
  }[];
}

const states = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries((await json<Report>('ps')).services.map(({ name, state }) => [name, state.status]));

describe('the command line on the docker runtime', () => {
  test('up starts the stack and says where it is', async () => {
    const told = await showrunner(['up']);
    expect(told).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(stack.gatewayUrl) });
    expect(told.stdout).toContain(stack.apiUrl);
    expect((await stack.generateScript('From the command line')).status).toBe(200);
  });

  test('ps, health and status tell how it is', async () => {
    const { runtime, services } = await json<Report>('ps');
    expect(runtime).toBe('docker');
    expect(services.map(({ name, state }) => [name, state.status])).toEqual([
      ['redis', 'healthy'],
      ['gateway', 'healthy'],
      ['mpc-api', 'healthy'],
    ]);
    for (const { memoryBytes } of services) expect(memoryBytes).toBeGreaterThan(1e6);
    const health = await showrunner(['health']);
    expect(health).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('checks.gateway.ok: true') });
    const status = await showrunner(['status']);
    expect(status.stdout).toContain(stack.gatewayUrl);
    for (const secret of stack.secrets) expect(status.stdout).not.toContain(secret);
  });

  test('logs are one stream of all services', async () => {
    const lines = await logLines();
    expect(new Set(lines.map(({ service }) => service))).toEqual(new Set(['redis', 'gateway', 'mpc-api']));
    const times = lines.map(({ time }) => time);
    expect(times).toEqual(times.toSorted());
    expect(await logLines('gateway', '--tail', '2')).toHaveLength(2);
  });

  test('up again changes nothing', async () => {
    const before = await docker('ps', '--quiet', '--filter', `label=com.docker.compose.project=${stack.project}`);
    expect((await showrunner(['up'])).exitCode).toBe(0);
    expect(await docker('ps', '--quiet', '--filter', `label=com.docker.compose.project=${stack.project}`)).toBe(before);
  });

  test('restart of one service leaves the others as they are', async () => {
    const pids = async () => (await json<Report>('ps')).services.map(({ state }) => state.process?.pid);
    const [redis, gateway, api] = await pids();
    expect((await showrunner(['restart', 'mpc-api'])).exitCode).toBe(0);
    const after = await pids();
    expect(after.slice(0, 2)).toEqual([redis, gateway]);
    expect(after[2]).not.toBe(api);
  });

  test('a service that cannot start is named with its last words', async () => {
    await using folder = await temporaryFolder();
    await chmod(folder.path, 0o755);
    const file = join(folder.path, 'broken.yaml');
    await writeFile(file, 'model_list: broken\n');
    const { exitCode, stderr } = await showrunner(['up'], { CONFIG_FILE_PATH: file });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/gateway does not start: it (ended with exit code 1|has ended \d+ times)/);
    expect(stderr).toContain('model_list: is text, not a list');
    expect(stderr).toContain('showrunner logs gateway');
  });

  test('down keeps the data and leaves nothing else', async () => {
    expect((await showrunner(['down'])).exitCode).toBe(0);
    expect(await states()).toEqual({ redis: 'stopped', gateway: 'stopped', 'mpc-api': 'stopped' });
    const mine = ['--filter', `label=com.docker.compose.project=${stack.project}`, '--quiet'];
    expect(await docker('ps', '--all', ...mine)).toBe('');
    expect(await docker('network', 'ls', ...mine)).toBe('');
    expect((await docker('volume', 'ls', ...mine)).split('\n')).toHaveLength(4);
  });
});
