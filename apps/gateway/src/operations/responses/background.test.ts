import {
  openAiCompletion,
  openAiError,
  startScriptedUpstream,
  temporaryFolder,
  type Behaviour,
} from '@showrunner/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { openAiModel, startGateway } from '../../testing/start-gateway.ts';

function chatModel(name: string, url: string): object {
  return {
    model_name: name,
    litellm_params: {
      model: 'groq/llama',
      api_key: 'sk-u',
      api_base: `${url}/v1`,
      num_retries: 0,
      input_cost_per_token: 1,
    },
  };
}

async function gatewayOn(
  script: Behaviour,
  environment: Record<string, string> = {},
  model: (name: string, url: string) => object = chatModel,
) {
  const upstream = await startScriptedUpstream([script]);
  const gateway = await startGateway({ model_list: [model('m', upstream.url)] }, environment);
  onTestFinished(async () => {
    await gateway.stop();
    await upstream.close();
  });
  const { openai } = gateway;
  return { gateway, openai, upstream, statusOf: async (id: string) => (await openai.responses.retrieve(id)).status };
}

test('a response of a model for chat is made in the background, and read when it is there', async () => {
  const { gateway, openai, upstream, statusOf } = await gatewayOn({
    json: openAiCompletion({ text: 'Fertig' }),
    delayMs: 300,
  });
  const begun = await openai.responses.create({ model: 'm', input: 'Write', background: true });
  expect(begun).toMatchObject({ status: 'queued', background: true, output: [], store: true, model: 'm' });
  await expect.poll(() => upstream.requests.length).toBe(1);
  expect(upstream.requests[0]?.body).not.toHaveProperty('background');
  await expect.poll(() => statusOf(begun.id)).toBe('completed');
  const made = await openai.responses.retrieve(begun.id);
  expect(made).toMatchObject({ id: begun.id, output_text: 'Fertig', background: true, created_at: begun.created_at });
  const items = await openai.responses.inputItems.list(begun.id);
  expect(items.data).toMatchObject([{ role: 'user', content: [{ text: 'Write' }] }]);
  const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
  expect(rows).toMatchObject([{ call_type: 'aresponses', status: 'success' }]);
  const next = await openai.responses.create({ model: 'm', input: 'On', previous_response_id: begun.id });
  expect(next.status).toBe('completed');
  expect(upstream.requests[1]?.body).toMatchObject({ messages: [{ content: 'Write' }, { content: 'Fertig' }, {}] });
});

test('what is under way is cancelled at its vendor too, once and for good', async () => {
  const { openai, upstream, statusOf } = await gatewayOn({ json: openAiCompletion(), delayMs: 60_000 });
  const { id } = await openai.responses.create({ model: 'm', input: 'Write', background: true });
  await expect.poll(() => upstream.requests.length).toBe(1);
  expect(await statusOf(id)).toBe('in_progress');
  await expect(openai.responses.create({ model: 'm', input: 'On', previous_response_id: id })).rejects.toMatchObject({
    status: 400,
  });
  expect(await openai.responses.cancel(id)).toMatchObject({ id, status: 'cancelled' });
  await expect.poll(() => upstream.requests[0]?.aborted, { timeout: 15_000 }).toBe(true);
  expect(await statusOf(id)).toBe('cancelled');
  expect(await openai.responses.cancel(id)).toMatchObject({ id, status: 'cancelled' });
});

test('what is deleted while it is under way is not made to its end, and nobody else can do either', async () => {
  const { gateway, openai, upstream, statusOf } = await gatewayOn({ json: openAiCompletion(), delayMs: 60_000 });
  const { id } = await openai.responses.create({ model: 'm', input: 'Write', background: true });
  await expect.poll(() => upstream.requests.length).toBe(1);
  const { key } = (await (await gateway.postTo('/key/generate', {})).json()) as { key: string };
  const asOther = { method: 'POST', headers: { authorization: `Bearer ${key}` } };
  expect((await fetch(`${gateway.url}/v1/responses/${id}/cancel`, asOther)).status).toBe(404);
  expect((await fetch(`${gateway.url}/v1/responses/${id}`, { ...asOther, method: 'DELETE' })).status).toBe(404);
  expect(await statusOf(id)).toBe('in_progress');
  await openai.responses.delete(id);
  await expect.poll(() => upstream.requests[0]?.aborted, { timeout: 15_000 }).toBe(true);
  await expect(openai.responses.retrieve(id)).rejects.toMatchObject({ status: 404 });
});

test('a vendor’s failure is the response’s, which says why', async () => {
  const { openai, statusOf } = await gatewayOn({ status: 400, json: openAiError('too hot') });
  const { id } = await openai.responses.create({ model: 'm', input: 'Write', background: true });
  await expect.poll(() => statusOf(id)).toBe('failed');
  expect(await openai.responses.retrieve(id)).toMatchObject({
    error: { code: 'server_error', message: expect.stringContaining('too hot') as string },
    output: [],
  });
});

test('what a stopped server had under way has failed', async () => {
  const folder = await temporaryFolder();
  onTestFinished(() => folder.remove());
  const first = await gatewayOn({ json: openAiCompletion(), delayMs: 60_000 }, { DATA_DIR: folder.path });
  const { id } = await first.openai.responses.create({ model: 'm', input: 'Write', background: true });
  await expect.poll(() => first.upstream.requests.length).toBe(1);
  await first.gateway.stop();
  const second = await gatewayOn({ json: openAiCompletion() }, { DATA_DIR: folder.path });
  expect(await second.openai.responses.retrieve(id)).toMatchObject({ status: 'failed' });
});

test.each<[string, object, string]>([
  ['a stream', { stream: true }, 'stream'],
  ['nothing kept', { store: false }, 'store'],
])('background with %s is refused before a model is asked', async (_, members, param) => {
  const { gateway, upstream } = await gatewayOn({ json: openAiCompletion() });
  const answer = await gateway.postTo('/v1/responses', { model: 'm', input: 'a', background: true, ...members });
  expect([answer.status, await answer.json()]).toMatchObject([400, { error: { param } }]);
  expect(upstream.requests).toHaveLength(0);
});

test('a key without budget is told at once', async () => {
  const { gateway, upstream } = await gatewayOn({ json: openAiCompletion() });
  const { key } = (await (await gateway.postTo('/key/generate', { models: ['other'] })).json()) as { key: string };
  const headers = { authorization: `Bearer ${key}` };
  const refused = await gateway.postTo('/v1/responses', { model: 'm', input: 'a', background: true }, headers);
  expect(refused.status).toBe(403);
  expect(upstream.requests).toHaveLength(0);
});

test('who has responses of its own is asked to make them in the background itself', async () => {
  const answered = { id: 'resp_v', object: 'response', status: 'queued', background: true, model: 'gpt', output: [] };
  const { openai, upstream } = await gatewayOn({ json: answered }, {}, openAiModel);
  expect((await openai.responses.create({ model: 'm', input: 'a', background: true })).status).toBe('queued');
  expect(upstream.requests[0]).toMatchObject({ path: '/v1/responses', body: { background: true } });
});
