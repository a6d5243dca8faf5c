import { describe, expect, test } from 'vitest';
import { operationOf } from '../../spec/operation-of.ts';
import { callOnce } from '../call-once.ts';
import { describeHttpFailures } from '../describe-http-failures.ts';
import { distinctVendors } from '../distinct-vendors.ts';

/** OpenAI's documented answer (API reference, "The moderation object", 2026-11), shortened. */
const answer = {
  id: 'modr-0d9740456c391e43c445bf0f010940c7',
  model: 'omni-moderation-latest',
  results: [
    {
      flagged: true,
      categories: { harassment: true, violence: false },
      category_scores: { harassment: 0.81, violence: 0.0002 },
      category_applied_input_types: { harassment: ['text'], violence: [] },
    },
  ],
};
const request = { model: 'shown', input: ['¡Te voy a encontrar!', '殴るぞ'] };

const vendors = distinctVendors
  .filter((adapter) => adapter.transport === 'http')
  .filter(({ moderations }) => moderations !== undefined);

for (const adapter of vendors) {
  const moderations = operationOf(adapter, 'moderations');
  describe(`${adapter.title} as a vendor of moderations`, () => {
    test('is asked for its own model, and its verdicts come whole', async () => {
      const called = await callOnce(adapter, moderations, request, { json: answer });
      expect(called.path).toMatch(/\/moderations(\?|$)/);
      expect(called.sent).toEqual({ model: 'conformance', input: request.input });
      expect(called.answer).toEqual(answer);
    });

    test('is not believed without results', async () => {
      const { results: _results, ...nothing } = answer;
      await expect(callOnce(adapter, moderations, request, { json: nothing })).rejects.toMatchObject({
        kind: 'malformed_answer',
        status: 502,
      });
    });
  });

  describeHttpFailures({
    vendor: adapter,
    kind: 'moderations',
    calls: [(behaviour) => callOnce(adapter, moderations, request, behaviour)],
  });
}
