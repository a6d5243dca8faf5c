import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type StackReport, processOf } from '@showrunner/stack';
import type { Command } from 'commander';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureCheckout, type FixtureCheckout } from '../../__fixtures__/checkout.ts';
import type { CommandContext } from '../../command-context.ts';
import { down } from '../down/down.handler.ts';
import { health } from '../health/health.handler.ts';
import { ps } from '../ps/ps.handler.ts';
import { restart } from '../restart/restart.handler.ts';
import { up } from './up.handler.ts';

let checkout: FixtureCheckout;
beforeEach(async () => {
  checkout = await fixtureCheckout();
});
afterEach(() => checkout.dispose());

async function report(): Promise<StackReport> {
  return JSON.parse((await checkout.run(ps, { json: true })).stdout) as StackReport;
}

const pids = async () => (await report()).services.map(({ state }) => processOf(state)?.pid);

test('up makes .env, starts both services and says where they are; down ends them', async () => {
  const { stdout, stderr } = await checkout.run(up);
  expect(existsSync(join(checkout.root, '.env'))).toBe(true);
  expect(stdout).toContain('Up with configuration local:');
  expect(stdout).toContain(`http://127.0.0.1:${checkout.gatewayPort}`);
  expect(stderr).toMatch(/✔ gateway healthy at .* after/);
  expect((await report()).services.map(({ state }) => state.status)).toEqual(['healthy', 'healthy']);

  expect((await checkout.run(down)).stdout).toContain('Stopped. Data stays.');
  expect((await report()).services.map(({ state }) => state.status)).toEqual(['stopped', 'stopped']);
  expect((await checkout.run(down)).stdout).toContain('Nothing was running.');
});

test.each(['OPENAI_API_KEY=sk-1\n', 'OPENAI_API_KEY=sk-1\nLITELLM_MASTER_KEY=\nMPC_API_KEY=\n'])(
  'up gives an .env in which a provider’s key stands alone (%j) the keys of this installation, and serves with it',
  async (written) => {
    const path = join(checkout.root, '.env');
    writeFileSync(path, written);
    expect((await checkout.run(up)).stdout).toContain('Up with configuration openai-only:');
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(/^OPENAI_API_KEY=sk-1\n(.*\n)*LITELLM_MASTER_KEY=sk-\w{40}\nMPC_API_KEY=\w{40}\n/);
    await checkout.run(up);
    expect(readFileSync(path, 'utf8')).toBe(text);
  },
);

test('a choice that names no file keeps nobody from seeing and ending what runs', async () => {
  await checkout.run(up);
  const environment = { SHOWRUNNER_CONFIG: 'gone' };
  expect((await checkout.run(ps, { environment })).stdout).toMatch(/gateway +healthy/);
  expect((await checkout.run(down, { environment })).stdout).toContain('Stopped. Data stays.');
});

test('up leaves an .env as it is whose keys lie in files', async () => {
  const keyFile = join(checkout.root, 'key');
  writeFileSync(keyFile, 'sk-from-a-file\n');
  const text = `LITELLM_MASTER_KEY_FILE=${keyFile}\n`;
  writeFileSync(join(checkout.root, '.env'), text);
  await checkout.run(up);
  expect(readFileSync(join(checkout.root, '.env'), 'utf8')).toBe(text);
});

test('an up that is interrupted says that what has begun goes on', async () => {
  const interrupted = (context: CommandContext, command: Command) =>
    up({ ...context, signal: AbortSignal.abort() }, command).catch(() => undefined);
  expect((await checkout.run(interrupted)).stderr).toContain('"showrunner down" ends it.');
});

test('ps shows state, ports, restarts and memory', async () => {
  await checkout.run(up);
  const { stdout } = await checkout.run(ps);
  expect(stdout.split('\n')[0]).toMatch(/^service +state +ports +pid +uptime +restarts +memory$/);
  expect(stdout).toMatch(
    new RegExp(`gateway +healthy +${checkout.gatewayPort} ${checkout.gatewayPort + 1} .* 0 +\\d+`),
  );
});

test('health asks each service, and is not well when nobody answers', async () => {
  expect((await checkout.run(health)).value).toBe(false);
  await checkout.run(up);
  const { stdout, value } = await checkout.run(health);
  expect(value).toBe(true);
  expect(stdout).toContain('checks.store.ok: true');

  writeFileSync(join(checkout.root, '.showrunner/degraded'), '');
  const degraded = await checkout.run(health);
  expect(degraded.value).toBe(false);
  expect(degraded.stdout).toMatch(/^! gateway(.*\n)+.*checks\.store\.ok: false/m);
});

test('restart refuses a broken configuration before it stops anything', async () => {
  await checkout.run(up);
  const before = await pids();
  writeFileSync(join(checkout.root, 'ai-infra/litellm/config/local.yaml'), 'broken: true\n');
  await expect(checkout.run(restart)).rejects.toThrow(/would refuse this configuration; nothing was changed/);
  expect(await pids()).toEqual(before);
});

test('restart of one service leaves the other as it is', async () => {
  await checkout.run(up);
  const [gateway, api] = await pids();
  await checkout.run(restart, { args: ['mpc-api'] });
  const [gatewayAfter, apiAfter] = await pids();
  expect(gatewayAfter).toBe(gateway);
  expect(apiAfter).not.toBe(api);
});

test('a key in the environment serves with its provider at the next up, without a change to .env', async () => {
  await checkout.run(up);
  const before = readFileSync(join(checkout.root, '.env'), 'utf8');
  const { stdout } = await checkout.run(up, { environment: { OPENAI_API_KEY: 'sk-1' } });
  expect(stdout).toContain('Up with configuration openai-only:');
  expect(readFileSync(join(checkout.root, '.env'), 'utf8')).toBe(before);
});

test.each([
  [{ GATEWAY_PORT: 'eighty' }, 'GATEWAY_PORT is "eighty", which is not accepted'],
  [{ GATEWAY_PORT: '5000', MPC_API_PORT: '5001' }, 'too close'],
  [{ SHOWRUNNER_CONFIG: 'openai' }, 'There is no provider configuration "openai"'],
])('with %j it says what is wrong before anything starts', async (environment, what) => {
  await expect(checkout.run(up, { environment })).rejects.toThrow(what);
});

test('a setting that the services would refuse is named before anything is stopped', async () => {
  await checkout.run(up);
  const before = await pids();
  appendFileSync(join(checkout.root, '.env'), 'LOG_LEVEL=verbose\n');
  for (const command of [up, restart])
    await expect(checkout.run(command)).rejects.toThrow('LOG_LEVEL is "verbose", which is not accepted');
  expect(await pids()).toEqual(before);
});

test('a name that is no service is refused with the one that was meant, before anything happens', async () => {
  await expect(checkout.run(up, { args: ['gatway'] })).rejects.toThrow(/no service "gatway"; did you mean gateway\?/);
  await expect(checkout.run(restart, { args: ['api'] })).rejects.toThrow(/no service "api"/);
});

test('program files that have changed are picked up, by the service that runs them alone', async () => {
  await checkout.run(up);
  const [gateway, api] = await pids();
  appendFileSync(join(checkout.root, 'apps/gateway/src/main.ts'), '// newer\n');
  await checkout.run(up);
  const [gatewayAfter, apiAfter] = await pids();
  expect(gatewayAfter).not.toBe(gateway);
  expect(apiAfter).toBe(api);
});
