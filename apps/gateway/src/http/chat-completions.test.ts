import { openAiChunks, openAiCompletion, startScriptedUpstream, waitUntil } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { ask, openAiModel, startGateway } from '../testing/start-gateway.ts';

test('answers the OpenAI SDK with what the upstream said, under the name that the client asked for', async () => {
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion({ text: 'Grüße 🙂' }) }]);
  await using gateway = await startGateway({ model_list: [openAiModel('fast', upstream.url)] });
  const { data, response } = await gateway.openai.chat.completions
    .create(ask('fast', { metadata: { a: 'b' } }))
    .withResponse();
  expect(data.choices[0]?.message.content).toBe('Grüße 🙂');
  expect(data.model).toBe('fast');
  expect(upstream.requests[0]?.body).toMatchObject({
    model: 'gpt-5.4',
    messages: [{ role: 'user', content: 'Say hello' }],
  });
  expect(upstream.requests[0]?.body).not.toHaveProperty('metadata');
  expect(upstream.requests[0]?.headers.authorization).toBe('Bearer sk-upstream');
  expect(response.headers.get('x-showrunner-model')).toBe('openai/gpt-5.4');
  expect(response.headers.get('x-litellm-model-group')).toBe('fast');
  expect(response.headers.get('x-litellm-attempted-retries')).toBe('0');
  expect(response.headers.get('x-litellm-max-retries')).toBe('2');
  expect(response.headers.get('x-litellm-timeout')).toBe('600.0');
  expect(response.headers.get('x-litellm-version')).toMatch(/^\d+\.\d+\.\d+$/);
  expect(response.headers.get('x-request-id')).toMatch(/^req_/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(Number(response.headers.get('x-litellm-response-cost'))).toBeGreaterThan(0);
  expect(Number(response.headers.get('x-litellm-overhead-duration-ms'))).toBeGreaterThan(0);
});

test('gives no cost where the price is not known, and the configured one where it is', async () => {
  await using upstream = await startScriptedUpstream([
    { json: openAiCompletion({ usage: { promptTokens: 100, completionTokens: 10 } }) },
  ]);
  await using gateway = await startGateway({
    model_list: [
      openAiModel('nameless', upstream.url, { model: 'openai/own-model' }),
      openAiModel('priced', upstream.url, {
        model: 'openai/own',
        input_cost_per_token: 0.01,
        output_cost_per_token: 0.1,
      }),
    ],
  });
  const unknown = await gateway.post(ask('nameless'));
  expect(unknown.headers.get('x-litellm-response-cost')).toBeNull();
  const priced = await gateway.post(ask('priced'));
  expect(Number(priced.headers.get('x-litellm-response-cost'))).toBeCloseTo(2);
  const metrics = await (await gateway.get('/metrics')).text();
  expect(metrics).toMatch(/litellm_spend_metric_total\{requested_model="priced"[^}]*\} 2\b/);
  expect(metrics).toMatch(/litellm_zero_cost_requests_total\{requested_model="nameless"[^}]*\} 1\b/);
});

test('bills tokens of reasoning at their own price, passed on and streamed', async () => {
  const usage = { promptTokens: 9, completionTokens: 100, reasoningTokens: 80 };
  await using upstream = await startScriptedUpstream([
    { json: openAiCompletion({ usage }) },
    { sse: openAiChunks('Hello', { usage }) },
  ]);
  const prices = { input_cost_per_token: 0, output_cost_per_token: 0.01, output_cost_per_reasoning_token: 0.1 };
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url, prices)] });
  const answer = await gateway.post(ask('m'));
  expect(Number(answer.headers.get('x-litellm-response-cost'))).toBeCloseTo(8.2);
  await (await gateway.post(ask('m', { stream: true }))).text();
  const rows = (await (await gateway.get('/spend/logs')).json()) as { spend: number }[];
  expect(rows.map(({ spend }) => spend)).toEqual([expect.closeTo(8.2), expect.closeTo(8.2)]);
});

test('estimates tokens where the upstream counts none, and says that it did', async () => {
  const uncounted = { ...openAiCompletion({ text: 'x'.repeat(400) }), usage: undefined };
  await using upstream = await startScriptedUpstream([{ json: uncounted }]);
  await using gateway = await startGateway({ model_list: [openAiModel('fast', upstream.url)] });
  const answer = await gateway.post(ask('fast'));
  expect(answer.headers.get('x-litellm-response-cost')).toBeNull();
  const logged = (): string | undefined => gateway.logs.find((line) => line.includes('"msg":"request"'));
  await waitUntil(() => logged() !== undefined, { what: 'the line of the request' });
  expect(JSON.parse(logged() ?? '')).toMatchObject({ output_tokens: 100, tokens_estimated: true });
  expect(JSON.parse(logged() ?? '').input_tokens).toBeGreaterThan(5);
});

