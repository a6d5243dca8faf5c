import { startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import type { HttpProviderAdapter } from '../../spec/adapter.ts';
import { operationOf } from '../../spec/operation-of.ts';
import type { CompletionsCall, CompletionsRequest, TextCompletion } from '../../spec/operations/completions.ts';
import { describeHttpFailures } from '../describe-http-failures.ts';
import { distinctVendors } from '../distinct-vendors.ts';
import { sendRequest, testSettings } from '../send-request.ts';

/** OpenAI's documented answer (API reference, "The completion object", 2026-11). */
const answered = {
  id: 'cmpl-uqkvlQyYK7bGYrRHQ0eXlWi7',
  object: 'text_completion',
  created: 1_589_478_378,
  model: 'gpt-3.5-turbo-instruct',
  choices: [{ text: '\n\nThis is indeed a test', index: 0, logprobs: null, finish_reason: 'length' }],
  usage: { prompt_tokens: 5, completion_tokens: 7, total_tokens: 12 },
};

const vendors = distinctVendors
  .filter((adapter) => adapter.transport === 'http')
  .filter(({ completions }) => completions !== undefined);

async function complete(
  adapter: HttpProviderAdapter,
  behaviour: Behaviour,
  members: Partial<CompletionsRequest> = {},
): Promise<{ answer: TextCompletion; sent: unknown; path: string | undefined }> {
  await using upstream = await startScriptedUpstream([behaviour]);
  const operation = operationOf(adapter, 'completions');
  const call: CompletionsCall = {
    request: { model: 'shown', prompt: 'Say this is a test', ...members },
    model: 'conformance',
    settings: testSettings(upstream.url),
    dropUnsupported: false,
  };
  const body = await sendRequest(adapter, operation.encode(call), AbortSignal.timeout(10_000));
  const answer = operation.decode(await body.bytes(), call);
  return { answer, sent: upstream.requests[0]?.body, path: upstream.requests[0]?.path };
}

for (const adapter of vendors) {
  describe(`${adapter.title} as a vendor of completions`, () => {
    test('is asked for its own model, and answers with texts', async () => {
      const { answer, sent, path } = await complete(adapter, { json: answered }, { max_tokens: 7, metadata: { a: 1 } });
      expect(path).toMatch(/\/completions(\?|$)/);
      expect(sent).toEqual({ model: 'conformance', prompt: 'Say this is a test', max_tokens: 7 });
      expect(answer).toEqual(answered);
    });

    test('is asked for the usage of its streams, and of nothing else', async () => {
      const options = { stream_options: { include_usage: false } };
      const { sent } = await complete(adapter, { json: answered }, { stream: true, ...options });
      expect(sent).toMatchObject({ stream: true, stream_options: { include_usage: true } });
      expect((await complete(adapter, { json: answered }, options)).sent).not.toHaveProperty('stream_options');
    });
  });

  describeHttpFailures({
    vendor: adapter,
    kind: 'completions',
    calls: [(behaviour) => complete(adapter, behaviour)],
  });
}
