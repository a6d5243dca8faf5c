import {
  openAiChunks,
  openAiCompletion,
  openAiError,
  startScriptedUpstream,
  type Behaviour,
} from '@showrunner/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

const said = {
  'x-request-id': 'req_vendor',
  'openai-processing-ms': '412',
  'openai-organization': 'org-größe',
  'x-ratelimit-limit-requests': '500',
  'x-ratelimit-remaining-tokens': '29000',
  'x-litellm-attempted-fallbacks': '99',
  'set-cookie': 'session=secret',
};

async function start(
  behaviour: Behaviour,
  { general = {}, ...more }: { general?: object; [section: string]: unknown } = {},
): Promise<StartedGateway> {
  const upstream = await startScriptedUpstream([behaviour]);
  const gateway = await startGateway({
    model_list: [openAiModel('m', upstream.url)],
    general_settings: { master_key: MASTER_KEY, ...general },
    router_settings: { num_retries: 0 },
    ...more,
  });
  onTestFinished(async () => {
    await gateway.stop();
    await upstream.close();
  });
  return gateway;
}

const named = ({ headers }: Response, prefix: string): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith(prefix)));

describe('what the vendor says in the head of its answer', () => {
  test.each([
    ['a whole answer', { json: openAiCompletion(), headers: said }, {}],
    ['a stream', { sse: openAiChunks(), headers: said }, { stream: true }],
  ])('is passed on under a name of its own: %s', async (_, behaviour, members) => {
    const gateway = await start(behaviour);
    const answer = await gateway.post(ask('m', members));
    await answer.text();
    expect(named(answer, 'llm_provider-')).toMatchObject({
      'llm_provider-x-request-id': 'req_vendor',
      'llm_provider-request-id': 'req_vendor',
      'llm_provider-openai-processing-ms': '412',
      'llm_provider-x-ratelimit-limit-requests': '500',
      'llm_provider-content-type': expect.any(String) as string,
    });
    expect(Object.keys(named(answer, 'llm_provider-')).join()).not.toMatch(/cookie|transfer-encoding|connection/);
    expect(answer.headers.get('llm_provider-openai-organization')).not.toMatch(/[^\x20-\x7e]/);
    expect(named(answer, 'x-ratelimit-')).toEqual({
      'x-ratelimit-limit-requests': '500',
      'x-ratelimit-remaining-tokens': '29000',
    });
    expect(answer.headers.get('x-litellm-attempted-fallbacks')).toBe('0');
    expect(answer.headers.get('x-request-id')).not.toBe('req_vendor');
  });

  test("stands behind the limits of the caller's own key", async () => {
    const gateway = await start({ json: openAiCompletion(), headers: said }, { general: { rpm_limit: 7 } });
    const answer = await gateway.post(ask('m'));
    expect(answer.headers.get('x-ratelimit-limit-requests')).toBe('7');
    expect(answer.headers.get('x-ratelimit-remaining-tokens')).toBeNull();
    expect(answer.headers.get('x-litellm-key-rpm-limit')).toBe('7');
  });

  test('is as long as a head may be, whatever the vendor sends', async () => {
    const long = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`x-long-${index}`, 'x'.repeat(300)]));
    const gateway = await start({ json: openAiCompletion(), headers: long });
    const answer = await gateway.post(ask('m'));
    expect(answer.status).toBe(200);
    expect(JSON.stringify([...answer.headers]).length).toBeLessThan(12_000);
  });

  test('is not what a cached answer tells of', async () => {
    const gateway = await start({ json: openAiCompletion(), headers: said }, { litellm_settings: { cache: true } });
    await (await gateway.post(ask('m'))).text();
    const again = await gateway.post(ask('m'));
    expect(again.headers.get('x-litellm-cache-key')).toMatch(/^[0-9a-f]{64}$/);
    expect(named(again, 'llm_provider-')).toEqual({});
  });

  test("tells Anthropic's limits under OpenAI's names", async () => {
    const headers = { 'anthropic-ratelimit-tokens-limit': '40000', 'anthropic-ratelimit-requests-remaining': '3' };
    const gateway = await start({ json: openAiCompletion(), headers });
    const answer = await gateway.post(ask('m'));
    const underOpenAisNames = { 'x-ratelimit-limit-tokens': '40000', 'x-ratelimit-remaining-requests': '3' };
    expect(named(answer, 'x-ratelimit-')).toEqual(underOpenAisNames);
    expect(named(answer, 'llm_provider-')).toMatchObject({
      'llm_provider-anthropic-ratelimit-tokens-limit': '40000',
      'llm_provider-x-ratelimit-limit-tokens': '40000',
      'llm_provider-x-ratelimit-remaining-requests': '3',
    });
  });
});

