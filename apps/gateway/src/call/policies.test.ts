import {
  openAiChunks,
  openAiCompletion,
  openAiError,
  startScriptedUpstream,
  type Behaviour,
  type ScriptedUpstream,
} from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

/** By the vendor's name of the model; what stands here as text is said, anything else is done. */
const behaviours: Readonly<Record<string, Behaviour>> = {
  broken: { status: 500, json: openAiError('oops') },
  locked: { status: 401, json: openAiError('bad key') },
  refusing: { status: 400, json: openAiError('filtered', 'invalid_request_error', 'content_filter') },
  small: { status: 400, json: openAiError('maximum context length is 10 tokens', 'e', 'context_length_exceeded') },
  limited: { status: 429, headers: { 'retry-after': '0' }, json: openAiError('slow down') },
  silent: { hang: true },
  half: { sse: openAiChunks('one two three four').slice(0, 3), done: false, afterwards: 'reset' },
};

let upstream: ScriptedUpstream;
let gateway: StartedGateway;
/** The same, where callers may not ask for failures. */
let usual: StartedGateway;
beforeAll(async () => {
  upstream = await startScriptedUpstream(({ body }) => {
    const { model, stream } = body as { model: string; stream?: boolean };
    return behaviours[model] ?? (stream ? { sse: openAiChunks(model) } : { json: openAiCompletion({ text: model }) });
  });
  const model = (name: string, behaviour: string, params: object = {}): object =>
    openAiModel(name, upstream.url, { model: `openai/${behaviour}`, ...params });
  const config = {
    model_list: [
      ...['broken', 'refusing', 'small', 'half', 'silent', 'limited', 'second', 'third', 'large', 'fine'].map((name) =>
        model(name, name),
      ),
      model('layers', 'broken', { order: 1 }),
      model('layers', 'broken', { order: 2, user: 'second' }),
      model('layers', 'fine', { order: 3 }),
      model('hung-layers', 'silent', { order: 1 }),
      model('hung-layers', 'fine', { order: 2 }),
      model('keys', 'locked', { weight: 1, num_retries: 1 }),
      model('keys', 'fine', { weight: 0, num_retries: 1, user: 'b' }),
      model('where', 'europe', { region_name: 'eu' }),
      model('where', 'america', { region_name: 'us' }),
      model('late', 'fine', { mock_timeout: true, timeout: 0.3 }),
      model('slow-mock', 'fine', { mock_response: 'mocked', mock_delay: 0.3 }),
      model('chain', 'broken'),
      model('shy', 'refusing'),
      model('tiny', 'small'),
    ],
    router_settings: {
      num_retries: 0,
      timeout: 6,
      disable_cooldowns: true,
      fallbacks: [
        { broken: ['second'] },
        { half: ['second'] },
        { late: ['fine'] },
        { chain: ['broken'] },
        { shy: ['second'] },
        { tiny: ['second'] },
      ],
      context_window_fallbacks: [{ small: ['large'] }, { fine: ['large'] }],
      content_policy_fallbacks: [{ refusing: ['third'] }, { fine: ['third'] }],
      model_group_retry_policy: { limited: { RateLimitErrorRetries: 2 } },
    },
  };
  const general = { master_key: MASTER_KEY, dangerously_allow_mock_testing_request_params: true };
  [gateway, usual] = await Promise.all([startGateway({ ...config, general_settings: general }), startGateway(config)]);
}, 120_000);
afterAll(async () => {
  await Promise.all([gateway.stop(), usual.stop()]);
  await upstream.close();
});

/** What was said, or the status; how many fallbacks and retries it took. */
async function outcome(model: string, members: object = {}, headers: Record<string, string> = {}) {
  const before = upstream.requests.length;
  const answer = await gateway.post(ask(model, members), headers);
  const text = await answer.text();
  const said = answer.status === 200 && !('stream' in members) ? JSON.parse(text).choices[0].message.content : text;
  return {
    said: answer.status === 200 ? (said as string) : answer.status,
    text,
    fallbacks: Number(answer.headers.get('x-litellm-attempted-fallbacks')),
    retries: Number(answer.headers.get('x-litellm-attempted-retries')),
    most: Number(answer.headers.get('x-litellm-max-retries')),
    calls: upstream.requests.slice(before).map(({ body }) => (body as { model: string }).model),
  };
}

