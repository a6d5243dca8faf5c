import { anthropicEvents, openAiChunks, openAiError, startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { ask, openAiModel, startGateway } from '../../testing/start-gateway.ts';

const chunks = openAiChunks('Hello wörld');

/** What comes together with the first content is an error of the whole: the two have to come apart on a busy machine too. */
const GAP_MS = 1_000;

const broken: [string, Behaviour][] = [
  ['cut inside a letter', { sse: chunks, cutAfter: 'ö' }],
  ['closed without an end', { sse: chunks.slice(0, 2), done: false }],
  ['an error after content', { sse: [...chunks.slice(0, 2), openAiError('gone', 'server_error')], gapMs: GAP_MS }],
  ['nonsense after content', { sse: [...chunks.slice(0, 2), 'data: {"choices":[{\n\n'], gapMs: GAP_MS }],
];

test.each(broken)('a stream that breaks (%s) is one error event and no false stop', async (_, behaviour) => {
  await using upstream = await startScriptedUpstream([behaviour]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url, { num_retries: 0 })] });
  const text = await (await gateway.post(ask('m', { stream: true }))).text();
  const events = text.split('\n\n').filter((event) => event !== '');
  expect(text).toContain('Hel');
  expect(text).not.toContain('[DONE]');
  expect(text).not.toContain('"finish_reason":"stop"');
  expect(JSON.parse(events.at(-1)?.slice('data: '.length) ?? '')).toMatchObject({
    error: { code: expect.any(String) },
  });
  expect(events.filter((event) => event.includes('"error"'))).toHaveLength(1);
});

test('an error that comes together with the first content is an honest status: nothing was said yet', async () => {
  const events = [...chunks.slice(0, 2), openAiError('gone', 'server_error')];
  const atOnce = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
  await using upstream = await startScriptedUpstream([{ sse: [atOnce] }]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url, { num_retries: 0 })] });
  expect((await gateway.post(ask('m', { stream: true }))).status).toBe(500);
});

test('a stream that breaks counts as failed and not as answered, and what it used still counts', async () => {
  await using upstream = await startScriptedUpstream([{ sse: chunks.slice(0, 2), done: false }]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url, { num_retries: 0 })] });
  await (await gateway.post(ask('m', { stream: true }))).text();
  const metrics = await (await gateway.get('/metrics')).text();
  expect(metrics).toMatch(/litellm_proxy_failed_requests_metric_total\{requested_model="m"[^}]*\} 1\b/);
  expect(metrics).not.toMatch(
    /litellm_proxy_total_requests_metric_total\{requested_model="m"[^}]*status_code="200"[^}]*\} [1-9]/,
  );
  expect(metrics).toMatch(/litellm_output_tokens_metric_total\{requested_model="m"[^}]*\} [1-9]/);
});

const whole: [string, Behaviour][] = [
  ['in slices of one byte', { sse: chunks, sliceBytes: 1 }],
  ['with CRLF', { sse: chunks, lineEnd: '\r\n' }],
  ['without [DONE]', { sse: chunks, done: false }],
  ['with comments between', { sse: [': waiting\n\n', ...chunks] }],
];

test.each(whole)('a stream %s arrives whole', async (_, behaviour) => {
  await using upstream = await startScriptedUpstream([behaviour]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url, { num_retries: 0 })] });
  const stream = await gateway.openai.chat.completions.create({ ...ask('m'), stream: true });
  const text = (await Array.fromAsync(stream)).map((chunk) => chunk.choices[0]?.delta.content ?? '').join('');
  expect(text).toBe('Hello wörld');
});

const noEnd = { done: false, afterwards: 'hang' } as const;
const ends: [string, Behaviour][] = [
  ['[DONE]', { sse: chunks, afterwards: 'hang' }],
  ['a reason to finish and silence', { sse: chunks, ...noEnd }],
  ['a reason to finish and a reset', { sse: chunks, done: false, afterwards: 'reset' }],
  ['a reason to finish and a cut in what follows', { sse: [...chunks, 'data: {"choices":[],"usa'], done: false }],
];

test.each(ends)('a stream ends where its protocol says so, whatever its connection does: %s', async (_, behaviour) => {
  await using upstream = await startScriptedUpstream([behaviour]);
  await using gateway = await startGateway({
    model_list: [
      openAiModel('m', upstream.url, { timeout: 1, num_retries: 0 }),
      openAiModel('t', upstream.url, { model: 'mistral/small', timeout: 1, num_retries: 0 }),
    ],
  });
  for (const model of ['m', 't']) {
    const text = await (await gateway.post(ask(model, { stream: true }))).text();
    expect(text).toMatch(/"finish_reason":"stop".*data: \[DONE\]\n\n$/s);
    expect(text).not.toContain('"error"');
  }
  const metrics = await (await gateway.get('/metrics')).text();
  expect(metrics).not.toMatch(/litellm_proxy_failed_requests_metric_total\{requested_model="[mt]"[^}]*\} [1-9]/);
});

test("Anthropic's stream ends with its message, though the connection stays open", async () => {
  await using upstream = await startScriptedUpstream([{ sse: anthropicEvents('Hello'), afterwards: 'hang' }]);
  const params = { model: 'anthropic/claude-sonnet-4-6', api_key: 'k', api_base: upstream.url, timeout: 600 };
  await using gateway = await startGateway({ model_list: [{ model_name: 'm', litellm_params: params }] });
  expect(await (await gateway.post(ask('m', { stream: true }))).text()).toMatch(/\[DONE\]\n\n$/);
});

