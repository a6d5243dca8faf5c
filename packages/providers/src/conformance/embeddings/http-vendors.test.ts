import { startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { distinctVendors } from '../distinct-vendors.ts';
import type { HttpProviderAdapter } from '../../spec/adapter.ts';
import { operationOf } from '../../spec/operation-of.ts';
import type { EmbeddingsCall, EmbeddingsList, EmbeddingsRequest } from '../../spec/operations/embeddings.ts';
import { describeHttpFailures } from '../describe-http-failures.ts';
import { sendRequest, testSettings } from '../send-request.ts';

/** OpenAI's documented answer (API reference, "The embedding object"), to two texts, and one in base64. */
const floats = {
  object: 'list',
  data: [
    { object: 'embedding', index: 0, embedding: [0.0023064255, -0.009327292] },
    { object: 'embedding', index: 1, embedding: [-0.0028842222, 1] },
  ],
  model: 'text-embedding-3-small',
  usage: { prompt_tokens: 8, total_tokens: 8 },
};
const base64 = { ...floats, data: [{ object: 'embedding', index: 0, embedding: 'AACAPwAAAMA=' }] };

const vendors = distinctVendors
  .filter((adapter) => adapter.transport === 'http')
  // Those of another wire have tests of their own.
  .filter(({ embeddings }) => embeddings?.wire === 'openai');

async function embed(
  adapter: HttpProviderAdapter,
  behaviour: Behaviour,
  members: Partial<EmbeddingsRequest> = {},
): Promise<{ answer: EmbeddingsList; sent: unknown; path: string | undefined }> {
  await using upstream = await startScriptedUpstream([behaviour]);
  const operation = operationOf(adapter, 'embeddings');
  const call: EmbeddingsCall = {
    request: { model: 'shown', input: ['one', 'two'], ...members },
    model: 'conformance',
    settings: testSettings(upstream.url),
    dropUnsupported: false,
  };
  const body = await sendRequest(adapter, operation.encode(call), AbortSignal.timeout(10_000));
  const answer = operation.decode(await body.bytes(), call);
  return { answer, sent: upstream.requests[0]?.body, path: upstream.requests[0]?.path };
}

for (const adapter of vendors) {
  describe(`${adapter.title} as a vendor of embeddings`, () => {
    test('is asked for its own model, and its vectors are read in their order', async () => {
      const { answer, sent, path } = await embed(adapter, { json: floats });
      expect(path).toMatch(/\/embeddings(\?|$)/);
      expect(sent).toMatchObject({ model: 'conformance', input: ['one', 'two'] });
      expect(answer).toEqual(floats);
    });

    test('may answer in base64, and without counting', async () => {
      const { usage: _usage, ...uncounted } = base64;
      const { answer } = await embed(adapter, { json: uncounted }, { encoding_format: 'base64' });
      expect(answer).toEqual(uncounted);
    });

    test('is not believed where a vector is none', async () => {
      const broken = { ...floats, data: [{ object: 'embedding', index: 0, embedding: [1, 'two'] }] };
      await expect(embed(adapter, { json: broken })).rejects.toMatchObject({ kind: 'malformed_answer', status: 502 });
    });
  });

  describeHttpFailures({
    vendor: adapter,
    kind: 'embeddings',
    calls: [(behaviour) => embed(adapter, behaviour)],
  });
}
