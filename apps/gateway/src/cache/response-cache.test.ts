import {
  openAiChunks,
  openAiCompletion,
  openAiError,
  requireTool,
  startRedis,
  startScriptedUpstream,
} from '@showrunner/testkit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask, openAiModel, startGateway } from '../testing/start-gateway.ts';
import { canonicalJson } from './cache-key.ts';

const cached = { litellm_settings: { cache: true } };

test('the same question is asked once, however its members are ordered, and a hit costs nothing', async () => {
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion({ text: 'kept' }) }]);
  await using gateway = await startGateway({ ...cached, model_list: [openAiModel('m', upstream.url)] });
  const first = await gateway.post('{"model":"m","messages":[{"role":"user","content":"a"}],"max_tokens":5}');
  const second = await gateway.post('{"max_tokens":5,"messages":[{"content":"a","role":"user"}],"model":"m"}');
  expect(await second.text()).toBe(await first.text());
  expect(upstream.requests).toHaveLength(1);
  expect(first.headers.get('x-litellm-cache-key')).toBeNull();
  expect(second.headers.get('x-litellm-cache-key')).toMatch(/^[0-9a-f]{64}$/);
  expect(second.headers.get('x-litellm-response-cost')).toBe('0');
});

test('a member that may change the answer, known or not, is another question', async () => {
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion() }]);
  await using gateway = await startGateway({
    ...cached,
    model_list: [openAiModel('m', upstream.url), openAiModel('n', upstream.url)],
  });
  for (const members of [{}, { seed: 1 }, { seed: 2 }, { unheard_of: true }]) await gateway.post(ask('m', members));
  await gateway.post(ask('n'));
  expect(upstream.requests).toHaveLength(5);
});

test('what callers note down is no other question, and tags that choose who answers are', async () => {
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion() }]);
  await using gateway = await startGateway({ ...cached, model_list: [openAiModel('m', upstream.url)] });
  const calls = async (metadata: unknown): Promise<number> => {
    await gateway.post(ask('m', { metadata }));
    return upstream.requests.length;
  };
  expect(await calls({ trace: '1' })).toBe(1);
  expect(await calls({ trace: '二', note: 'größe' })).toBe(1);
  expect(await calls(undefined)).toBe(1);
  expect(await calls({ trace: '1', tags: ['free'] })).toBe(2);
  expect(await calls({ trace: '2', tags: ['free'] })).toBe(2);
});

test('the request says whether to read, to keep, for how long and in which namespace', async () => {
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion() }]);
  await using gateway = await startGateway({ ...cached, model_list: [openAiModel('m', upstream.url)] });
  const calls = async (cache: object): Promise<number> => {
    await gateway.post(ask('m', { cache }));
    return upstream.requests.length;
  };
  expect(await calls({ 'no-store': true })).toBe(1);
  expect(await calls({ ttl: 0.5 })).toBe(2);
  expect(await calls({})).toBe(2);
  expect(await calls({ 'no-cache': true, 'no-store': true })).toBe(3);
  expect(await calls({ namespace: 'other' })).toBe(4);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await calls({})).toBe(5);
  expect(await calls({ 's-maxage': 0 })).toBe(6);
  expect((await gateway.post(ask('m', { cache: { ttl: 'long' } }))).status).toBe(400);
});

test.each(['a b', 'a\r\nset-cookie: x', 'ä', 'n'.repeat(201), 5])(
  'a namespace that a header cannot hold is refused: %j',
  async (namespace) => {
    await using gateway = await startGateway({
      ...cached,
      model_list: [{ model_name: 'm', litellm_params: { model: 'openai/x', mock_response: 'fine' } }],
    });
    const response = await gateway.post(ask('m', { cache: { namespace } }));
    expect([response.status, await response.json()]).toMatchObject([400, { error: { param: 'cache.namespace' } }]);
  },
);

test('a stampede is one call of the vendor, and its failure is no answer to keep', async () => {
  await using upstream = await startScriptedUpstream((_, index) =>
    index === 0 ? { status: 400, json: openAiError('no'), delayMs: 100 } : { json: openAiCompletion(), delayMs: 100 },
  );
  await using gateway = await startGateway({ ...cached, model_list: [openAiModel('m', upstream.url)] });
  const burst = async (): Promise<number[]> =>
    Promise.all(Array.from({ length: 20 }, async () => (await gateway.post(ask('m'))).status));
  expect(new Set(await burst())).toEqual(new Set([400]));
  expect(new Set(await burst())).toEqual(new Set([200]));
  expect(upstream.requests).toHaveLength(2);
});

test('who waits for the answer of another waits no longer than its own deadline', async () => {
  await using upstream = await startScriptedUpstream([{ delayMs: 1_500, json: openAiCompletion({ text: 'late' }) }]);
  await using gateway = await startGateway({ ...cached, model_list: [openAiModel('m', upstream.url)] });
  const patient = gateway.post(ask('m'));
  await expect.poll(() => upstream.requests.length).toBe(1);
  const hurried = await gateway.post(ask('m'), { 'x-litellm-timeout': '0.3' });
  expect(hurried.status).toBe(504);
  expect((await patient).status).toBe(200);
  expect(upstream.requests).toHaveLength(1);
});

test('a stream is replayed as a stream, and a broken one is not kept', async () => {
  await using upstream = await startScriptedUpstream((_, index) => ({
    sse: openAiChunks('Hello wörld'),
    ...(index === 0 && { cutAfter: 'ö' }),
  }));
  await using gateway = await startGateway({
    ...cached,
    model_list: [openAiModel('m', upstream.url, { num_retries: 0 })],
  });
  const read = async (): Promise<string> => (await gateway.post(ask('m', { stream: true }))).text();
  expect(await read()).toContain('"error"');
  const whole = await read();
  expect(await read()).toBe(whole);
  expect(whole).toContain('rld');
  expect(whole).toMatch(/data: \[DONE\]\n\n$/);
  expect(upstream.requests).toHaveLength(2);
});

describe('in Redis', requireTool('redis'), () => {
  test('answers are shared between two gateways', async () => {
    const redis = await startRedis();
    await using upstream = await startScriptedUpstream([{ json: openAiCompletion() }]);
    const config = {
      litellm_settings: { cache: true, cache_params: { type: 'redis', url: redis.url } },
      model_list: [openAiModel('m', upstream.url)],
    };
    await using one = await startGateway(config);
    await using other = await startGateway(config);
    const first = await (await one.post(ask('m'))).text();
    // Kept behind the answer, which does not wait for Redis.
    await expect.poll(async () => (await one.post(ask('m'))).headers.has('x-litellm-cache-key')).toBe(true);
    const asked = upstream.requests.length;
    expect(await (await other.post(ask('m'))).text()).toBe(first);
    expect(upstream.requests).toHaveLength(asked);
  });
});

test('canonical JSON means the same as the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(JSON.parse(canonicalJson(JSON.parse(text)))).toEqual(JSON.parse(text));
    }),
  );
});
