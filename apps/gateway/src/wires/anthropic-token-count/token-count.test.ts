import { anthropicError, startScriptedUpstream } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { anthropicModel, MASTER_KEY, openAiModel, startGateway } from '../../testing/start-gateway.ts';

const question = {
  model: 'm',
  system: 'Be short',
  messages: [{ role: 'user' as const, content: 'How does espresso work?' }],
  tools: [{ name: 'Read', description: 'Reads a file', input_schema: { type: 'object' as const } }],
};

test('Anthropic counts the tokens of its own models itself', async () => {
  await using upstream = await startScriptedUpstream([{ json: { input_tokens: 42 } }]);
  await using gateway = await startGateway({
    model_list: [anthropicModel('m', upstream.url, { temperature: 0.5, max_tokens: 10 })],
  });
  expect(await gateway.anthropic.messages.countTokens(question)).toEqual({
    input_tokens: 42,
    litellm_count_source: 'provider',
  });
  expect(upstream.requests[0]).toMatchObject({
    path: '/v1/messages/count_tokens',
    body: { ...question, model: 'claude-sonnet-4-6' },
  });
  expect(upstream.requests[0]?.body).not.toHaveProperty('temperature');
  const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
  expect(rows).toMatchObject([{ call_type: 'acount_tokens', spend: 0, total_tokens: 0 }]);
});

test('a server that imitates Anthropic and cannot count is estimated, a refusal is told', async () => {
  await using upstream = await startScriptedUpstream([
    { status: 404, json: anthropicError('not_found_error', 'Not found') },
    { status: 400, json: anthropicError('invalid_request_error', 'messages: too strange') },
  ]);
  await using gateway = await startGateway({ model_list: [anthropicModel('m', upstream.url)] });
  expect(await gateway.anthropic.messages.countTokens(question)).toMatchObject({
    litellm_count_source: 'local_estimate',
  });
  await expect(gateway.anthropic.messages.countTokens(question)).rejects.toThrow(/invalid_request_error.*too strange/);
});

test('questions to other providers are estimated, and nobody is called', async () => {
  await using upstream = await startScriptedUpstream([{ json: {} }]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
  const { input_tokens: tokens } = await gateway.anthropic.messages.countTokens(question);
  expect(tokens).toBeGreaterThan(15);
  expect(tokens).toBeLessThan(60);
  expect(upstream.requests).toHaveLength(0);
});

test('a model that nobody serves is estimated as well, and needs a key all the same', async () => {
  await using gateway = await startGateway({ model_list: [openAiModel('m', 'http://127.0.0.1:9')] });
  const counted = gateway.anthropic.messages.countTokens({ ...question, model: 'claude-3-5-haiku-20241022' });
  expect(await counted).toMatchObject({ litellm_count_source: 'local_estimate' });
  const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(question) };
  expect((await fetch(`${gateway.url}/v1/messages/count_tokens`, asked)).status).toBe(401);
});

test('LiteLLM’s own counter estimates prompts and messages of either wire', async () => {
  await using gateway = await startGateway({ model_list: [openAiModel('m', 'http://127.0.0.1:9')] });
  const count = async (body: object): Promise<Response> =>
    fetch(`${gateway.url}/utils/token_counter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${MASTER_KEY}` },
      body: JSON.stringify(body),
    });
  expect(await (await count({ model: 'm', prompt: 'How does espresso work?' })).json()).toEqual({
    total_tokens: 7,
    request_model: 'm',
    model_used: 'gpt-5.4',
    tokenizer_type: 'estimate',
    count_source: 'local_estimate',
  });
  expect(await (await count(question)).json()).toMatchObject({ total_tokens: expect.any(Number) as number });
  expect((await count({ model: 'm' })).status).toBe(400);
  expect((await count({ model: 'nobody', prompt: 'x' })).status).toBe(400);
  expect((await count({ model: 'm', messages: 'x' })).status).toBe(400);
});

test('reports of coding programs are taken and not kept', async () => {
  await using gateway = await startGateway({ model_list: [openAiModel('m', 'http://127.0.0.1:9')] });
  const answer = await fetch(`${gateway.url}/api/event_logging/batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"events":[]}',
  });
  expect(await answer.json()).toEqual({ status: 'ok' });
});
