import { startScriptedUpstream, type Behaviour, type RecordedRequest } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { describeHttpFailures, failureOf } from '../conformance/describe-http-failures.ts';
import { openHttpSession } from '../conformance/chat/http-session.ts';
import { collectStream } from '../conformance/chat/collect-stream.ts';
import { chatCall, encodeCall } from '../conformance/chat/chat-call.ts';
import { operationOf } from '../spec/operation-of.ts';
import type { HttpProviderAdapter } from '../spec/adapter.ts';
import type { ChatRequest } from '../spec/operations/chat.ts';
import { providers } from '../registry.generated.ts';
import { ofTexts } from './vendors.ts';

function adapterOf(name: string): HttpProviderAdapter {
  const found = providers.find((one) => one.name === name);
  if (found?.transport !== 'http') throw new Error(`there is no ${name}`);
  return found;
}

const hello: ChatRequest = { model: 'm', messages: [{ role: 'user', content: 'Hello' }] };

/** A stream of Text Generation Inference ("Guideline", 2026-11). */
const tokens = (...texts: string[]): object[] => [
  ...texts.map((text, index) => ({ index, token: { id: index, text, special: false }, generated_text: null })),
  {
    index: texts.length,
    token: { id: 2, text: '</s>', special: true },
    generated_text: texts.join(''),
    details: { finish_reason: 'eos_token', generated_tokens: texts.length },
  },
];
const pieces = (...texts: string[]): object[] => texts.map((text) => ({ model_name: 'ensemble', text_output: text }));

/** Replicate’s documented answer ("predictions.create", 2026-11); `at` is the upstream's own address. */
const predicted = (at: string, status: string, members: object = {}): object => ({
  id: 'p1',
  status,
  urls: { get: `${at}/v1/predictions/p1`, cancel: `${at}/v1/predictions/p1/cancel`, ...members },
  ...members,
});

const words = (frames: readonly object[]): Behaviour => ({ sse: frames, done: false, sliceBytes: 7 });

async function streamOf(name: string, behaviour: Behaviour): Promise<string | null | undefined> {
  await using session = await openHttpSession(adapterOf(name), [behaviour]);
  const { message } = await collectStream(session.stream({ ...hello, stream: true }, AbortSignal.timeout(20_000)));
  return message.content;
}

for (const name of ofTexts) {
  const adapter = adapterOf(name);
  describeHttpFailures({
    vendor: adapter,
    kind: 'chat',
    calls: [false, true].map((stream) => async (behaviour) => {
      await using session = await openHttpSession(adapter, [behaviour]);
      const signal = AbortSignal.timeout(20_000);
      if (stream) await collectStream(session.stream({ ...hello, stream }, signal));
      else await session.complete(hello, signal);
    }),
  });
}

describe('a conversation for servers that write on a text', () => {
  const prompt = (messages: ChatRequest['messages']) =>
    encodeCall(operationOf(adapterOf('sagemaker'), 'chat'), { messages }).body.inputs;

  test('is what was asked alone, or its turns with their speakers', () => {
    expect(prompt(hello.messages)).toBe('Hello');
    expect(prompt([{ role: 'system', content: 'Be short' }, ...hello.messages])).toBe('Be short\n\nHello');
    expect(
      prompt([
        { role: 'system', content: 'Be short' },
        ...hello.messages,
        { role: 'assistant', content: 'Hi' },
        { role: 'user', content: [{ type: 'text', text: 'And?' }] },
      ]),
    ).toBe('Be short\n\nUser: Hello\n\nAssistant: Hi\n\nUser: And?\n\nAssistant:');
  });

  test.each(ofTexts)('%s refuses pictures and tools, or leaves tools out where it may', async (name) => {
    const chat = operationOf(adapterOf(name), 'chat');
    const attempt = async (request: Partial<ChatRequest>) => {
      const call = chatCall({ ...hello, ...request }, { settings: { apiKey: 'k', apiBase: 'http://127.0.0.1:9' } });
      if (chat.wire === 'bridge') await chat.complete(call, AbortSignal.timeout(20_000));
      else chat.encode(call);
    };
    const picture = { type: 'image_url' as const, image_url: { url: 'https://a.test/b.png' } };
    const seen = await failureOf(attempt({ messages: [{ role: 'user', content: [picture] }] }));
    expect(seen).toMatchObject({ status: 400, vendorParam: 'messages[0].content[0].type' });
    const tools = [{ type: 'function' as const, function: { name: 'f' } }];
    expect(await failureOf(attempt({ tools }))).toMatchObject({ status: 400, vendorParam: 'tools' });
  });
});