describe('fallbacks', () => {
  test.each([
    ['of the configuration', 'broken', {}, 'second'],
    ['of a context window', 'small', {}, 'large'],
    ['of a filter', 'refusing', {}, 'third'],
    ['of a filter, of which its own table says nothing', 'shy', {}, 'second'],
    ['of a context window, of which its own table says nothing', 'tiny', {}, 400],
    ['in the request, as names', 'broken', { fallbacks: ['nobody', 'third'] }, 'third'],
    ['in the request, for any failure', 'small', { fallbacks: ['third'] }, 'third'],
    ['in the request, as a table', 'broken', { fallbacks: [{ broken: ['third'] }, { other: ['second'] }] }, 'third'],
    ['in a table of the request that does not name the group', 'broken', { fallbacks: [{ other: ['third'] }] }, 500],
    ['of a context window in the request', 'small', { context_window_fallbacks: [{ small: ['fine'] }] }, 'fine'],
    ['of a filter in the request', 'refusing', { content_policy_fallbacks: [{ refusing: ['fine'] }] }, 'fine'],
    ['that the request does without', 'broken', { disable_fallbacks: true }, 500],
    ['of which the request wants none', 'broken', { max_fallbacks: 0 }, 500],
    ['of fallbacks', 'chain', {}, 'second'],
    ['of fallbacks, where one is enough', 'chain', { max_fallbacks: 1 }, 500],
  ])('%s', async (_, model, members, said) => {
    expect((await outcome(model, members)).said).toBe(said);
  });

  test('may change the request, also for the group that failed', async () => {
    const { said } = await outcome('broken', { fallbacks: [{ model: 'third', max_tokens: 7, user: 'x' }] });
    expect(said).toBe('third');
    expect(upstream.requests.at(-1)?.body).toMatchObject({ max_tokens: 7, user: 'x' });
    expect((await outcome('broken', { fallbacks: [{ model: 'broken', user: 'again' }] })).calls).toHaveLength(2);
    expect((await outcome('broken', { fallbacks: ['broken'] })).calls).toHaveLength(1);
  });

  test.each([
    [{ fallbacks: 'third' }, 'fallbacks'],
    [{ fallbacks: [7] }, 'fallbacks[0]'],
    [{ fallbacks: [{ model: 'third', api_key: 'sk-mine' }] }, 'fallbacks[0].api_key'],
    [
      { fallbacks: [{ broken: [{ model: 'third', api_base: 'http://evil.example' }] }] },
      'fallbacks.broken[0].api_base',
    ],
    [{ context_window_fallbacks: ['third'] }, 'context_window_fallbacks'],
    [{ max_fallbacks: -1 }, 'max_fallbacks'],
  ])('of a request have to be some: %j', async (members, param) => {
    const answer = await gateway.post(ask('broken', members));
    expect([answer.status, ((await answer.json()) as { error: { param: string } }).error.param]).toEqual([400, param]);
  });

  test('answer a stream before its first content; behind it there is one error event', async () => {
    const saved = await outcome('broken', { stream: true });
    expect(saved.text).toContain('seco');
    const { text } = await outcome('half', { stream: true });
    expect(text.match(/"error"/g)).toHaveLength(1);
    expect(text).not.toContain('[DONE]');
    expect(text).not.toContain('seco');
  });
});

test.each([
  ['with weighted failover', true, 'fine'],
  ['without', false, 'spare'],
])('%s, the others of a group are asked before another group, or not', async (_, isOn, answering) => {
  const params = { num_retries: 0 };
  await using failing = await startGateway({
    model_list: [
      openAiModel('m', upstream.url, { ...params, model: 'openai/broken', weight: 1 }),
      openAiModel('m', upstream.url, { ...params, model: 'openai/fine', weight: 0 }),
      openAiModel('spare', upstream.url, { model: 'openai/spare' }),
    ],
    router_settings: {
      num_retries: 0,
      disable_cooldowns: true,
      enable_weighted_failover: isOn,
      fallbacks: [{ m: ['spare'] }],
    },
  });
  const before = upstream.requests.length;
  const answer = await failing.post(ask('m'));
  expect(answer.headers.get('x-litellm-attempted-fallbacks')).toBe('1');
  const asked = upstream.requests.slice(before).map(({ body }) => (body as { model: string }).model);
  expect(asked).toEqual(['broken', answering]);
});

