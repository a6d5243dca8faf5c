import { openAiCompletion, openAiError, startScriptedUpstream } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { ask, openAiModel, startGateway } from '../testing/start-gateway.ts';

const answers = { json: openAiCompletion({ text: 'Grüße' }) };

test('a caller says where its request goes and as whom, where the deployment lets it', async () => {
  await using configured = await startScriptedUpstream([answers]);
  await using own = await startScriptedUpstream([answers]);
  await using gateway = await startGateway({
    model_list: [
      openAiModel('m', configured.url, {
        configurable_clientside_auth_params: ['api_key', 'api_base', 'organization'],
      }),
    ],
  });
  const said = { api_key: 'sk-mine', base_url: `${own.url}/v1`, organization: 'org-mine' };
  const answer = await gateway.post(ask('m', said));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('x-litellm-model-api-base')).toBe(`${own.url}/v1`);
  expect(own.requests[0]).toMatchObject({
    headers: { authorization: 'Bearer sk-mine', 'openai-organization': 'org-mine' },
  });
  expect(own.requests[0]?.body).not.toHaveProperty('base_url');
  // Nobody else goes by what it brought.
  expect((await gateway.post(ask('m'))).status).toBe(200);
  expect(configured.requests[0]?.headers.authorization).not.toBe('Bearer sk-mine');
});

test('an address is let through by its pattern, from its beginning', async () => {
  await using upstream = await startScriptedUpstream([answers]);
  const allowed = [{ api_base: `${upstream.url.replaceAll('.', '\\.')}/(v1|東京)` }];
  await using gateway = await startGateway({
    model_list: [openAiModel('m', 'http://127.0.0.1:9', { configurable_clientside_auth_params: allowed })],
  });
  expect((await gateway.post(ask('m', { api_base: `${upstream.url}/v1` }))).status).toBe(200);
  const others = [`http://127.0.0.1:9/?${upstream.url}/v1`, 'file:///etc/passwd', 'x'];
  for (const api_base of others) {
    const refused = await gateway.post(ask('m', { api_base }));
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { param: 'api_base' } });
  }
  expect((await gateway.post(ask('m', { api_base: `${upstream.url}/v1`, api_key: 'sk-mine' }))).status).toBe(400);
  expect(upstream.requests).toHaveLength(1);
});

test.each(['api_key', 'api_base', 'base_url', 'api_version', 'organization'])(
  'a request that says %s where no deployment lets it is refused, in a fallback too',
  async (member) => {
    await using upstream = await startScriptedUpstream([answers]);
    await using gateway = await startGateway({
      model_list: [openAiModel('m', upstream.url), openAiModel('b', upstream.url)],
    });
    const value = 'http://127.0.0.1:9';
    const refused = await gateway.post(ask('m', { [member]: value }));
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { param: member } });
    const inFallback = await gateway.post(ask('m', { fallbacks: [{ model: 'b', [member]: value }] }));
    expect(inFallback.status).toBe(400);
    expect(upstream.requests).toHaveLength(0);
  },
);

test('what a server of the caller’s own says is cached for nobody, and its failures cool nothing down', async () => {
  await using own = await startScriptedUpstream([answers, { status: 401, json: openAiError('no such key') }]);
  await using configured = await startScriptedUpstream([{ json: openAiCompletion({ text: 'configured' }) }]);
  await using gateway = await startGateway({
    model_list: [openAiModel('m', configured.url, { configurable_clientside_auth_params: ['api_base'] })],
    litellm_settings: { cache: true },
  });
  const there = { api_base: `${own.url}/v1` };
  expect(await (await gateway.post(ask('m', there))).text()).toContain('Grüße');
  expect((await gateway.post(ask('m', there))).status).toBe(401);
  expect(await (await gateway.post(ask('m'))).text()).toContain('configured');
});

test('a deployment without a key is called with the caller’s', async () => {
  await using upstream = await startScriptedUpstream([answers]);
  const litellm_params = {
    model: 'openai/gpt-4o',
    api_base: `${upstream.url}/v1`,
    configurable_clientside_auth_params: ['api_key'],
  };
  await using gateway = await startGateway({ model_list: [{ model_name: 'm', litellm_params }] });
  expect((await gateway.post(ask('m'))).status).toBe(401);
  expect((await gateway.post(ask('m', { api_key: 'sk-mine' }))).status).toBe(200);
});
