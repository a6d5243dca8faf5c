import { randomUUID } from 'node:crypto';
import type { RerankAnswer, RerankRequest } from '@showrunner/providers';
import { mockFailureIn } from '../../failure/mock-failure.ts';

/** The answer of a deployment with `mock_response`: the documents in the order that they have, unless the text names a failure. */
export function mockRerank(text: string, { documents, top_n: most = documents.length }: RerankRequest): RerankAnswer {
  const failure = mockFailureIn(text);
  if (failure) throw failure;
  const results = documents.slice(0, most).map((_, index) => ({ index, relevance_score: 1 / (index + 1) }));
  return { id: randomUUID(), results, meta: { billed_units: { search_units: 1 } } };
}