describe('SageMaker’s prompts', () => {
  test('have Text Generation Inference’s names', () => {
    const { url, body } = encodeCall(
      operationOf(adapterOf('sagemaker'), 'chat'),
      { ...hello, max_completion_tokens: 9, temperature: 0, stop: 'END', do_sample: true, stream: true },
      { model: 'my endpoint', settings: { apiKey: 'k', options: { aws_region_name: 'eu-west-1' } } },
    );
    expect(url).toBe(
      'https://runtime.sagemaker.eu-west-1.amazonaws.com/endpoints/my%20endpoint/invocations-response-stream',
    );
    expect(body).toEqual({
      inputs: 'Hello',
      parameters: { return_full_text: false, max_new_tokens: 9, temperature: 0.01, stop: ['END'], do_sample: true },
      stream: true,
    });
  });

  test.each<[string, unknown, string, string]>([
    ['a list', [{ generated_text: 'Grüße' }], 'Grüße', 'stop'],
    ['an object', { generated_text: 'Hi', details: { finish_reason: 'length' } }, 'Hi', 'length'],
    ['an older model’s', { generation: 'Hi' }, 'Hi', 'stop'],
  ])('are answered as %s', async (_, json, text, reason) => {
    await using session = await openHttpSession(adapterOf('sagemaker'), [{ json }]);
    const { choices } = await session.complete(hello, AbortSignal.timeout(20_000));
    expect(choices).toMatchObject([{ message: { content: text }, finish_reason: reason }]);
  });

  test('stream token by token, and are never whole where they are cut', async () => {
    expect(await streamOf('sagemaker', words(tokens('Grü', 'ße')))).toBe('Grüße');
    // Some containers send an object a line.
    const lines = tokens('a', 'b').map((token) => `${JSON.stringify(token)}\n`);
    expect(await streamOf('sagemaker', { raw: lines.join(''), headers: { 'content-type': 'text/plain' } })).toBe('ab');
    const cut = failureOf(streamOf('sagemaker', words(tokens('a', 'b').slice(0, 2))));
    expect(await cut).toMatchObject({ kind: 'connection', status: 502, isRetryable: true });
  });
});

describe('Triton', () => {
  const encoded = (apiBase: string, request: Partial<ChatRequest>) =>
    encodeCall(operationOf(adapterOf('triton'), 'chat'), request, { model: 'llama', settings: { apiBase } });

  test.each([
    ['http://t.test/v2/models/x/generate', false, 'http://t.test/v2/models/x/generate'],
    ['http://t.test/v2/models/x/generate', true, 'http://t.test/v2/models/x/generate_stream'],
    ['http://t.test/v2/models/x', false, 'http://t.test/v2/models/x/generate'],
    ['http://t.test', true, 'http://t.test/v2/models/llama/generate_stream'],
    ['http://t.test/v2/models/x/infer', false, 'http://t.test/v2/models/x/infer'],
  ])('at %s (streamed: %s) is asked at %s', (apiBase, stream, url) => {
    expect(encoded(apiBase, { stream }).url).toBe(url);
  });

  test('takes a text and its parameters, or tensors', () => {
    expect(encoded('http://t.test', { max_tokens: 5, bad_words: ['x'] }).body).toEqual({
      text_input: 'Hello',
      parameters: { max_tokens: 5, bad_words: ['x'] },
      stream: false,
    });
    expect(encoded('http://t.test/v2/models/x/infer', { temperature: 0.5 }).body).toEqual({
      inputs: [
        { name: 'text_input', shape: [1], datatype: 'BYTES', data: ['Hello'] },
        { name: 'max_tokens', shape: [1], datatype: 'INT32', data: [2000] },
        { name: 'temperature', shape: [1], datatype: 'FP32', data: [0.5] },
      ],
    });
    expect(() => encoded('http://t.test/v2/models/x/infer', { stream: true })).toThrow('generate alone');
  });

  test('answers in texts and tensors, whole and in pieces', async () => {
    const whole = async (json: object) => {
      await using session = await openHttpSession(adapterOf('triton'), [{ json }]);
      return (await session.complete(hello, AbortSignal.timeout(20_000))).choices[0]?.message.content;
    };
    expect(await whole({ model_name: 'e', text_output: 'Grüße' })).toBe('Grüße');
    expect(await whole({ outputs: [{ name: 'text_output', data: ['a', 'b'] }] })).toBe('ab');
    expect(await streamOf('triton', words(pieces('Grü', 'ße')))).toBe('Grüße');
    const reset: Behaviour = { sse: pieces('a', 'b'), done: false, afterwards: 'reset' };
    await expect(streamOf('triton', reset)).rejects.toThrow(/other side closed|terminated|aborted|ECONNRESET|reset/);
    const told = failureOf(streamOf('triton', words([...pieces('a'), { error: 'out of memory' }])));
    expect((await told).message).toContain('out of memory');
  });

  test('gives all vectors in one tensor', () => {
    const operation = operationOf(adapterOf('triton'), 'embeddings');
    const settings = { apiBase: 'http://t.test' };
    const call = { request: { model: 'm', input: ['a', 'b'] }, model: 'bge', settings, dropUnsupported: false };
    expect(operation.encode(call).url).toBe('http://t.test/v2/models/bge/infer');
    const answer = (members: object) => Buffer.from(JSON.stringify({ model_name: 'bge', outputs: [members] }));
    const { data } = operation.decode(answer({ shape: [2, 2], data: [1, 2, 3, 4] }), call);
    expect(data).toMatchObject([{ embedding: [1, 2] }, { embedding: [3, 4] }]);
    expect(() => operation.decode(answer({ shape: [2, 3], data: [1, 2, 3, 4] }), call)).toThrow('no shape');
  });
});

