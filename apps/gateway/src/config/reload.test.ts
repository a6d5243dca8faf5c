import { freePort, openAiCompletion, startScriptedUpstream, waitUntil } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { ask, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

const said = async (gateway: StartedGateway, model: string): Promise<unknown> => {
  const body = (await (await gateway.post(ask(model))).json()) as { choices?: { message: { content: string } }[] };
  return body.choices?.[0]?.message.content;
};
const mock = (text: string): object => ({
  model_list: [{ model_name: 'm', litellm_params: { model: 'openai/x', mock_response: text } }],
});

test('a changed file serves without a restart, a bad one leaves the old one serving and says so', async () => {
  const internalPort = await freePort();
  await using gateway = await startGateway(mock('one'), { INTERNAL_PORT: String(internalPort) });
  expect(await said(gateway, 'm')).toBe('one');
  await gateway.rewriteConfig(mock('two'));
  await waitUntil(async () => (await said(gateway, 'm')) === 'two', { what: 'the second configuration' });

  await gateway.rewriteConfig('model_list: [\n  - broken');
  const health = async () =>
    (await (await gateway.get('/health')).json()) as {
      status: string;
      configuration: { age_seconds: number; last_reload_error: { message: string } | null };
    };
  await waitUntil(async () => (await health()).status === 'degraded', { what: 'the refusal in health' });
  expect(await said(gateway, 'm')).toBe('two');
  await waitUntil(() => gateway.logs.some((line) => line.includes('is refused')), { what: 'the refusal in the log' });
  const { configuration } = await health();
  expect(configuration.last_reload_error?.message).toMatch(/^the configuration: .* is no valid YAML/);
  expect(configuration.age_seconds).toBeGreaterThanOrEqual(0);
  const internal = await fetch(`http://127.0.0.1:${internalPort}/health`);
  expect(await internal.json()).toMatchObject({
    status: 'degraded',
    checks: { configuration: { ok: false, required: false, message: expect.stringContaining('is refused') } },
  });

  await gateway.rewriteConfig(mock('three'));
  await waitUntil(async () => (await said(gateway, 'm')) === 'three', { what: 'the fixed configuration' });
  expect(await health()).toMatchObject({ status: 'healthy', configuration: { last_reload_error: null } });
});

test('a changed file without a key is warned of, as it is at the start', async () => {
  await using gateway = await startGateway(mock('one'));
  const warnings = (): number => gateway.logs.filter((line) => line.includes('no key is configured')).length;
  expect(warnings()).toBe(0);
  await gateway.rewriteConfig({ ...mock('two'), general_settings: {} });
  await waitUntil(async () => (await said(gateway, 'm')) === 'two', { what: 'the configuration without a key' });
  await waitUntil(() => warnings() === 1, { what: 'the warning' });
});

test('SIGHUP reloads a file that has not changed as well', async () => {
  await using gateway = await startGateway(mock('one'));
  expect(gateway.pid).toBeDefined();
  process.kill(gateway.pid ?? 0, 'SIGHUP');
  await waitUntil(() => gateway.logs.some((line) => line.includes('configuration reloaded')), { what: 'the reload' });
  expect(await said(gateway, 'm')).toBe('one');
});

test('no request fails because of a reload', async () => {
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion({ text: 'here' }), delayMs: 20 }]);
  const config = (timeout: number): object => ({
    model_list: [openAiModel('m', upstream.url)],
    router_settings: { timeout, num_retries: 0 },
  });
  await using gateway = await startGateway(config(30));
  const over = new AbortController();
  const failures: unknown[] = [];
  const callers = Array.from({ length: 8 }, async () => {
    while (!over.signal.aborted) {
      const response = await gateway.post(ask('m'));
      if (response.status !== 200) failures.push(await response.text());
      else await response.arrayBuffer();
    }
  });
  for (let round = 1; round <= 4; round++) {
    await gateway.rewriteConfig(config(30 + round));
    const reloads = (): number => gateway.logs.filter((line) => line.includes('configuration reloaded')).length;
    await waitUntil(() => reloads() >= round, { what: `reload ${round}` });
  }
  over.abort();
  await Promise.all(callers);
  expect(failures).toEqual([]);
  expect(upstream.requests.length).toBeGreaterThan(20);
});