describe('orders', () => {
  test('stand in for one another without a retry, the lowest first', async () => {
    const { said, calls, fallbacks, retries } = await outcome('layers');
    expect([said, calls, fallbacks, retries]).toEqual(['fine', ['broken', 'broken', 'fine'], 2, 0]);
  });

  test('do not where fallbacks are off, and leave a hung one time for the next', async () => {
    expect((await outcome('layers', { disable_fallbacks: true })).calls).toEqual(['broken']);
    expect((await outcome('hung-layers', { timeout: 1 })).said).toBe('fine');
  });
});

describe('retries', () => {
  test('go by the policy of the group', async () => {
    expect(await outcome('limited')).toMatchObject({
      said: 429,
      calls: ['limited', 'limited', 'limited'],
      retries: 2,
      most: 2,
    });
    expect(await outcome('broken', { disable_fallbacks: true })).toMatchObject({ said: 500, retries: 0, most: 0 });
  });

  test('ask another deployment where a key is wrong, and never the same one', async () => {
    expect(await outcome('keys')).toMatchObject({ said: 'fine', calls: ['locked', 'fine'] });
  });
});

describe('a region', () => {
  test.each([
    ['eu', 'europe'],
    ['us', 'america'],
    ['月', 400],
  ])('that a request allows is the only one that answers: %s', async (region, said) => {
    expect((await outcome('where', { allowed_model_region: region })).said).toBe(said);
  });

  test('is told with the answer', async () => {
    const answer = await gateway.post(ask('where', { allowed_model_region: 'eu' }));
    expect(answer.headers.get('x-litellm-model-region')).toBe('eu');
  });
});

describe('what operators test with', () => {
  test.each([
    ['mock_testing_fallbacks', 'broken', 'second', []],
    ['mock_testing_context_fallbacks', 'fine', 'large', []],
    ['mock_testing_context_window_fallbacks', 'fine', 'large', []],
    ['mock_testing_content_policy_fallbacks', 'fine', 'third', []],
  ] as const)('%s fails the group before it is called', async (member, model, said, before) => {
    expect(await outcome(model, { [member]: true })).toMatchObject({ said, calls: [...before, said], fallbacks: 1 });
  });

  test('mock_testing_rate_limit_error is met once, and retried', async () => {
    const members = { mock_testing_rate_limit_error: true };
    expect(await outcome('fine', members)).toMatchObject({ said: 429, calls: [] });
    expect(await outcome('fine', { ...members, num_retries: 1 })).toMatchObject({ said: 'fine', retries: 1 });
  });

  test('mock_timeout takes the time that there is', async () => {
    const { said, calls } = await outcome('fine', { mock_timeout: true, timeout: 0.3 });
    expect([said, calls]).toEqual([504, []]);
    expect((await outcome('broken', { mock_timeout: true, timeout: 1 })).said).toBe('second');
  });

  test('mock_delay lets a mocked answer wait, and no other', async () => {
    const startedAt = performance.now();
    expect((await outcome('slow-mock')).said).toBe('mocked');
    expect(performance.now() - startedAt).toBeGreaterThan(290);
    expect((await outcome('slow-mock', { mock_delay: 5, timeout: 0.2 })).said).toBe(504);
    expect((await outcome('fine', { mock_delay: 600 })).said).toBe('fine');
    expect((await outcome('fine', { mock_delay: 'long' })).said).toBe(400);
  });

  test('a deployment can time out by itself', async () => {
    expect((await outcome('late')).calls).toEqual(['fine']);
  });

  test.each([
    'mock_testing_fallbacks',
    'mock_testing_context_fallbacks',
    'mock_testing_context_window_fallbacks',
    'mock_testing_content_policy_fallbacks',
    'mock_testing_rate_limit_error',
    'mock_timeout',
    'mock_delay',
  ])('%s is refused where the operator does not let callers', async (member) => {
    for (const value of [true, false, 1]) {
      const answer = await usual.post(ask('fine', { [member]: value }));
      const { error } = (await answer.json()) as { error: { param: string; message: string } };
      expect([answer.status, error.param]).toEqual([400, member]);
    }
  });

  test.each(['mock_response', 'mock_tool_calls'])('%s of a caller is withheld', async (member) => {
    const before = upstream.requests.length;
    const answer = await usual.post(ask('fine', { [member]: 'made up' }));
    expect(await answer.text()).not.toContain('made up');
    expect(upstream.requests.slice(before).map(({ body }) => JSON.stringify(body).includes('made up'))).toEqual([
      false,
    ]);
  });
});
