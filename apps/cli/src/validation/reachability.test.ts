import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { localhostCertificate, requireTool } from '@showrunner/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureCheckout } from '../__fixtures__/checkout.ts';
import { up } from '../commands/up/up.handler.ts';
import { redisPort } from './checks/ports.ts';
import { providerHosts, providersReachable } from './checks/providers-reachable.ts';
import { clock, stackHealth } from './checks/running-stack.ts';
import type { Check, Outcome } from './check.ts';
import { readInstallation } from './installation.ts';
import { listen } from './testing/listen.ts';
import { testCheckout, type TestCheckout } from './testing/test-checkout.ts';

let checkout: TestCheckout;
beforeEach(async () => {
  checkout = await testCheckout();
});
afterEach(() => checkout[Symbol.asyncDispose]());

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

test('a Redis that is there already is named, and fails nothing', async () => {
  const server = await listen();
  checkout.use(server);
  checkout.change({ environment: { REDIS_PORT: String(portOf(server)) } });
  expect(await checkout.run(redisPort)).toEqual({
    skipped: expect.stringContaining(`(pid ${process.pid}) has port ${portOf(server)}`) as unknown,
  });
  await server[Symbol.asyncDispose]();
  expect(await checkout.run(redisPort)).toEqual([]);
});

test("a program that holds the gateway's port and never answers is no fault of the clock", async () => {
  const server = await listen(createServer((socket) => socket.resume()));
  checkout.use(server);
  checkout.change({ environment: { GATEWAY_PORT: String(portOf(server)) } });
  expect(await checkout.run(clock)).toEqual({ skipped: 'the gateway does not answer' });
});

test('providers are reached only when that is asked for', async () => {
  serveWith(`https://127.0.0.1:9`);
  expect(await checkout.run(providersReachable)).toEqual({ skipped: 'asked only with --online' });
  checkout.change({ scope: { isOnline: true } });
  expect(await checkout.run(providersReachable)).toMatchObject([{ what: '127.0.0.1:9 is not reached: ECONNREFUSED' }]);
});

test('a deployment is where it says, else where its vendor answers, whatever vendor it is', async () => {
  const hosts = (deployment: string, environment = {}): Promise<string[]> =>
    providerHosts(`model_list:\n  - litellm_params: {${deployment}}\n`, environment);
  expect(await hosts('model: groq/llama-3.3-70b')).toEqual(['api.groq.com']);
  expect(await hosts('model: claude-sonnet-4-6')).toEqual(['api.anthropic.com']);
  expect(await hosts('model: openai/mine, api_base: https://models.example:8443/v1')).toEqual(['models.example:8443']);
  expect(await hosts('model: openai/mine, api_base: os.environ/MINE', { MINE: 'https://a.example' })).toEqual([
    'a.example',
  ]);
  expect(await hosts('model: xai/grok', { XAI_API_BASE: 'https://b.example/v1' })).toEqual(['b.example']);
  expect(await hosts('model: ollama/llama3.1')).toEqual([]);
  expect(await hosts('model: local/auto')).toEqual([]);
});

test('a provider is well when its certificate holds, and nothing is asked of it', requireTool('openssl'), async () => {
  const { key, cert } = await localhostCertificate();
  let received = 0;
  const server = createTlsServer({ key, cert }, (socket) => socket.on('data', ({ length }) => (received += length)));
  await listen(server);
  checkout.use(server);
  serveWith(`https://localhost:${portOf(server)}`);
  checkout.change({ scope: { isOnline: true } });
  expect(await checkout.run(providersReachable)).toMatchObject([
    { what: expect.stringMatching(/SELF_SIGNED/) as unknown },
  ]);

  const trusted = getCACertificates();
  try {
    setDefaultCACertificates([...trusted, cert]);
    expect(await checkout.run(providersReachable)).toEqual([]);
  } finally {
    setDefaultCACertificates(trusted);
  }
  expect(received).toBe(0);
});

test('what runs is asked how it is; what does not run is skipped', async () => {
  const stack = await fixtureCheckout();
  try {
    const run = (check: Check): Promise<Outcome> =>
      stack
        .run(async (context) => {
          const installation = readInstallation(context, { isOnline: false, isDeep: false });
          return check.run(installation, context.signal);
        })
        .then(({ value }) => value as Outcome);
    expect(await run(stackHealth)).toEqual({ skipped: 'the stack is not running' });
    await stack.run(up);
    expect(await run(stackHealth)).toEqual([]);
    const { pid } = JSON.parse(readFileSync(join(stack.root, '.showrunner/state.json'), 'utf8')).services[0].identity;
    process.kill(pid, 'SIGSTOP');
    expect(await run(stackHealth)).toMatchObject([{ severity: 'error', what: 'gateway is not well' }]);
    process.kill(pid, 'SIGCONT');
  } finally {
    await stack.dispose();
  }
});

function serveWith(apiBase: string): void {
  const file = checkout.write(
    'own.yaml',
    `model_list:\n  - litellm_params:\n      model: hosted_vllm/x\n      api_base: ${apiBase}\n`,
  );
  checkout.change({ environment: { CONFIG_FILE_PATH: file } });
}
