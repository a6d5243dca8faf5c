import {
  anthropicEvents,
  anthropicMessage,
  openAiChunks,
  openAiCompletion,
  openAiError,
  startScriptedUpstream,
  type Behaviour,
} from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { ask, openAiModel, startGateway } from '../testing/start-gateway.ts';

const good: Behaviour = { json: openAiCompletion({ text: 'Recovered' }) };

const retried: [string, Behaviour][] = [
  ['429 with Retry-After', { status: 429, headers: { 'retry-after': '0' }, json: openAiError('slow down') }],
  ['500', { status: 500, json: openAiError('oops') }],
  ['503 with HTML', { status: 503, raw: '<html>busy</html>' }],
  ['200 with HTML', { raw: '<html>welcome</html>' }],
  ['an error inside 200', { json: openAiError('not really', 'server_error') }],
  ['JSON cut in the middle', { json: openAiCompletion(), cutAfter: 40 }],
  ['a reset connection', { reset: true }],
  ['an empty body', { raw: '' }],
];

test.each(retried)('%s is retried and the client sees the answer', async (_, fault) => {
  await using upstream = await startScriptedUpstream([fault, good]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
  const response = await gateway.post(ask('m'));
  expect(await response.json()).toMatchObject({ choices: [{ message: { content: 'Recovered' } }] });
  expect(response.headers.get('x-litellm-attempted-retries')).toBe('1');
});

test('the number of retries is the number of retries', async () => {
  await using upstream = await startScriptedUpstream([{ status: 500, json: openAiError('oops') }]);
  await using gateway = await startGateway({
    model_list: [
      openAiModel('three', upstream.url, { num_retries: 3 }),
      openAiModel('none', upstream.url, { num_retries: 0 }),
    ],
    router_settings: { disable_cooldowns: true },
  });
  expect((await gateway.post(ask('none'))).status).toBe(500);
  expect(upstream.requests).toHaveLength(1);
  expect((await gateway.post(ask('none', { num_retries: 1 }))).status).toBe(500);
  expect(upstream.requests).toHaveLength(3);
});

test('an error that has no end is told to whoever asked for a stream', async () => {
  await using upstream = await startScriptedUpstream([
    { status: 429, raw: 'x'.repeat(2 * 1024 * 1024), afterwards: 'hang' },
  ]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url, { num_retries: 0 })] });
  const response = await gateway.post(ask('m', { stream: true }));
  expect(response.status).toBe(429);
});

test('a header that cannot be sent is named, and not tried again', async () => {
  await using upstream = await startScriptedUpstream([good]);
  await using gateway = await startGateway({
    model_list: [
      openAiModel('lines', upstream.url, { api_key: 'sk-secret\nx' }),
      openAiModel('letters', upstream.url, { organization: 'org-ü' }),
    ],
  });
  for (const [model, header] of [
    ['lines', 'authorization'],
    ['letters', 'openai-organization'],
  ] as const) {
    const response = await gateway.post(ask(model));
    const text = await response.text();
    expect([response.status, response.headers.get('x-litellm-attempted-retries')]).toEqual([502, '0']);
    expect(text).toContain(`The header \\"${header}\\" holds what HTTP does not allow`);
    expect(text).not.toContain('sk-secret');
  }
  expect(upstream.requests).toEqual([]);
});

const final: [string, Behaviour, number][] = [
  ['402', { status: 402, json: openAiError('Insufficient credits') }, 402],
  ['400', { status: 400, json: openAiError('bad value') }, 400],
  ['401', { status: 401, json: openAiError('bad key sk-upstream') }, 401],
  ['403', { status: 403, json: openAiError('not yours') }, 403],
  ['422', { status: 422, json: openAiError('cannot') }, 422],
];

test.each(final)('%s is passed on and not retried', async (_, fault, status) => {
  await using upstream = await startScriptedUpstream([fault]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
  const response = await gateway.post(ask('m'));
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: { code: String(status) } });
  expect(upstream.requests).toHaveLength(1);
});

test('a vendor that hangs costs one deadline, and Retry-After beyond it is not waited for', async () => {
  await using upstream = await startScriptedUpstream(({ body }) =>
    JSON.stringify(body).includes('later')
      ? { status: 429, headers: { 'retry-after': '30' }, json: openAiError('later') }
      : { hang: true },
  );
  await using gateway = await startGateway({
    model_list: [openAiModel('m', upstream.url)],
    router_settings: { timeout: 1 },
  });
  const hung = await gateway.post(ask('m'));
  expect(hung.status).toBe(504);
  expect(upstream.requests).toHaveLength(1);
  const limited = await gateway.post(ask('m', { messages: [{ role: 'user', content: 'later' }] }));
  expect(limited.status).toBe(429);
  expect(limited.headers.get('retry-after')).toBe('30');
});

test('a deployment that hangs past its own time-out leaves time for another', async () => {
  await using hanging = await startScriptedUpstream([{ hang: true }]);
  await using upstream = await startScriptedUpstream([good]);
  await using gateway = await startGateway({
    model_list: [
      openAiModel('slow', hanging.url, { timeout: 0.3, num_retries: 0 }),
      openAiModel('other', upstream.url),
    ],
    router_settings: { timeout: 15, fallbacks: [{ slow: ['other'] }] },
  });
  expect((await gateway.post(ask('slow'))).status).toBe(200);
});

