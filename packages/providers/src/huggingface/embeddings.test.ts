import { expect, test } from 'vitest';
import { embeddings } from './embeddings.ts';

test('Hugging Face’s own provider extracts features below the model’s address', () => {
  const { url, headers } = embeddings.encode({
    request: { model: 'shown', input: 'a' },
    model: 'BAAI/bge-m3',
    settings: { apiKey: 'hf_x' },
    dropUnsupported: false,
  });
  expect(url).toBe('https://router.huggingface.co/hf-inference/models/BAAI/bge-m3/pipeline/feature-extraction');
  expect(headers.authorization).toBe('Bearer hf_x');
});
