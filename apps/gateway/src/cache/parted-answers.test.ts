import { startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { openAiModel, startGateway } from '../testing/start-gateway.ts';

const cached = { litellm_settings: { cache: true } };

/** A vector of each text: its first letter's code. Two tokens are counted for each text, and one for the call. */
function vectors(body: unknown, members: object = {}): object {
  const { input, model } = body as { input: string | string[]; model: string };
  const data = [input]
    .flat()
    .map((text, index) => ({ object: 'embedding', index, embedding: [text.charCodeAt(0), 0.5] }));
  const tokens = 2 * data.length + 1;
  return { object: 'list', data, model, usage: { prompt_tokens: tokens, total_tokens: tokens }, ...members };
}

async function startEmbedding(
  config: object = cached,
  answer: (body: unknown) => Behaviour = (body) => ({ json: vectors(body) }),
) {
  const upstream = await startScriptedUpstream((request) => answer(request.body));
  const model = openAiModel('m', upstream.url, { input_cost_per_token: 1, num_retries: 0 });
  const gateway = await startGateway({ model_list: [model], ...config });
  const ask = async (input: unknown, members: object = {}) => {
    const answered = await gateway.postTo('/v1/embeddings', { model: 'm', input, ...members });
    const body = (await answered.json()) as { data?: { index: number; embedding: unknown }[]; usage?: object };
    return {
      status: answered.status,
      headers: answered.headers,
      codes: body.data?.map(({ embedding }) => (embedding as number[])[0]),
      body,
    };
  };
  return {
    ask,
    gateway,
    inputs: () => upstream.requests.map(({ body }) => (body as { input: unknown }).input),
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await upstream[Symbol.asyncDispose]();
    },
  };
}

