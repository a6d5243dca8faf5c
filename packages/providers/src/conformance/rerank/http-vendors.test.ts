import { describe, expect, test } from 'vitest';
import type { ProviderAdapter } from '../../spec/adapter.ts';
import { operationOf } from '../../spec/operation-of.ts';
import type { RerankRequest } from '../../spec/operations/rerank.ts';
import { callOnce } from '../call-once.ts';
import { describeHttpFailures } from '../describe-http-failures.ts';
import { distinctVendors } from '../distinct-vendors.ts';

const documents = ['Wien ist die Hauptstadt von Österreich.', '東京は日本の首都です。'];
const request: RerankRequest = { model: 'shown', query: '¿Cuál es la capital de Japón?', documents, top_n: 2 };

/** What vendors say of it, each in the form of its documentation (2026-11); the others in Cohere's. */
const usual = {
  id: '07734bd2-2473-4f07-94e1-0d9f0e6843cf',
  results: [
    { index: 1, relevance_score: 0.98 },
    { index: 0, relevance_score: 0.02 },
  ],
  meta: { api_version: { version: '2' }, billed_units: { search_units: 1 } },
};
const counted = { total_tokens: 40, prompt_tokens: 40 };
const withText = usual.results.map((result) => ({ ...result, document: documents[result.index] }));
const answers: Readonly<Record<string, object>> = {
  jina_ai: { model: 'jina-reranker-v2-base-multilingual', usage: counted, results: withText },
  voyage: { object: 'list', data: withText, model: 'rerank-2.5', usage: { total_tokens: 40 } },
  infinity: { object: 'rerank', results: withText, usage: counted },
};

const vendors = distinctVendors
  .filter((adapter) => adapter.transport === 'http')
  .filter(({ rerank }) => rerank !== undefined);

function answerOf({ name }: ProviderAdapter): object {
  return answers[name] ?? usual;
}

for (const adapter of vendors) {
  const rerank = operationOf(adapter, 'rerank');
  describe(`${adapter.title} as a vendor of reranking`, () => {
    test('is asked for its own model, and its order is read in Cohere’s shape', async () => {
      const called = await callOnce(adapter, rerank, request, { json: answerOf(adapter) });
      expect(called.sent).toMatchObject({ query: request.query });
      expect(called.answer.results).toMatchObject([
        { index: 1, relevance_score: 0.98 },
        { index: 0, relevance_score: 0.02 },
      ]);
      const shown = called.answer.results.filter(({ document }) => document);
      expect(shown.map(({ document }) => document)).toEqual(shown.map(({ index }) => ({ text: documents[index] })));
      expect(called.answer.id).toMatch(/\S/);
    });

    test('says what it counted where it counts', async () => {
      const { answer } = await callOnce(adapter, rerank, request, { json: answerOf(adapter) });
      const { billed_units: units } = answer.meta;
      expect((units?.search_units ?? 0) + (units?.total_tokens ?? 0)).toBeGreaterThan(0);
    });

    test('is not believed where a result names a document that was not sent', async () => {
      const text = JSON.stringify(answerOf(adapter)).replace('"index":1', '"index":7');
      await expect(callOnce(adapter, rerank, request, { json: JSON.parse(text) })).rejects.toMatchObject({
        kind: 'malformed_answer',
        status: 502,
      });
    });

    test('gets no member of reranking that it does not have, and all of its own', async () => {
      const own = { ...request, max_tokens_per_doc: 512, some_own_member: 'kept' };
      const { sent } = await callOnce(adapter, rerank, own, { json: answerOf(adapter) });
      expect(sent).toMatchObject({ some_own_member: 'kept' });
    });
  });

  describeHttpFailures({
    vendor: adapter,
    kind: 'rerank',
    calls: [(behaviour) => callOnce(adapter, rerank, request, behaviour)],
  });
}

describe('where reranking is asked for', () => {
  const sentTo = (name: string, apiBase: string, members: Partial<RerankRequest> = {}): string => {
    const adapter = vendors.find((one) => one.name === name);
    if (!adapter) throw new Error(`${name} has no reranking`);
    const settings = { apiKey: 'k', apiBase };
    return operationOf(adapter, 'rerank').encode({
      request: { ...request, ...members },
      model: 'm',
      settings,
      dropUnsupported: false,
    }).url;
  };

  // LiteLLM 1.108.7, `llms/*/rerank/transformation.py`: `get_complete_url`.
  test.each<[string, string, string, Partial<RerankRequest>?]>([
    ['cohere', 'https://api.cohere.com', 'https://api.cohere.com/v2/rerank'],
    ['cohere', 'http://x/v1/rerank', 'http://x/v1/rerank'],
    ['cohere', 'http://x', 'http://x/v1/rerank', { max_chunks_per_doc: 3 }],
    ['cohere', 'http://x/v2', 'http://x/v2/rerank'],
    ['jina_ai', 'http://x/whatever', 'http://x/v1/rerank'],
    ['voyage', 'http://x', 'http://x/v1/rerank'],
    ['voyage', 'http://x/v1/', 'http://x/v1/rerank'],
    ['together_ai', 'http://x/v1', 'http://x/v1/rerank'],
    ['fireworks_ai', 'http://x', 'http://x/inference/v1/rerank'],
    ['fireworks_ai', 'http://x/inference/v1', 'http://x/inference/v1/rerank'],
    ['hosted_vllm', 'http://x', 'http://x/rerank'],
    ['hosted_vllm', 'http://x/v1/rerank', 'http://x/rerank'],
    ['infinity', 'http://x/rerank', 'http://x/rerank'],
    ['azure_ai', 'https://r.services.ai.azure.com', 'https://r.services.ai.azure.com/v1/rerank'],
    [
      'azure_ai',
      'https://r.services.ai.azure.com/providers/cohere/v2',
      'https://r.services.ai.azure.com/providers/cohere/v2/rerank',
    ],
  ])('%s at %s is %s', (name, apiBase, url, members) => {
    expect(sentTo(name, apiBase, members)).toBe(url);
  });

  test('a key of MongoDB’s goes to MongoDB', () => {
    const voyage = vendors.find(({ name }) => name === 'voyage');
    if (!voyage) throw new Error('no Voyage');
    const encode = (apiKey: string) =>
      operationOf(voyage, 'rerank').encode({ request, model: 'm', settings: { apiKey }, dropUnsupported: false }).url;
    expect(encode('al-1')).toBe('https://ai.mongodb.com/v1/rerank');
    expect(encode('pa-1')).toBe('https://api.voyageai.com/v1/rerank');
  });
});
