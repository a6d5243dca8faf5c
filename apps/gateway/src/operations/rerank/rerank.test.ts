import { startScriptedUpstream } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { startGateway } from '../../testing/start-gateway.ts';

const documents = ['Wien ist die Hauptstadt von Österreich.', '東京は日本の首都です。'];
const question = { model: 'm', query: '¿Cuál es la capital de Japón?', documents };

/** Cohere's documented answer (docs.cohere.com, "Rerank API (v2)", 2026-11). */
const order = {
  results: [
    { index: 1, relevance_score: 0.999071 },
    { index: 0, relevance_score: 0.0001 },
  ],
  id: '07734bd2-2473-4f07-94e1-0d9f0e6843cf',
  meta: { api_version: { version: '2', is_experimental: false }, billed_units: { search_units: 1 } },
};

function cohere(url: string, params: object = {}): object {
  return {
    model_name: 'm',
    litellm_params: { model: 'cohere/rerank-v3.5', api_key: 'co-key', api_base: url, ...params },
  };
}

describe('reranking through the gateway', () => {
  test.each(['/rerank', '/v1/rerank', '/v2/rerank'])('is asked for at %s, in Cohere’s shape', async (path) => {
    await using upstream = await startScriptedUpstream([{ json: order }]);
    await using gateway = await startGateway({ model_list: [cohere(upstream.url)] });
    const answer = await gateway.postTo(path, { ...question, top_n: 2 });
    expect(await answer.json()).toEqual(order);
    expect(upstream.requests[0]).toMatchObject({
      path: '/v2/rerank',
      headers: { authorization: 'Bearer co-key' },
      body: { ...question, model: 'rerank-v3.5', top_n: 2 },
    });
  });

  test('reads a vendor of another shape the same way', async () => {
    const data = order.results.map((result) => ({ ...result, document: documents[result.index] }));
    await using upstream = await startScriptedUpstream([
      { json: { object: 'list', data, usage: { total_tokens: 26 } } },
    ]);
    await using gateway = await startGateway({ model_list: [cohere(upstream.url, { model: 'voyage/rerank-2.5' })] });
    const answer = await gateway.postTo('/rerank', { ...question, top_n: 2 });
    expect(await answer.json()).toMatchObject({
      results: [
        { index: 1, document: { text: documents[1] } },
        { index: 0, document: { text: documents[0] } },
      ],
      meta: { billed_units: { total_tokens: 26 } },
    });
    expect(upstream.requests[0]?.body).toEqual({
      ...question,
      model: 'rerank-2.5',
      top_k: 2,
    });
  });

  test('costs by the search where searches are billed, else by the token, and is cached', async () => {
    await using upstream = await startScriptedUpstream([{ json: order }]);
    await using gateway = await startGateway({
      model_list: [cohere(upstream.url, { input_cost_per_query: 0.002, input_cost_per_token: 0 })],
      litellm_settings: { cache: true },
    });
    const first = await gateway.postTo('/rerank', question);
    expect(first.headers.get('x-litellm-response-cost')).toBe('0.002');
    const again = await gateway.postTo('/rerank', { documents, query: question.query, model: 'm' });
    expect(again.headers.get('x-litellm-cache-key')).toMatch(/\S/);
    expect(upstream.requests).toHaveLength(1);
    const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toMatchObject([
      { call_type: 'arerank', cache_hit: 'True', spend: 0 },
      { call_type: 'arerank', cache_hit: 'False', spend: 0.002, custom_llm_provider: 'cohere' },
    ]);
  });

  test('is retried and falls back, and is mocked', async () => {
    await using upstream = await startScriptedUpstream([{ status: 500, json: { message: 'oops' } }]);
    await using gateway = await startGateway({
      model_list: [
        cohere(upstream.url),
        { model_name: 'b', litellm_params: { model: 'cohere/x', mock_response: 'in order' } },
      ],
      router_settings: { num_retries: 1, fallbacks: [{ m: ['b'] }] },
    });
    const answer = await gateway.postTo('/rerank', { ...question, top_n: 1 });
    expect(await answer.json()).toMatchObject({ results: [{ index: 0 }] });
    expect(upstream.requests).toHaveLength(2);
  });

  test.each<[string, object, string]>([
    ['no query', { query: undefined }, 'query'],
    ['no documents', { documents: undefined }, 'documents'],
    ['an empty list', { documents: [] }, 'documents'],
    ['documents that are numbers', { documents: [1] }, 'documents'],
    ['a top of none', { top_n: 0 }, 'top_n'],
    ['a key of its own', { api_key: 'x' }, 'api_key'],
  ])('with %s is refused, and the member is named', async (_, members, param) => {
    await using gateway = await startGateway({ model_list: [cohere('http://127.0.0.1:9')] });
    const answer = await gateway.postTo('/rerank', { ...question, ...members });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { param } });
  });

  test('is refused with a 400 that says why for a vendor that has none', async () => {
    await using gateway = await startGateway({ model_list: [cohere('http://127.0.0.1:9', { model: 'groq/llama' })] });
    const answer = await gateway.postTo('/rerank', question);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { message: expect.stringContaining('no calls of the kind "rerank"') as string },
    });
  });
});