describe('Replicate', () => {
  const chat = operationOf(adapterOf('replicate'), 'chat');
  const signal = AbortSignal.timeout(30_000);

  async function predict(
    script: (request: RecordedRequest, at: string) => Behaviour,
    request: Partial<ChatRequest> = {},
    model = 'meta/llama-3',
    options: Record<string, unknown> = {},
  ) {
    let at = '';
    const upstream = await startScriptedUpstream((asked) => script(asked, at));
    at = upstream.url;
    if (chat.wire !== 'bridge') throw new Error('Replicate is asked more than once');
    const settings = { apiKey: 'r8_key', apiBase: `${at}/v1/`, options };
    return { upstream, call: chatCall({ ...hello, ...request }, { model, settings }), chat };
  }

  test('begins a prediction, and asks for it until it is there', async () => {
    const states = ['starting', 'processing', 'succeeded'];
    const {
      upstream,
      call,
      chat: asked,
    } = await predict(
      (_, at) => {
        const status = states.shift() ?? 'failed';
        const metrics = { input_token_count: 3, output_token_count: 2 };
        const done = status === 'succeeded' ? { output: ['Grü', 'ße'], metrics } : {};
        return { json: { ...predicted(at, status), ...done } };
      },
      { max_tokens: 9, stop: ['A', 'B'] },
    );
    await using _ = upstream;
    const { choices, usage } = await asked.complete(call, signal);
    expect(choices).toMatchObject([{ message: { content: 'Grüße' }, finish_reason: 'stop' }]);
    expect(usage).toEqual({ prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 });
    expect(upstream.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v1/models/meta/llama-3/predictions',
      'GET /v1/predictions/p1',
      'GET /v1/predictions/p1',
    ]);
    expect(upstream.requests[0]?.body).toEqual({
      input: { prompt: 'Hello', max_new_tokens: 9, stop_sequences: 'A,B' },
    });
    for (const { headers } of upstream.requests) expect(headers.authorization).toBe('Bearer r8_key');
  });

  test.each([
    [`owner/name:${'a'.repeat(64)}`, '/v1/predictions', { version: 'a'.repeat(64) }],
    ['deployments/owner/name', '/v1/deployments/owner/name/predictions', {}],
    ['meta/codellama-13b', '/v1/models/meta/codellama-13b/predictions', { input: { prompt: 'Hello', max_tokens: 4 } }],
  ])('finds %s at %s', async (model, path, body) => {
    const {
      upstream,
      call,
      chat: asked,
    } = await predict((_, at) => ({ json: { ...predicted(at, 'succeeded'), output: 'ok' } }), { max_tokens: 4 }, model);
    await using _ = upstream;
    expect((await asked.complete(call, signal)).choices[0]?.message.content).toBe('ok');
    expect(upstream.requests).toMatchObject([{ path, body }]);
  });

  test('says apart what the system says, where the model takes it so', async () => {
    const messages = [{ role: 'system' as const, content: 'Be short' }, ...hello.messages];
    const answer = (_: RecordedRequest, at: string) => ({ json: { ...predicted(at, 'succeeded'), output: 'ok' } });
    const {
      upstream,
      call,
      chat: asked,
    } = await predict(answer, { messages }, 'm/n', { supports_system_prompt: true });
    await using _ = upstream;
    await asked.complete(call, signal);
    expect(upstream.requests[0]?.body).toEqual({ input: { prompt: 'Hello', system_prompt: 'Be short' } });
  });

  test('streams from an address of its own, which gets no key', async () => {
    const {
      upstream,
      call,
      chat: asked,
    } = await predict(
      ({ method, path }, at) => {
        if (method === 'POST') return { json: predicted(at, 'starting', { stream: `${at}/streams/s1` }) };
        if (path !== '/streams/s1') return { status: 404, json: {} };
        const sse = [
          'event: output\ndata: Grü\n\n',
          'event: output\ndata: ße,\ndata: du\n\n',
          'event: done\ndata: {}\n\n',
        ];
        return { sse, done: false, sliceBytes: 5, afterwards: 'hang' };
      },
      { stream: true },
    );
    await using _ = upstream;
    const { message, finishReason } = await collectStream(asked.stream(call, signal));
    expect([message.content, finishReason]).toEqual(['Grüße,\ndu', 'stop']);
    expect(upstream.requests[0]?.body).toMatchObject({ stream: true });
    expect(upstream.requests[1]?.headers).not.toHaveProperty('authorization');
  });

  test.each([
    ['failed', 'event: error\ndata: {"detail":"CUDA is gone"}\n\n', /CUDA is gone/],
    ['ended early', 'event: done\ndata: {"reason":"canceled"}\n\n', /was cancelled/],
    ['cut', '', /before the answer was complete/],
  ])('is never whole where its stream was %s', async (_, last, reason) => {
    const {
      upstream,
      call,
      chat: asked,
    } = await predict(
      ({ method, path }, at) => {
        if (path.endsWith('/cancel')) return { json: {} };
        if (method === 'POST') return { json: predicted(at, 'starting', { stream: `${at}/streams/s1` }) };
        return { sse: ['event: output\ndata: a\n\n', last], done: false };
      },
      { stream: true },
    );
    await using _upstream = upstream;
    const failure = await failureOf(collectStream(asked.stream(call, signal)));
    expect(failure).toMatchObject({ isRetryable: true, status: 502, message: expect.stringMatching(reason) as string });
    await expect.poll(() => upstream.requests.at(-1)?.path, { timeout: 15_000 }).toBe('/v1/predictions/p1/cancel');
  });

  test('is told where nobody waits any more, and sends its key to no other', async () => {
    const gone = new AbortController();
    const {
      upstream,
      call,
      chat: asked,
    } = await predict((request, at) => {
      if (request.method === 'GET') gone.abort();
      return { json: predicted(at, 'starting') };
    });
    await using _ = upstream;
    await expect(asked.complete(call, gone.signal)).rejects.toThrow(/abort/i);
    await expect.poll(() => upstream.requests.at(-1)?.path, { timeout: 15_000 }).toBe('/v1/predictions/p1/cancel');
    const foreign = await predict(() => ({ json: { ...predicted('https://evil.test', 'starting') } }));
    await using _foreign = foreign.upstream;
    expect(await failureOf(foreign.chat.complete(foreign.call, signal))).toMatchObject({ kind: 'malformed_answer' });
    expect(foreign.upstream.requests).toHaveLength(1);
  });

  test('failed for its own reason', async () => {
    const {
      upstream,
      call,
      chat: asked,
    } = await predict((_, at) => ({
      json: { ...predicted(at, 'failed'), error: 'The model crashed' },
    }));
    await using _ = upstream;
    expect((await failureOf(asked.complete(call, signal))).message).toContain('The model crashed');
  });
});
