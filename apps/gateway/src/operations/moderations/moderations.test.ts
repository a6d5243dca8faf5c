import { startScriptedUpstream } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { openAiModel, startGateway } from '../../testing/start-gateway.ts';

/** OpenAI's documented answer (API reference, "The moderation object", 2026-11), shortened. */
const verdict = {
  id: 'modr-1',
  model: 'omni-moderation-2024-09-26',
  results: [{ flagged: true, categories: { violence: true }, category_scores: { violence: 0.9 } }],
};

describe('moderations through the gateway', () => {
  test('reach OpenAI’s SDK as the vendor sent them, under the name that the client asked for', async () => {
    await using upstream = await startScriptedUpstream([{ json: verdict }]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
    const answer = await gateway.openai.moderations.create({ model: 'm', input: ['Ich schlag dich', '殴るぞ'] });
    expect(answer).toMatchObject({ ...verdict, model: 'm' });
    expect(upstream.requests[0]).toMatchObject({
      path: '/v1/moderations',
      body: { model: 'gpt-5.4', input: ['Ich schlag dich', '殴るぞ'] },
    });
  });

  test('ask for OpenAI’s own default where they name no model', async () => {
    await using upstream = await startScriptedUpstream([{ json: verdict }]);
    await using gateway = await startGateway({ model_list: [openAiModel('omni-moderation-latest', upstream.url)] });
    const { model } = await gateway.openai.moderations.create({ input: 'x' });
    expect(model).toBe('omni-moderation-latest');
  });

  test('go to no account that the configuration does not name', async () => {
    await using gateway = await startGateway({ model_list: [openAiModel('m', 'http://127.0.0.1:9')] });
    await expect(gateway.openai.moderations.create({ model: 'other', input: 'x' })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('Invalid model name') as string,
    });
  });

  test('fall back, are never cached, and are written down as what they are', async () => {
    await using upstream = await startScriptedUpstream([
      { status: 503, json: { error: { message: 'busy' } } },
      { json: verdict },
    ]);
    await using gateway = await startGateway({
      model_list: [openAiModel('m', upstream.url), openAiModel('b', upstream.url, { model: 'openai/second' })],
      router_settings: { num_retries: 0, fallbacks: [{ m: ['b'] }] },
      litellm_settings: { cache: true },
    });
    for (let time = 0; time < 2; time++) await gateway.openai.moderations.create({ model: 'm', input: 'x' });
    expect(upstream.requests).toHaveLength(3);
    const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toMatchObject([{ call_type: 'amoderation' }, { call_type: 'amoderation', model_group: 'm' }]);
  });

  test('are mocked, one verdict for each text', async () => {
    await using gateway = await startGateway({
      model_list: [{ model_name: 'm', litellm_params: { model: 'openai/x', mock_response: 'whatever' } }],
    });
    const { results } = await gateway.openai.moderations.create({ model: 'm', input: ['a', 'b'] });
    expect(results.map(({ flagged }) => flagged)).toEqual([false, false]);
  });

  test.each<[string, object, string]>([
    ['no input', {}, 'input'],
    ['an empty list', { input: [] }, 'input'],
    ['a number', { input: 7 }, 'input'],
    ['texts and parts', { input: ['a', { type: 'text', text: 'b' }] }, 'input'],
    ['an address of its own', { input: 'a', api_base: 'http://x' }, 'api_base'],
  ])('of %s are refused, and the member is named', async (_, members, param) => {
    await using gateway = await startGateway({
      model_list: [{ model_name: 'm', litellm_params: { model: 'openai/x', mock_response: 'x' } }],
    });
    const answer = await gateway.postTo('/moderations', { model: 'm', ...members });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { param } });
  });
});
