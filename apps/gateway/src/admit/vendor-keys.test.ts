import { anthropicMessage, openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { MASTER_KEY, openAiModel, startGateway } from '../testing/start-gateway.ts';

const body = { model: 'c', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }] };

/** A gateway with Claude, for which an OpenAI model stands in. */
async function start(settings: object, isDown = false) {
  const upstream = await startScriptedUpstream(({ path }) => {
    if (path.startsWith('/o/')) return { json: openAiCompletion() };
    return isDown ? { status: 500, json: { error: { message: 'down' } } } : { json: anthropicMessage() };
  });
  const claude = { model: 'anthropic/claude-sonnet-4-5', api_key: 'sk-ant-ours', api_base: `${upstream.url}/c` };
  const gateway = await startGateway({
    model_list: [{ model_name: 'c', litellm_params: claude }, openAiModel('o', `${upstream.url}/o`)],
    litellm_settings: { cache: true, use_chat_completions_url_for_anthropic_messages: true },
    router_settings: { num_retries: 0, fallbacks: [{ c: ['o'] }] },
    general_settings: { master_key: MASTER_KEY, ...settings },
  });
  return {
    ask: async (headers: Record<string, string>) => (await gateway.postTo('/v1/messages', body, headers)).status,
    sent: () => upstream.requests.map(({ headers }) => headers),
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await upstream.close();
    },
  };
}

const forwards = { forward_llm_provider_auth_headers: true };

test('a caller’s own key goes to its vendor in place of the gateway’s, and its answer is nobody else’s', async () => {
  await using started = await start(forwards);
  const asked = { authorization: `Bearer ${MASTER_KEY}`, 'x-api-key': 'sk-ant-mine' };
  expect([await started.ask(asked), await started.ask(asked)]).toEqual([200, 200]);
  expect(started.sent().map((headers) => headers['x-api-key'])).toEqual(['sk-ant-mine', 'sk-ant-mine']);
  expect(JSON.stringify(started.sent())).not.toContain(MASTER_KEY);
});

test('the subscription of a coding agent goes along as it came, with the beta that it needs', async () => {
  await using started = await start(forwards);
  const subscription = 'sk-ant-oat01-mine';
  const asked = { authorization: `Bearer ${subscription}`, 'x-litellm-api-key': `Bearer ${MASTER_KEY}` };
  expect(await started.ask(asked)).toBe(200);
  const [sent] = started.sent();
  expect(sent).toMatchObject({ authorization: `Bearer ${subscription}`, 'anthropic-beta': 'oauth-2025-04-20' });
  expect(sent).not.toHaveProperty('x-api-key');
});

test('a key goes to no other vendor than its own', async () => {
  await using started = await start(forwards, true);
  expect(await started.ask({ authorization: `Bearer ${MASTER_KEY}`, 'x-api-key': 'sk-ant-mine' })).toBe(200);
  const [claude, openAi] = started.sent();
  expect(claude?.['x-api-key']).toBe('sk-ant-mine');
  expect(JSON.stringify(openAi)).not.toContain('sk-ant-mine');
});

test('without the setting, and for the key by which the caller was let in, the gateway’s own goes', async () => {
  await using closed = await start({});
  await closed.ask({ authorization: `Bearer ${MASTER_KEY}`, 'x-api-key': 'sk-ant-mine' });
  expect(closed.sent()[0]?.['x-api-key']).toBe('sk-ant-ours');
});