const chunkOf = (...choices: object[]): object => ({ id: 'x', object: 'chat.completion.chunk', choices });
const said = (index: number, finish_reason: unknown): object => ({ index, delta: { content: 'half' }, finish_reason });
const unfinished: [string, object[]][] = [
  ['an empty reason to finish', [chunkOf(said(0, ''))]],
  ['a reason that is no text', [chunkOf(said(0, false))]],
  ['a reason for one of two choices', [chunkOf(said(0, null), said(1, null)), chunkOf(said(0, 'stop'))]],
  ['a reason for the second of two', [chunkOf(said(0, null)), chunkOf(said(1, 'stop'))]],
];

test.each(unfinished)('half an answer is an error and never cached: %s', async (_, sse) => {
  await using upstream = await startScriptedUpstream([{ sse, done: false }]);
  await using gateway = await startGateway({
    model_list: [openAiModel('m', upstream.url), openAiModel('t', upstream.url, { model: 'mistral/small' })],
    litellm_settings: { cache: true, cache_params: { type: 'local' } },
    router_settings: { num_retries: 0 },
  });
  for (const model of ['m', 'm', 't', 't']) {
    const text = await (await gateway.post(ask(model, { stream: true, n: 2 }))).text();
    expect(text).toContain('half');
    expect(text).toContain('"error"');
    expect(text).not.toContain('[DONE]');
  }
  expect(upstream.requests).toHaveLength(4);
});

const usage = { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 };
const usageChunks: [string, object][] = [
  ['null', { id: 'x', object: 'chat.completion.chunk', model: 'v', choices: null, usage }],
  ['absent', { id: 'x', object: 'chat.completion.chunk', usage, model: 'v' }],
  ['an empty list', { id: 'x', object: 'chat.completion.chunk', choices: [], model: 'v', usage }],
];

test.each(usageChunks)('usage is read from a chunk whose choices are %s, and shown to who asked', async (_, last) => {
  await using upstream = await startScriptedUpstream([{ sse: [...openAiChunks('Hi', { includeUsage: false }), last] }]);
  await using gateway = await startGateway({
    model_list: [openAiModel('m', upstream.url), openAiModel('t', upstream.url, { model: 'mistral/small' })],
  });
  for (const model of ['m', 't']) {
    const plain = await Array.fromAsync(await gateway.openai.chat.completions.create({ ...ask(model), stream: true }));
    expect(plain.every(({ choices }) => choices.length > 0)).toBe(true);
    const asked = { ...ask(model), stream: true, stream_options: { include_usage: true } } as const;
    const shown = await Array.fromAsync(await gateway.openai.chat.completions.create(asked));
    expect(shown.at(-1)).toMatchObject({ choices: [], model, usage });
  }
});

test('who asked for the usage of a stream gets an estimate, with its cost, where the vendor counts nothing', async () => {
  await using upstream = await startScriptedUpstream([
    { sse: openAiChunks('Grüße aus 東京', { includeUsage: false }) },
  ]);
  const price = { input_cost_per_token: 0.5, output_cost_per_token: 1 };
  await using gateway = await startGateway({
    model_list: [
      openAiModel('m', upstream.url, price),
      openAiModel('t', upstream.url, { model: 'mistral/small', ...price }),
    ],
  });
  for (const model of ['m', 't']) {
    const asked = { ...ask(model), stream: true, stream_options: { include_usage: true } } as const;
    const shown = await Array.fromAsync(await gateway.openai.chat.completions.create(asked));
    const last = shown.at(-1);
    expect(last).toMatchObject({ id: shown[0]?.id, created: shown[0]?.created, choices: [], model });
    const { prompt_tokens: asking, completion_tokens: answering } = last?.usage ?? {};
    expect(asking).toBeGreaterThan(0);
    expect(answering).toBeGreaterThan(0);
    expect(last?.usage).toMatchObject({ cost: Number(asking) / 2 + Number(answering) });
    const plain = await Array.fromAsync(await gateway.openai.chat.completions.create({ ...ask(model), stream: true }));
    expect(plain.every(({ choices }) => choices.length > 0)).toBe(true);
  }
});

test('a chunk of nothing, which keeps a connection awake, has a list of no choices', async () => {
  const awake = { id: '', object: 'chat.completion.chunk', choices: null };
  await using upstream = await startScriptedUpstream([{ sse: [awake, ...chunks] }]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
  const stream = await gateway.openai.chat.completions.create({ ...ask('m'), stream: true });
  expect((await Array.fromAsync(stream))[0]?.choices).toEqual([]);
});

test('what is no stream at all is an honest status', async () => {
  await using upstream = await startScriptedUpstream([{ raw: '<html>login</html>' }]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url, { num_retries: 0 })] });
  const response = await gateway.post(ask('m', { stream: true }));
  expect(response.status).toBe(502);
});

test('a vendor that falls silent in the middle is given up after the time-out', async () => {
  await using upstream = await startScriptedUpstream([{ sse: chunks.slice(0, 2), done: false, afterwards: 'hang' }]);
  await using gateway = await startGateway({
    model_list: [openAiModel('m', upstream.url, { timeout: 1, num_retries: 0 })],
  });
  const text = await (await gateway.post(ask('m', { stream: true }))).text();
  expect(text).toContain('"error"');
});

test('stream_timeout limits the wait for the first content', async () => {
  await using upstream = await startScriptedUpstream([{ sse: chunks, delayMs: 60_000 }]);
  await using gateway = await startGateway({
    model_list: [openAiModel('m', upstream.url, { stream_timeout: 0.3, num_retries: 0 })],
  });
  expect((await gateway.post(ask('m', { stream: true }))).status).toBe(504);
});
