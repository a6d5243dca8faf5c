import { errorEnvelope, generationOptions } from '@showrunner/contract';
import { memberNames, operations, pathOf } from '@showrunner/recipes';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type RunningApi } from '../testing/start-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api[Symbol.asyncDispose]());

const schemas = [generationOptions, ...operations.map(({ input }) => input)];
const names = [...new Set(schemas.flatMap((schema) => [...memberNames(schema)]))];

/** Bodies that look like ours, with anything as values: what people and scripts get wrong. */
const body = fc.dictionary(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 6 });

it('whatever comes in the members that recipes read is answered or refused in one shape, and is never our fault', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...operations),
      fc.boolean(),
      body,
      async ({ name, example }, isNearlyRight, sent) => {
        // A stream has a form of its own; nothing is kept, so that each request is worked on.
        const whole = { ...(isNearlyRight ? example : {}), ...sent, stream: false, store: false, webhook_url: null };
        const response = await api.post(pathOf({ name }), whole);
        const answer: unknown = await response.json();
        if (response.status === 200) return;
        const { error } = errorEnvelope.parse(answer);
        expect(error.code).not.toBe('INTERNAL_ERROR');
        expect(error.statusCode).toBe(response.status);
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);
