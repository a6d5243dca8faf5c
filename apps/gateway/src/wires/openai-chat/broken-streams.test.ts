import { openAiChunks, openAiError, startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { ask, openAiModel, startGateway } from '../../testing/start-gateway.ts';

const chunks = openAiChunks('Hello wörld');

const broken: [string, Behaviour][] = [
  ['cut inside a letter', { sse: chunks, cutAfter: 'ö' }],
  ['closed without an end', { sse: chunks.slice(0, 2), done: false }],
  ['an error after content', { sse: [...chunks.slice(0, 2), openAiError('gone', 'server_error')], gapMs: 30 }],
  ['nonsense after content', { sse: [...chunks.slice(0, 2), 'data: {"choices":[{\n\n'], gapMs: 30 }],
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
  await using upstream = await startScriptedUpstream([
    { sse: [...chunks.slice(0, 2), openAiError('gone', 'server_error')] },
  ]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url, { num_retries: 0 })] });
  expect((await gateway.post(ask('m', { stream: true }))).status).toBe(500);
});

test('a stream that breaks counts as failed and not as answered, and what it used still counts', async () => {
  await using upstream = await startScriptedUpstream([{ sse: chunks.slice(0, 2), done: false }]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url, { num_retries: 0 })] });
  await (await gateway.post(ask('m', { stream: true }))).text();
  const metrics = await (await gateway.get('/metrics')).text();
  expect(metrics).toMatch(/litellm_proxy_failed_requests_metric_total\{requested_model="m"[^}]*\} 1\b/);
  expect(metrics).toMatch(/litellm_proxy_total_requests_metric_total\{requested_model="m"[^}]*\} 0\b/);
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
  await using upstream = await startScriptedUpstream([{ sse: chunks, delayMs: 5000 }]);
  await using gateway = await startGateway({
    model_list: [openAiModel('m', upstream.url, { stream_timeout: 0.3, num_retries: 0 })],
  });
  const startedAt = performance.now();
  expect((await gateway.post(ask('m', { stream: true }))).status).toBe(504);
  expect(performance.now() - startedAt).toBeLessThan(3000);
});