test('streams to the OpenAI SDK and hides the usage that only the gateway asked for', async () => {
  await using upstream = await startScriptedUpstream([{ sse: openAiChunks('Hello there, wörld') }]);
  await using gateway = await startGateway({ model_list: [openAiModel('fast', upstream.url)] });
  const stream = await gateway.openai.chat.completions.create({ ...ask('fast'), stream: true });
  const seen = await Array.fromAsync(stream);
  expect(seen.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('')).toBe('Hello there, wörld');
  expect(new Set(seen.map((chunk) => chunk.model))).toEqual(new Set(['fast']));
  expect(seen.every((chunk) => chunk.usage === undefined && chunk.choices.length > 0)).toBe(true);
  expect(upstream.requests[0]?.body).toMatchObject({ stream_options: { include_usage: true } });
});

test('shows usage in a last chunk without choices to a client that asked for it', async () => {
  await using upstream = await startScriptedUpstream([{ sse: openAiChunks('Hello') }]);
  await using gateway = await startGateway({ model_list: [openAiModel('fast', upstream.url)] });
  const stream = await gateway.openai.chat.completions.create({
    ...ask('fast'),
    stream: true,
    stream_options: { include_usage: true },
  });
  const last = (await Array.fromAsync(stream)).at(-1);
  expect(last?.choices).toEqual([]);
  expect(last?.usage?.total_tokens).toBeGreaterThan(0);
});

test('the time of a stream is its vendor’s, to the last byte', async () => {
  const sse = openAiChunks('one two three four');
  await using upstream = await startScriptedUpstream([{ sse, gapMs: 100 }]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
  await (await gateway.post(ask('m', { stream: true }))).text();
  const metrics = await (await gateway.get('/metrics')).text();
  const sum = (name: string): number => Number(new RegExp(`^${name}_sum\\{.*\\} (\\S+)`, 'm').exec(metrics)?.[1]);
  const vendor = sum('litellm_llm_api_latency_metric');
  expect(vendor).toBeGreaterThan(0.1 * (sse.length - 1));
  expect(sum('litellm_overhead_latency_metric')).toBeLessThan(vendor);
});

test('a model with mock_response answers plain and streamed without calling anybody', async () => {
  await using gateway = await startGateway({
    model_list: [
      { model_name: 'mock', litellm_params: { model: 'openai/gpt-5.4', mock_response: 'It is what it is' } },
    ],
  });
  const plain = await gateway.openai.chat.completions.create(ask('mock'));
  expect(plain.choices[0]?.message.content).toBe('It is what it is');
  const stream = await gateway.openai.chat.completions.create({ ...ask('mock'), stream: true });
  const text = (await Array.fromAsync(stream)).map((chunk) => chunk.choices[0]?.delta.content ?? '').join('');
  expect(text).toBe('It is what it is');
});

test('ends the upstream call within a second when the client leaves, plain and streamed', async () => {
  await using upstream = await startScriptedUpstream(({ body }) =>
    (body as { stream?: boolean }).stream ? { sse: openAiChunks('word '.repeat(200)), gapMs: 50 } : { hang: true },
  );
  await using gateway = await startGateway({ model_list: [openAiModel('slow', upstream.url)] });
  for (const stream of [false, true]) {
    const leave = new AbortController();
    const answer = gateway.openai.chat.completions
      .create(ask('slow', { stream }), { signal: leave.signal })
      .catch(() => undefined);
    await waitUntil(() => upstream.requests.length === (stream ? 2 : 1), { what: 'the upstream call' });
    if (stream) await answer;
    leave.abort();
    await waitUntil(() => upstream.requests.at(-1)?.aborted === true, {
      what: 'the end of the upstream call',
      deadlineMs: 1000,
    });
  }
  expect(upstream.requests.map(({ aborted }) => aborted)).toEqual([true, true]);
});

test('lists models and describes deployments without their secrets', async () => {
  await using gateway = await startGateway({
    model_list: [
      {
        model_name: 'mock',
        litellm_params: { model: 'openai/gpt-5.4', mock_response: 'x', api_key: 'sk-hidden' },
        model_info: { id: 'one', strategy: 'single' },
      },
    ],
    router_settings: { model_group_alias: { seen: 'mock', unseen: { model: 'mock', hidden: true } } },
  });
  const names = (await gateway.openai.models.list()).data.map(({ id }) => id);
  expect(names).toEqual(['seen', 'mock']);
  const text = await (await gateway.get('/model/info')).text();
  expect(text).not.toContain('sk-hidden');
  expect(JSON.parse(text).data[0]).toMatchObject({ model_name: 'mock', model_info: { id: 'one', strategy: 'single' } });
  expect((await gateway.post(ask('one'))).status).toBe(200);
  expect((await gateway.get('/v1/models/nobody')).status).toBe(404);
});
