import { expect, test } from 'vitest';
import type { EmbeddingsCall, EmbeddingsRequest } from '../spec/operations/embeddings.ts';
import { embeddings } from './embeddings.ts';

function call(members: Partial<EmbeddingsRequest> = {}, apiBase = 'https://c.test'): EmbeddingsCall {
  return {
    request: { model: 'group', input: ['one', 'two'], ...members },
    model: 'embed-v4.0',
    settings: { apiKey: 'k', apiBase },
    dropUnsupported: false,
  };
}

const body = (members: Partial<EmbeddingsRequest>): unknown => JSON.parse(embeddings.encode(call(members)).body);

test('Cohere is told what texts are for, by its own names', () => {
  const texts = ['one', 'two'];
  expect(body({ encoding_format: 'base64', user: 'u' })).toEqual({
    model: 'embed-v4.0',
    texts,
    input_type: 'search_document',
  });
  expect(body({ input: 'one', input_type: 'search_query', dimensions: 256, truncate: 'END' })).toEqual({
    model: 'embed-v4.0',
    texts: ['one'],
    input_type: 'search_query',
    output_dimension: 256,
    truncate: 'END',
  });
  expect(() => body({ input: [1, 2] })).toThrow('takes no token ids');
});

test.each(['https://c.test', 'https://c.test/v2', 'https://c.test/v2/embed'])('it is asked below %s', (apiBase) => {
  expect(embeddings.encode(call({}, apiBase)).url).toBe('https://c.test/v2/embed');
});

test.each([
  [
    'by their type',
    {
      float: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  [
    'in a list',
    [
      [1, 2],
      [3, 4],
    ],
  ],
])('its vectors are read %s, with what was billed', (_, vectors) => {
  const answer = { id: 'e', embeddings: vectors, meta: { billed_units: { input_tokens: 4 } } };
  expect(embeddings.decode(Buffer.from(JSON.stringify(answer)), call())).toEqual({
    object: 'list',
    data: [
      { object: 'embedding', index: 0, embedding: [1, 2] },
      { object: 'embedding', index: 1, embedding: [3, 4] },
    ],
    model: 'embed-v4.0',
    usage: { prompt_tokens: 4, total_tokens: 4 },
  });
});

test('an answer without vectors is none', () => {
  expect(() => embeddings.decode(Buffer.from('{"message":"no"}'), call())).toThrow('no');
});
