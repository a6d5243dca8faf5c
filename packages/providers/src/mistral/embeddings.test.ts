import { expect, test } from 'vitest';
import { embeddings } from './embeddings.ts';

const call = (members: object, dropUnsupported = true) => ({
  request: { model: 'shown', input: 'a', ...members },
  model: 'mistral-embed',
  settings: { apiKey: 'k' },
  dropUnsupported,
});

test('the length of vectors has Mistral’s own name, and who asks is not told', () => {
  const { body, warnings } = embeddings.encode(call({ dimensions: 256, user: 'u', encoding_format: null }));
  expect(JSON.parse(body)).toEqual({ model: 'mistral-embed', input: 'a', output_dimension: 256 });
  expect(warnings).toMatchObject([{ feature: 'user' }]);
  expect(() => embeddings.encode(call({ user: 'u' }, false))).toThrow(/"user"/);
});
