import { openAiChunks, openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { manager } from '../testing/manage.ts';
import { ask, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const LONG = 300_000;
/** So many tokens by the gateway's estimate. */
const LONG_TEXT = 'four'.repeat(LONG);

let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
let broken: Awaited<ReturnType<typeof startScriptedUpstream>>;
let gateway: StartedGateway;
beforeAll(async () => {
  upstream = await startScriptedUpstream(({ body, bytes }) => {
    const { stream, service_tier: asked, user } = body as { stream?: boolean; service_tier?: string; user?: string };
    const tier = { service_tier: user ?? asked ?? 'default' };
    const promptTokens = bytes.length > LONG ? LONG : 10;
    const usage = { promptTokens, completionTokens: 10 };
    return {
      delayMs: 300,
      ...(stream
        ? { sse: openAiChunks('Hi', { usage }).map((chunk) => ({ ...chunk, ...tier })) }
        : { json: { ...openAiCompletion({ usage }), ...tier } }),
    };
  });
  broken = await startScriptedUpstream(() => ({ status: 500, json: { error: { message: 'broken' } } }));
  const priced = (input: number) => ({ input_cost_per_token: input, output_cost_per_token: input });
  const model = (name: string, prices: object, url = upstream.url) =>
    openAiModel(name, url, { model: 'openai/no-such-model', num_retries: 0, ...prices });
  gateway = await startGateway({
    model_list: [
      model('two', priced(0.001)),
      model('two', priced(0.01)),
      model('broken', priced(0.001), broken.url),
      model('dear', priced(0.01)),
      model('broken-too', priced(0.001), broken.url),
      model('short', priced(0.001)),
      model('long', {
        input_cost_per_token: 0.000_001,
        output_cost_per_token: 0,
        input_cost_per_token_above_200k_tokens: 0.000_01,
      }),
      model('hurried', {
        ...priced(0.001),
        input_cost_per_token_priority: 0.005,
        output_cost_per_token_priority: 0.005,
        service_tier: 'priority',
      }),
      model('thinks', { ...priced(0.001), output_cost_per_reasoning_token: 0.01 }),
      model('caches', { ...priced(0.001), cache_creation_input_token_cost: 0.01 }),
      model('tiered', {
        ...priced(0.001),
        input_cost_per_token_priority: 0.005,
        output_cost_per_token_priority: 0.005,
        input_cost_per_token_flex: 0.000_5,
      }),
    ],
    router_settings: {
      num_retries: 0,
      fallbacks: [{ broken: ['dear'] }, { 'broken-too': ['broken'] }],
      context_window_fallbacks: [{ short: ['dear'] }],
    },
  });
});
afterAll(async () => {
  await gateway.stop();
  await upstream[Symbol.asyncDispose]();
  await broken[Symbol.asyncDispose]();
});

const { key, call, get } = manager(() => gateway);

const spentBy = async (holder: string): Promise<number> =>
  ((await get(`/key/info?key=${holder}`)).body.info as { spend: number }).spend;

/** So many calls at once; how many were let in. */
async function admitted(holder: string, calls: number, model: string, members: object): Promise<number> {
  const burst = await Promise.all(Array.from({ length: calls }, () => call(holder, model, members)));
  expect(burst.every(({ status }) => status === 200 || status === 429)).toBe(true);
  return burst.filter(({ status }) => status === 200).length;
}

describe('what is reserved is the dearest that may come of a call', () => {
  // The question is estimated at about 30 tokens, the answer at ten: 0.4 $ of the dear one, a tenth of that of the other.
  test.each([
    { what: 'of the deployments of its group', model: 'two', members: { max_tokens: 10 }, budget: 0.9, dearest: 0.2 },
    {
      what: 'of what stands in for its group',
      model: 'broken',
      members: { max_tokens: 10 },
      budget: 0.9,
      dearest: 0.2,
    },
    {
      what: 'of what stands in for what stands in for its group',
      model: 'broken-too',
      members: { max_tokens: 10 },
      budget: 0.9,
      dearest: 0.2,
    },
    {
      what: 'of what stands in where a question is too long',
      model: 'short',
      members: { max_tokens: 10 },
      budget: 0.9,
      dearest: 0.02,
    },
    {
      what: 'of how its entry has it served',
      model: 'hurried',
      members: { max_tokens: 10 },
      budget: 0.45,
      dearest: 0.1,
    },
    {
      what: 'of an answer, where reasoning is dearer',
      model: 'thinks',
      members: { max_tokens: 10 },
      budget: 0.3,
      dearest: 0.11,
    },
    {
      what: 'of a question, where writing it into a cache is dearer',
      model: 'caches',
      members: {
        max_tokens: 10,
        messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi', cache_control: { type: 'ephemeral' } }] }],
      },
      budget: 0.9,
      dearest: 0.11,
    },
    {
      what: 'of how it is to be served',
      model: 'tiered',
      members: { max_tokens: 10, service_tier: 'priority' },
      budget: 0.45,
      dearest: 0.1,
    },
  ])('$what', async ({ model, members, budget, dearest }) => {
    const holder = await key({ max_budget: budget });
    const calls = await admitted(holder, 8, model, members);
    expect(calls).toBeGreaterThanOrEqual(1);
    expect(calls).toBeLessThanOrEqual(3);
    await expect.poll(() => spentBy(holder), { timeout: 20_000 }).toBeGreaterThan(0);
    expect(await spentBy(holder)).toBeLessThanOrEqual(calls * dearest + 1e-9);
  });

  test('of how long its question is', async () => {
    const holder = await key({ max_budget: 6.5 });
    const messages = [{ role: 'user', content: LONG_TEXT }];
    expect(await admitted(holder, 5, 'long', { messages, max_tokens: 5 })).toBe(2);
    await expect.poll(() => spentBy(holder), { timeout: 20_000 }).toBeCloseTo(6, 6);
  });
});

describe('a call costs what its way of being served does', () => {
  test.each([
    ['priority', undefined, 0.1],
    ['flex', undefined, 0.015],
    ['auto', undefined, 0.02],
    ['auto', 'priority', 0.1],
    ['priority', 'default', 0.02],
    ['priority', 'whatever', 0.1],
    [undefined, 'flex', 0.015],
    ['constructor', undefined, 0.02],
    [undefined, undefined, 0.02],
  ])('asked as %s and served as %s', async (tier, served, dollars) => {
    const holder = await key();
    const members = {
      ...(tier !== undefined && { service_tier: tier }),
      ...(served !== undefined && { user: served }),
    };
    const plain = await gateway.postTo('/v1/chat/completions', ask('tiered', members), {
      authorization: `Bearer ${holder}`,
    });
    expect(plain.status).toBe(200);
    expect(Number(plain.headers.get('x-litellm-response-cost'))).toBeCloseTo(dollars, 9);
    expect(Number(plain.headers.get('x-litellm-response-cost-output'))).toBeCloseTo(dollars === 0.1 ? 0.05 : 0.01, 9);
    const streamed = await gateway.postTo('/v1/chat/completions', ask('tiered', { ...members, stream: true }), {
      authorization: `Bearer ${holder}`,
    });
    expect(await streamed.text()).toContain('[DONE]');
    await expect.poll(() => spentBy(holder), { timeout: 20_000 }).toBeCloseTo(2 * dollars, 9);
  });
});
