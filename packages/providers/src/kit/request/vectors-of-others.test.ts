import { expect, test } from 'vitest';
import { operationOf } from '../../spec/operation-of.ts';
import { providers } from '../../registry.generated.ts';

function embed(name: string, settings: object, answer: object, request: object = {}) {
  const adapter = providers.find((one) => one.name === name);
  if (adapter?.transport !== 'http') throw new Error(`there is no ${name}`);
  const call = {
    request: { model: 'shown', input: ['a', 'b'], ...request },
    model: 'm',
    settings,
    dropUnsupported: false,
  };
  const operation = operationOf(adapter, 'embeddings');
  const { url, body } = operation.encode(call);
  return { url, body: JSON.parse(body) as unknown, read: operation.decode(Buffer.from(JSON.stringify(answer)), call) };
}

test('Snowflake’s vectors lie in lists of one', () => {
  const answer = { data: [{ embedding: [[1, 2]] }, { embedding: [[3, 4]] }], model: 'e5', usage: { total_tokens: 6 } };
  const { url, body, read } = embed('snowflake', { apiBase: 'https://s.test' }, answer);
  expect(url).toBe('https://s.test/api/v2/cortex/inference:embed');
  expect(body).toEqual({ model: 'm', text: ['a', 'b'] });
  expect(read).toMatchObject({ data: [{ embedding: [1, 2] }, { embedding: [3, 4] }], usage: { prompt_tokens: 6 } });
});

test('watsonx’s are its results', () => {
  const answer = { model_id: 'ibm/slate', results: [{ embedding: [1] }, { embedding: [2] }], input_token_count: 4 };
  const settings = { apiBase: 'https://w.test', options: { space_id: 's' } };
  const { url, body, read } = embed('watsonx', settings, answer, { truncate_input_tokens: 9 });
  expect(url).toBe('https://w.test/ml/v1/text/embeddings?version=2024-03-13');
  expect(body).toEqual({ model_id: 'm', space_id: 's', inputs: ['a', 'b'], parameters: { truncate_input_tokens: 9 } });
  expect(read).toMatchObject({
    data: [{ index: 0, embedding: [1] }, { index: 1 }],
    model: 'ibm/slate',
    usage: { prompt_tokens: 4 },
  });
  expect(() => embed('watsonx', settings, answer, { input: [1, 2] })).toThrow('token ids');
});

test('Perplexity’s are signed bytes, whatever encoding is asked for', () => {
  const bytes = Buffer.from([127, 0, 129]).toString('base64');
  const answer = { data: [{ embedding: bytes }, { embedding: [0.5] }], usage: { total_tokens: 5 } };
  const settings = { apiBase: 'https://p.test/v1', apiKey: 'k' };
  const { url, body, read } = embed('perplexity', settings, answer, { encoding_format: 'base64', dimensions: 3 });
  expect(url).toBe('https://p.test/v1/embeddings');
  expect(body).toEqual({ model: 'm', input: ['a', 'b'], dimensions: 3 });
  expect(read).toMatchObject({
    data: [{ embedding: [1, 0, -1] }, { index: 1, embedding: [0.5] }],
    usage: { prompt_tokens: 5, total_tokens: 5 },
  });
  expect(() => embed('perplexity', settings, { data: [{ embedding: '' }] })).toThrow('empty');
});