test('a caller may shorten the deadline', async () => {
  await using upstream = await startScriptedUpstream([{ hang: true }]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
  expect((await gateway.post(ask('m', { timeout: 0.2 }))).status).toBe(504);
  expect((await gateway.post(ask('m'), { 'x-litellm-timeout': '0.2' })).status).toBe(504);
});

test('an unreachable vendor ends as 502 and tells no address', async () => {
  await using gateway = await startGateway({
    model_list: [openAiModel('m', 'http://127.0.0.1:9', { num_retries: 0 })],
  });
  const response = await gateway.post(ask('m'));
  expect(response.status).toBe(502);
  expect(await response.text()).not.toContain('127.0.0.1');
});

test('Anthropic is translated, plain and streamed', async () => {
  await using upstream = await startScriptedUpstream(({ body }) =>
    (body as { stream?: boolean }).stream
      ? { sse: anthropicEvents('Bonjour à tous'), sliceBytes: 1 }
      : { json: anthropicMessage({ text: 'Bonjour' }) },
  );
  const params = { model: 'anthropic/claude-opus-4-8', api_key: 'sk-ant', api_base: upstream.url };
  await using gateway = await startGateway({ model_list: [{ model_name: 'claude', litellm_params: params }] });
  const plain = await gateway.openai.chat.completions.create(ask('claude'));
  expect(plain).toMatchObject({
    model: 'claude',
    choices: [{ message: { content: 'Bonjour' }, finish_reason: 'stop' }],
  });
  const stream = await gateway.openai.chat.completions.create({ ...ask('claude'), stream: true });
  const text = (await Array.fromAsync(stream)).map((chunk) => chunk.choices[0]?.delta.content ?? '').join('');
  expect(text).toBe('Bonjour à tous');
  expect(upstream.requests[0]?.headers['x-api-key']).toBe('sk-ant');
});

test('falls back to other groups, in order, with the answering one in the headers', async () => {
  await using broken = await startScriptedUpstream([{ status: 500, json: openAiError('oops') }]);
  await using upstream = await startScriptedUpstream([good]);
  await using gateway = await startGateway({
    model_list: [
      openAiModel('first', broken.url),
      openAiModel('second', broken.url),
      openAiModel('third', upstream.url, { model: 'openai/other' }),
      openAiModel('lonely', broken.url),
    ],
    router_settings: { num_retries: 0, fallbacks: [{ first: ['second', 'third'] }], disable_cooldowns: true },
  });
  const response = await gateway.post(ask('first'));
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ model: 'third' });
  expect(response.headers.get('x-litellm-attempted-fallbacks')).toBe('2');
  expect(response.headers.get('x-showrunner-model')).toBe('openai/other');
  expect((await gateway.post(ask('first', { disable_fallbacks: true }))).status).toBe(500);
  expect((await gateway.post(ask('lonely', { fallbacks: ['third'] }))).status).toBe(200);
});

test('a context window that is too small takes its own fallback', async () => {
  const tooLong = {
    status: 400,
    json: openAiError('maximum context length is 10 tokens', 'invalid_request_error', 'context_length_exceeded'),
  };
  await using small = await startScriptedUpstream([tooLong]);
  await using large = await startScriptedUpstream([good]);
  await using gateway = await startGateway({
    model_list: [openAiModel('small', small.url), openAiModel('large', large.url), openAiModel('other', small.url)],
    router_settings: { context_window_fallbacks: [{ small: ['large'] }], default_fallbacks: ['large'] },
  });
  expect((await gateway.post(ask('small'))).status).toBe(200);
  const unmapped = await gateway.post(ask('other'));
  expect(unmapped.status).toBe(400);
  expect(await unmapped.text()).toContain('ContextWindowExceededError');
});

test('a model whose key is missing says which variable to set', async () => {
  await using gateway = await startGateway({
    model_list: [
      { model_name: 'm', litellm_params: { model: 'openai/gpt-5.4', api_key: 'os.environ/NOT_SET_ANYWHERE' } },
    ],
  });
  const response = await gateway.post(ask('m'));
  expect(response.status).toBe(401);
  expect(await response.text()).toContain('NOT_SET_ANYWHERE is not set');
});

test('streams fall back before their first content and never after it', async () => {
  const role = openAiChunks('', { includeUsage: false }).slice(0, 1);
  await using broken = await startScriptedUpstream([{ sse: role, done: false, afterwards: 'end' }]);
  await using upstream = await startScriptedUpstream([{ sse: openAiChunks('Rescued') }]);
  await using gateway = await startGateway({
    model_list: [openAiModel('broken', broken.url), openAiModel('good', upstream.url)],
    router_settings: { num_retries: 0, fallbacks: [{ broken: ['good'] }] },
  });
  const stream = await gateway.openai.chat.completions.create({ ...ask('broken'), stream: true });
  const text = (await Array.fromAsync(stream)).map((chunk) => chunk.choices[0]?.delta.content ?? '').join('');
  expect(text).toBe('Rescued');
});