test('of a list only the texts that nobody asked for before are asked for, and each stands in its place', async () => {
  await using started = await startEmbedding();
  expect((await started.ask(['a', 'b'])).codes).toEqual([97, 98]);
  const partly = await started.ask(['c', 'b', 'd', 'a']);
  expect(partly.codes).toEqual([99, 98, 100, 97]);
  expect(partly.body).toMatchObject({ model: 'm', data: [{ index: 0 }, { index: 1 }, { index: 2 }, { index: 3 }] });
  expect(started.inputs()).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('usage tells what the whole is, and the price what was asked for', async () => {
  await using started = await startEmbedding();
  await started.ask(['a', 'b']);
  const partly = await started.ask(['b', 'c']);
  // 2 of the 5 tokens that were counted for a and b, and 3 for c.
  expect(partly.body.usage).toEqual({ prompt_tokens: 5, total_tokens: 5 });
  expect(partly.headers.get('x-litellm-response-cost')).toBe('3');
  expect(partly.headers.get('x-litellm-cache-key')).toBeNull();
  const wholly = await started.ask(['c', 'a']);
  expect([wholly.codes, wholly.body.usage]).toEqual([[99, 97], { prompt_tokens: 6, total_tokens: 6 }]);
  expect(wholly.headers.get('x-litellm-response-cost')).toBe('0');
  const rows = (await (await started.gateway.get('/spend/logs')).json()) as object[];
  expect(rows).toMatchObject([
    { cache_hit: 'True', spend: 0 },
    { cache_hit: 'False', spend: 3, prompt_tokens: 3 },
    { cache_hit: 'False', spend: 5, prompt_tokens: 5 },
  ]);
});

test('a text is the same alone and in a list, and another with other settings', async () => {
  await using started = await startEmbedding();
  await started.ask('a');
  expect((await started.ask(['a'])).headers.get('x-litellm-cache-key')).toMatch(/^[0-9a-f]{64}$/);
  await started.ask(['a'], { dimensions: 2 });
  await started.ask(['a'], { encoding_format: 'float', user: 'u' });
  expect(started.inputs()).toEqual(['a', ['a'], ['a']]);
});

test('lists of tokens are parts as texts are, and one list of them is one part', async () => {
  const answer = (body: unknown): Behaviour => {
    const { input } = body as { input: number[] | number[][] };
    const count = typeof input[0] === 'number' ? 1 : input.length;
    const data = Array.from({ length: count }, (_, index) => ({ object: 'embedding', index, embedding: [7] }));
    return { json: { object: 'list', data, model: 'x', usage: { prompt_tokens: 1, total_tokens: 1 } } };
  };
  await using started = await startEmbedding(cached, answer);
  await started.ask([1, 2]);
  await started.ask([[1, 2], [3]]);
  expect(started.inputs()).toEqual([[1, 2], [[3]]]);
});

test('the request says whether to read, to keep and for how long, for each part', async () => {
  await using started = await startEmbedding();
  await started.ask(['a'], { cache: { 'no-store': true } });
  await started.ask(['a', 'b']);
  await started.ask(['b', 'c'], { cache: { 'no-cache': true } });
  await started.ask(['c'], { cache: { 's-maxage': 0 } });
  await started.ask(['c', 'd'], { cache: { namespace: 'other' } });
  expect(started.inputs()).toEqual([['a'], ['a', 'b'], ['b', 'c'], ['c'], ['c', 'd']]);
});

test('all parts of an answer are forgotten by its key', async () => {
  await using started = await startEmbedding();
  await started.ask(['a', 'b']);
  const key = (await started.ask(['a', 'b'])).headers.get('x-litellm-cache-key');
  await started.gateway.postTo('/cache/delete', { keys: [key] });
  await started.ask(['a', 'b', 'c']);
  expect(started.inputs()).toEqual([
    ['a', 'b'],
    ['a', 'b', 'c'],
  ]);
});

test('vectors of a model that stands in are never put beside others, and are not kept', async () => {
  let isBroken = false;
  await using upstream = await startScriptedUpstream(({ body, path }) =>
    isBroken && path.startsWith('/m/')
      ? { status: 500, json: { error: { message: 'broken' } } }
      : { json: vectors(body, path.startsWith('/b/') ? { data: [1, 2].map((one) => vector(one - 1)) } : {}) },
  );
  await using gateway = await startGateway({
    ...cached,
    model_list: [openAiModel('m', `${upstream.url}/m`), openAiModel('b', `${upstream.url}/b`)],
    router_settings: { num_retries: 0, fallbacks: [{ m: ['b'] }] },
  });
  const ask = async (input: string[]): Promise<unknown> =>
    (await gateway.postTo('/v1/embeddings', { model: 'm', input })).json();
  await ask(['a']);
  isBroken = true;
  expect(await ask(['a', 'c'])).toMatchObject({ model: 'b', data: [{ embedding: [0] }, { embedding: [1] }] });
  isBroken = false;
  expect(await ask(['a', 'c'])).toMatchObject({
    model: 'm',
    data: [{ embedding: [97, 0.5] }, { embedding: [99, 0.5] }],
  });
  const asked = upstream.requests.map(({ path, body }) => [path.slice(0, 2), (body as { input: unknown }).input]);
  expect(asked).toEqual([
    ['/m', ['a']],
    ['/m', ['c']],
    ['/b', ['c']],
    ['/m', ['a', 'c']],
    ['/b', ['a', 'c']],
    ['/m', ['c']],
  ]);
});

function vector(number: number): object {
  return { object: 'embedding', index: number, embedding: [number] };
}

test.each([
  ['too few vectors', { data: [vector(0)] }],
  ['two vectors of one place', { data: [vector(0), vector(0)] }],
])('an answer with %s passes and is not kept', async (_, members) => {
  await using started = await startEmbedding(cached, (body) => ({ json: vectors(body, members) }));
  for (const _again of [1, 2]) expect((await started.ask(['a', 'b'])).status).toBe(200);
  expect(started.inputs()).toHaveLength(2);
});

test('a stampede of one list is one call, whose answer all get', async () => {
  await using started = await startEmbedding(cached, (body) => ({ json: vectors(body), delayMs: 100 }));
  const all = await Promise.all(Array.from({ length: 10 }, async () => (await started.ask(['a', 'b'])).codes));
  expect(new Set(all.map(String))).toEqual(new Set(['97,98']));
  expect(started.inputs()).toHaveLength(1);
});

test('one kind of call may be kept for another time than the rest', async () => {
  const settings = (ttls: object): object => ({
    litellm_settings: { cache: true, cache_params: { ttl: 0, ttl_by_call_type: ttls } },
  });
  await using kept = await startEmbedding(settings({ embedding: 60 }));
  await kept.ask('a');
  await kept.ask('a');
  expect(kept.inputs()).toHaveLength(1);
  await using others = await startEmbedding(settings({ acompletion: 60 }));
  await others.ask('a');
  await others.ask('a');
  expect(others.inputs()).toHaveLength(2);
});
