import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import { anthropicError, anthropicEvents, anthropicMessage } from '../wire/anthropic.ts';
import { openAiChunks, openAiCompletion, openAiError } from '../wire/openai.ts';
import { startScriptedUpstream, type UpstreamScript } from './scripted-upstream.ts';

const messages = [{ role: 'user' as const, content: 'Say hello' }];

async function withOpenAi<Result>(script: UpstreamScript, use: (client: OpenAI) => Promise<Result>): Promise<Result> {
  await using upstream = await startScriptedUpstream(script);
  return await use(new OpenAI({ baseURL: `${upstream.url}/v1`, apiKey: 'sk-test', maxRetries: 0 }));
}

async function streamedText(client: OpenAI): Promise<string> {
  const stream = await client.chat.completions.create({ model: 'gpt-test', messages, stream: true });
  let whole = '';
  for await (const chunk of stream) whole += chunk.choices[0]?.delta.content ?? '';
  return whole;
}

describe('a scripted upstream before the official clients', () => {
  test('answers a completion that the OpenAI client reads', async () => {
    const completion = await withOpenAi([{ json: openAiCompletion({ text: 'Grüße 🎬' }) }], (client) =>
      client.chat.completions.create({ model: 'gpt-test', messages }),
    );
    expect(completion.choices[0]?.message.content).toBe('Grüße 🎬');
    expect(completion.usage?.total_tokens).toBe(21);
  });

  test.each([
    { name: 'as one write a frame', options: {} },
    { name: 'in slices of one byte', options: { sliceBytes: 1 } },
    { name: 'with CRLF line ends', options: { lineEnd: '\r\n' as const } },
    { name: 'without [DONE]', options: { done: false } },
  ])('streams chunks that the OpenAI client joins, $name', async ({ options }) => {
    const whole = await withOpenAi([{ sse: openAiChunks('Grüße 🎬 from a stream'), ...options }], streamedText);
    expect(whole).toBe('Grüße 🎬 from a stream');
  });

  test('streams tool calls that the OpenAI client joins', async () => {
    const toolCalls = [{ id: 'call_1', name: 'look', arguments: '{"where":"Zürich"}' }];
    const final = await withOpenAi([{ sse: openAiChunks('', { toolCalls }) }], (client) =>
      client.chat.completions.stream({ model: 'gpt-test', messages }).finalMessage(),
    );
    expect(final.tool_calls?.[0]).toMatchObject({ id: 'call_1', function: { arguments: '{"where":"Zürich"}' } });
  });

  test('plays faults in order and then the answer', async () => {
    await using upstream = await startScriptedUpstream([
      { status: 429, headers: { 'retry-after': '0' }, json: openAiError('slow down', 'rate_limit_error') },
      { reset: true },
      { json: openAiCompletion() },
    ]);
    const client = new OpenAI({ baseURL: upstream.url, apiKey: 'sk-test', maxRetries: 2 });
    await client.chat.completions.create({ model: 'gpt-test', messages });
    expect(upstream.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(
      Array.from({ length: 3 }, () => 'POST /chat/completions'),
    );
    expect(upstream.requests[0]?.body).toMatchObject({ model: 'gpt-test' });
    expect(upstream.requests[0]?.headers.authorization).toBe('Bearer sk-test');
  });

  test('streams events that the Anthropic client reads, pings and thinking among them', async () => {
    await using upstream = await startScriptedUpstream([
      {
        sse: anthropicEvents('Grüße 🎬', {
          thinking: 'They want a greeting.',
          toolUses: [{ id: 'toolu_1', name: 'look', input: { where: 'Zürich' } }],
        }),
      },
    ]);
    const client = new Anthropic({ baseURL: upstream.url, apiKey: 'sk-test', maxRetries: 0 });
    const message = await client.messages.stream({ model: 'claude-test', max_tokens: 50, messages }).finalMessage();
    expect(message.content).toMatchObject([
      { type: 'thinking', thinking: 'They want a greeting.' },
      { type: 'text', text: 'Grüße 🎬' },
      { type: 'tool_use', input: { where: 'Zürich' } },
    ]);
    expect(message.stop_reason).toBe('tool_use');
    expect(message.usage.output_tokens).toBe(12);
  });

  test('answers messages and errors that the Anthropic client reads', async () => {
    await using upstream = await startScriptedUpstream([
      { json: anthropicMessage({ text: 'Hi', stopSequence: 'END' }) },
      { status: 529, json: anthropicError('overloaded_error', 'Overloaded') },
    ]);
    const client = new Anthropic({ baseURL: upstream.url, apiKey: 'sk-test', maxRetries: 0 });
    const ask = () => client.messages.create({ model: 'claude-test', max_tokens: 50, messages });
    expect(await ask()).toMatchObject({ content: [{ text: 'Hi' }], stop_reason: 'stop_sequence' });
    await expect(ask()).rejects.toMatchObject({ status: 529, type: 'overloaded_error' });
  });
});

describe('faults of a scripted upstream', () => {
  test('a stream is cut inside a UTF-8 sequence', async () => {
    await using upstream = await startScriptedUpstream([{ sse: openAiChunks('Grüße'), cutAfter: 'ü' }]);
    const bytes: Buffer[] = [];
    const failure = await receive(upstream.url, (chunk) => bytes.push(chunk));
    expect(failure).toMatchObject({ code: 'ECONNRESET' });
    expect(Buffer.concat(bytes).at(-1)).toBe(0xc3);
  });

  test('a body that is cut can still end properly', async () => {
    await using upstream = await startScriptedUpstream([{ json: { whole: true }, cutAfter: 4, afterwards: 'end' }]);
    expect(await (await fetch(upstream.url)).text()).toBe('{"wh');
  });

  test('an HTML page comes with status 200', async () => {
    await using upstream = await startScriptedUpstream([{ raw: '<html>maintenance</html>' }]);
    const response = await fetch(upstream.url);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test('a request that hangs is seen to be given up by its client', async () => {
    await using upstream = await startScriptedUpstream([{ hang: true }]);
    await expect(fetch(upstream.url, { signal: AbortSignal.timeout(50) })).rejects.toThrow(/timeout/);
    await expect.poll(() => upstream.requests[0]?.aborted).toBe(true);
  });

  test('a script chooses by request', async () => {
    await using upstream = await startScriptedUpstream(({ path }) =>
      path === '/slow' ? { json: 'late', delayMs: 100 } : { status: 402, json: openAiError('no credit') },
    );
    expect((await fetch(`${upstream.url}/other`)).status).toBe(402);
    const startedAt = performance.now();
    expect(await (await fetch(`${upstream.url}/slow`)).json()).toBe('late');
    expect(performance.now() - startedAt).toBeGreaterThan(95);
  });
});

/** Reads a body by node:http, which gives the bytes that came before a failure. */
async function receive(url: string, onChunk: (chunk: Buffer) => void): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const outgoing = request(url, (response) => {
    response.on('data', onChunk);
    text(response).then(resolve, resolve);
  });
  outgoing.on('error', resolve).end();
  return await promise;
}
