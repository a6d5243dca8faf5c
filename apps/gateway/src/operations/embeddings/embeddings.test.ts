import { startScriptedUpstream } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

/** OpenAI's documented answer (API reference, "The embedding object", 2026-11). */
const floats = {
  object: 'list',
  data: [{ object: 'embedding', index: 0, embedding: [1, -2.5, 0.0023064255] }],
  model: 'text-embedding-3-small',
  usage: { prompt_tokens: 8, total_tokens: 8 },
};
/** 1 and -2 as little-endian 32-bit floats. */
const base64 = { ...floats, data: [{ object: 'embedding', index: 0, embedding: 'AACAPwAAAMA=' }] };

function post(gateway: StartedGateway, body: unknown, path = '/v1/embeddings'): Promise<Response> {
  return fetch(gateway.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${gateway.openai.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

describe('embeddings through the gateway', () => {
  test('are what the vendor sent, byte for byte, under the name that the client asked for', async () => {
    await using upstream = await startScriptedUpstream([{ json: floats }]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url, { dimensions: 3 })] });
    const answer = await post(gateway, { model: 'm', input: 'Hello', num_retries: 0 }, '/embeddings');
    expect(await answer.text()).toBe(JSON.stringify({ ...floats, model: 'm' }));
    expect(upstream.requests[0]).toMatchObject({
      path: '/v1/embeddings',
      body: { model: 'gpt-5.4', input: 'Hello', dimensions: 3 },
    });
    expect(answer.headers.get('x-litellm-model-group')).toBe('m');
  });

  test.each([
    ['numbers', floats, [1, -2.5, 0.0023064255]],
    ['base64', base64, [1, -2]],
  ])('reach OpenAI’s SDK, which asks for base64, from a vendor that answers %s', async (_, json, expected) => {
    await using upstream = await startScriptedUpstream([{ json }]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
    const read = await gateway.openai.embeddings.create({ model: 'm', input: ['Hello'] });
    expect(read.data[0]?.embedding.map((number) => Math.fround(number))).toEqual(expected.map(Math.fround));
    const asked = await gateway.openai.embeddings.create({ model: 'm', input: ['Hello'], encoding_format: 'float' });
    expect(asked.data[0]?.embedding).toEqual(expected);
    expect(asked.usage).toEqual(floats.usage);
  });

  test('are counted, priced, cached and written down as what they are', async () => {
    await using upstream = await startScriptedUpstream([{ json: floats }]);
    await using gateway = await startGateway({
      model_list: [openAiModel('m', upstream.url, { input_cost_per_token: 0.5, output_cost_per_token: 9 })],
      litellm_settings: { cache: true },
    });
    const first = await post(gateway, { model: 'm', input: 'Hello' });
    expect(first.headers.get('x-litellm-response-cost')).toBe('4');
    const again = await post(gateway, { model: 'm', input: 'Hello' });
    expect(again.headers.get('x-litellm-cache-key')).toMatch(/^[0-9a-f]{64}$/);
    expect(upstream.requests).toHaveLength(1);
    const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toMatchObject([
      { call_type: 'aembedding', cache_hit: 'True', spend: 0 },
      { call_type: 'aembedding', cache_hit: 'False', spend: 4, prompt_tokens: 8, completion_tokens: 0 },
    ]);
    expect(await (await gateway.get('/metrics')).text()).toMatch(/litellm_input_tokens_metric_total\{[^}]*\} 8\n/);
  });

  test('are estimated where the vendor counts nothing', async () => {
    const { usage: _usage, ...uncounted } = floats;
    await using upstream = await startScriptedUpstream([{ json: uncounted }]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
    await post(gateway, { model: 'm', input: ['12345678'] });
    await post(gateway, { model: 'm', input: [[1, 2, 3], [4]] });
    expect(await (await gateway.get('/metrics')).text()).toMatch(/litellm_input_tokens_metric_total\{[^}]*\} 6\n/);
  });

  test('fall back as chat does, and are mocked by a vector', async () => {
    await using upstream = await startScriptedUpstream([{ status: 500, json: { error: { message: 'broken' } } }]);
    await using gateway = await startGateway({
      model_list: [
        openAiModel('m', upstream.url),
        { model_name: 'b', litellm_params: { model: 'openai/x', mock_response: '[0.5, 1]' } },
      ],
      router_settings: { num_retries: 0, fallbacks: [{ m: ['b'] }] },
    });
    const answer = await post(gateway, { model: 'm', input: ['a', 'b'] });
    expect(await answer.json()).toMatchObject({
      model: 'b',
      data: [
        { index: 0, embedding: [0.5, 1] },
        { index: 1, embedding: [0.5, 1] },
      ],
    });
    expect(answer.headers.get('x-litellm-attempted-fallbacks')).toBe('1');
  });

  test.each(['groq/llama', 'anthropic/claude-sonnet-5', 'local/auto'])(
    'are refused with a 400 that says why for %s, which has none',
    async (model) => {
      await using gateway = await startGateway({
        model_list: [{ model_name: 'm', litellm_params: { model, api_key: 'k' } }],
      });
      const answer = await post(gateway, { model: 'm', input: 'Hello' });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({
        error: { param: 'model', message: expect.stringContaining('no calls of the kind "embeddings"') as string },
      });
    },
  );

  test.each<[string, object, string]>([
    ['no input', {}, 'input'],
    ['an empty list', { input: [] }, 'input'],
    ['an empty text', { input: '' }, 'input'],
    ['texts and tokens', { input: ['a', 1] }, 'input'],
    ['a token that is none', { input: [-1] }, 'input'],
    ['lists of lists of lists', { input: [[[1]]] }, 'input'],
    ['an unknown encoding', { input: 'a', encoding_format: 'int8' }, 'encoding_format'],
    ['no dimensions at all', { input: 'a', dimensions: 0 }, 'dimensions'],
    ['a stream', { input: 'a', stream: true }, 'stream'],
    ['an address of its own', { input: 'a', api_base: 'http://x' }, 'api_base'],
  ])('of %s are refused, and the member is named', async (_, members, param) => {
    await using gateway = await startGateway({
      model_list: [{ model_name: 'm', litellm_params: { model: 'openai/x', mock_response: '[1]' } }],
    });
    const answer = await post(gateway, { model: 'm', ...members });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { param } });
  });
});