describe('who answered', () => {
  test.each([
    ['its group', 'm', {}],
    ['an alias', 'other-name', {}],
    ['its id', 'the-id', {}],
    ['a name that a wildcard takes', 'openai/gpt-4o', {}],
    ['a group that failed, and then its own', 'm', { fallbacks: ['spare'], mock_testing_fallbacks: true }],
  ])('is told under the name that was asked for: %s', async (_, model, members) => {
    await using upstream = await startScriptedUpstream([{ json: openAiCompletion() }]);
    await using gateway = await startGateway({
      model_list: [
        { ...openAiModel('m', upstream.url), model_info: { id: 'the-id' } },
        openAiModel('spare', upstream.url),
        openAiModel('openai/*', upstream.url, { model: 'openai/*' }),
      ],
      router_settings: { num_retries: 0, model_group_alias: { 'other-name': 'm' } },
      general_settings: { master_key: MASTER_KEY, dangerously_allow_mock_testing_request_params: true },
    });
    const answer = await gateway.post(ask(model, members));
    expect(answer.headers.get('x-litellm-model-group')).toBe('fallbacks' in members ? 'spare' : model);
  });

  test.each([
    ['openai/gpt-4o', 'https://api.openai.com'],
    ['groq/llama-3.3-70b-versatile', 'https://api.groq.com/openai/v1'],
  ])('has an address, where the file names none: %s', async (model, address) => {
    await using gateway = await startGateway({
      model_list: [{ model_name: 'm', litellm_params: { model, api_key: 'k', mock_response: 'fine' } }],
    });
    const answer = await gateway.post(ask('m'));
    expect(answer.headers.get('x-litellm-model-api-base')).toBe(address);
  });
});

describe('an error', () => {
  test('of a vendor has its ids, how far the request came, and what the vendor said', async () => {
    const gateway = await start({ status: 429, json: openAiError('slow'), headers: { ...said, 'retry-after': '9' } });
    const answer = await gateway.post(ask('m'), { 'x-litellm-call-id': 'call-7' });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-litellm-call-id': 'call-7',
      'x-litellm-version': expect.stringMatching(/^1\./) as string,
      'x-litellm-attempted-retries': '0',
      'x-litellm-attempted-fallbacks': '0',
      'x-litellm-model-id': expect.any(String) as string,
      'retry-after': '9',
      'llm_provider-retry-after': '9',
      'llm_provider-x-request-id': 'req_vendor',
    });
    expect(named(answer, 'x-ratelimit-')).toEqual({
      'x-ratelimit-limit-requests': '500',
      'x-ratelimit-remaining-tokens': '29000',
    });
  });

  test.each([
    ['no such model', (gateway: StartedGateway) => gateway.post(ask('nobody'))],
    ['no JSON', (gateway: StartedGateway) => gateway.post('{')],
    ['no key', ({ url }: StartedGateway) => fetch(`${url}/v1/chat/completions`, { method: 'POST' })],
  ])('of the gateway has ids: %s', async (_, send) => {
    const answer = await send(await start({ json: openAiCompletion() }));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers.get('x-litellm-call-id')).toBe(answer.headers.get('x-request-id'));
    expect(answer.headers.get('x-litellm-model-id')).toBeNull();
  });
});

test('an answer tells which deployment gave it, and its price whole and by parts', async () => {
  const usage = { promptTokens: 100, completionTokens: 20, cachedTokens: 40, reasoningTokens: 5 };
  const gateway = await start({ json: openAiCompletion({ usage }) });
  const answer = await gateway.post(ask('m'));
  const cost = (name: string): number => Number(answer.headers.get(`x-litellm-response-cost${name}`));
  expect(answer.headers.get('x-litellm-model-name')).toBe('openai/gpt-5.4');
  expect(answer.headers.get('x-litellm-model-group')).toBe('m');
  expect(cost('-input') + cost('-output') + cost('-cache-read')).toBeCloseTo(cost(''), 12);
  expect(cost('-reasoning') * 4).toBeCloseTo(cost('-output'), 12);
  expect(cost('-original')).toBe(cost(''));
  expect(Number(answer.headers.get('x-litellm-key-spend'))).toBe(cost(''));
});
