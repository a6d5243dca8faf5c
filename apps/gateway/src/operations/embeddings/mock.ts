import type { EmbeddingsList, EmbeddingsRequest } from '@showrunner/providers';
import { badRequest } from '../../failure/gateway-error.ts';
import { mockFailureIn } from '../../failure/mock-failure.ts';

/** The answer of a deployment whose `mock_response` is a JSON list of numbers: that vector for each text. */
export function mockEmbeddings(text: string, { input, model }: EmbeddingsRequest): EmbeddingsList {
  const failure = mockFailureIn(text);
  if (failure) throw failure;
  const embedding = readVector(text);
  const count = typeof input === 'string' || typeof input[0] === 'number' ? 1 : input.length;
  return {
    object: 'list',
    data: Array.from({ length: count }, (_, index) => ({ object: 'embedding', index, embedding })),
    model,
    // LiteLLM's usage for a mock (`litellm/main.py`, `mock_embedding`).
    usage: { prompt_tokens: 10, total_tokens: 10 },
  };
}

function readVector(text: string): number[] {
  try {
    const vector: unknown = JSON.parse(text);
    if (Array.isArray(vector) && vector.every((number) => typeof number === 'number')) return vector;
  } catch {
    // It is words for a chat.
  }
  throw badRequest('the mock_response of this model is no list of numbers, so it mocks no embeddings', 'model');
}
