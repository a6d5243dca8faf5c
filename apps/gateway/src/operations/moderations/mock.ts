import { randomUUID } from 'node:crypto';
import type { ModerationsAnswer, ModerationsRequest } from '@showrunner/providers';
import { mockFailureIn } from '../../failure/mock-failure.ts';

/** The answer of a deployment with `mock_response`: nothing is flagged, unless the text names a failure. */
export function mockModerations(text: string, { input, model }: ModerationsRequest): ModerationsAnswer {
  const failure = mockFailureIn(text);
  if (failure) throw failure;
  // Parts are one input together (OpenAI's API reference, "Moderations").
  const count = Array.isArray(input) && typeof input[0] === 'string' ? input.length : 1;
  const results = Array.from({ length: count }, () => ({ flagged: false, categories: {}, category_scores: {} }));
  return { id: `modr-${randomUUID()}`, model, results };
}
