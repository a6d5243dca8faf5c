import { startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import type { HttpProviderAdapter } from '../../spec/adapter.ts';
import { operationOf } from '../../spec/operation-of.ts';
import type { ResponseObject, ResponsesCall, ResponsesRequest } from '../../spec/operations/responses.ts';
import { describeHttpFailures } from '../describe-http-failures.ts';
import { distinctVendors } from '../distinct-vendors.ts';
import { sendRequest, testSettings } from '../send-request.ts';

/** OpenAI's documented answer (API reference, "The response object", 2026-11), the members that say nothing left out. */
const answered = {
  id: 'resp_67cb71b351908190a308f3859487620d',
  object: 'response',
  created_at: 1_741_386_163,
  status: 'completed',
  error: null,
  model: 'gpt-5.4',
  output: [
    {
      type: 'message',
      id: 'msg_67cb71b3c2b0819084d481baaaf148f2',
      status: 'completed',
      role: 'assistant',
      content: [{ type: 'output_text', text: 'Silent circuits hum', annotations: [] }],
    },
  ],
  usage: { input_tokens: 32, output_tokens: 18, total_tokens: 50 },
};

const vendors = distinctVendors
  .filter((adapter) => adapter.transport === 'http')
  .filter(({ responses }) => responses !== undefined);

function callTo(url: string, members: Partial<ResponsesRequest> = {}): ResponsesCall {
  return {
    request: { model: 'shown', input: 'Write a haiku', ...members },
    model: 'conformance',
    settings: testSettings(url),
    dropUnsupported: false,
  };
}

async function respond(
  adapter: HttpProviderAdapter,
  behaviour: Behaviour,
  members: Partial<ResponsesRequest> = {},
): Promise<{ answer: ResponseObject; sent: unknown; path: string | undefined }> {
  await using upstream = await startScriptedUpstream([behaviour]);
  const operation = operationOf(adapter, 'responses');
  const call = callTo(upstream.url, members);
  const body = await sendRequest(adapter, operation.encode(call), AbortSignal.timeout(10_000));
  const answer = operation.decode(await body.bytes(), call);
  return { answer, sent: upstream.requests[0]?.body, path: upstream.requests[0]?.path };
}

for (const adapter of vendors) {
  describe(`${adapter.title} as a vendor of responses`, () => {
    test('is sent what came, with its own name of the model', async () => {
      const members = { store: null, metadata: { a: 'b' }, include: ['reasoning.encrypted_content'], further: [1] };
      const { answer, sent, path } = await respond(adapter, { json: answered }, members);
      expect(path).toMatch(/\/responses(\?|$)/);
      expect(sent).toEqual({ model: 'conformance', input: 'Write a haiku', ...members });
      expect(answer).toEqual(answered);
    });

    test('is asked about what it keeps at the same place', () => {
      const { request: _request, ...call } = callTo('http://vendor.example');
      const lookUp = { method: 'GET', path: '/resp_1/input_items?limit=2' } as const;
      const { url, method, body, headers } = operationOf(adapter, 'responses').lookUp(call, lookUp);
      expect(new URL(url).pathname).toMatch(/\/responses\/resp_1\/input_items$/);
      expect(new URL(url).searchParams.get('limit')).toBe('2');
      expect({ method, body }).toEqual({ method: 'GET', body: '' });
      expect(Object.keys(headers).some((name) => name === 'authorization' || name === 'api-key')).toBe(true);
    });

    test('is not believed where an answer is no response', async () => {
      const { output: _output, ...broken } = answered;
      await expect(respond(adapter, { json: broken })).rejects.toMatchObject({ kind: 'malformed_answer', status: 502 });
    });
  });

  describeHttpFailures({
    vendor: adapter,
    kind: 'responses',
    calls: [(behaviour) => respond(adapter, behaviour)],
  });
}
