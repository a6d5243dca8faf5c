import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

const model = (name: string, answer: string, params: object, info: object = {}): object => ({
  model_name: name,
  litellm_params: { model: 'openai/x', mock_response: answer, ...params },
  model_info: info,
});

async function said(gateway: StartedGateway, members: object, headers: Record<string, string> = {}, name = 'm') {
  const answer = await gateway.post(ask(name, members), headers);
  const { choices, error } = (await answer.json()) as {
    choices?: { message: { content: string } }[];
    error?: { code: string; message: string };
  };
  return choices?.[0]?.message.content ?? `${error?.code} ${error?.message}`;
}

describe('deployments are chosen by tags', () => {
  let any: StartedGateway;
  let every: StartedGateway;
  beforeAll(async () => {
    const models = [
      model('m', 'free', { tags: ['free', 'beta'] }),
      model('m', 'paid', { tags: ['paid', '有料'] }),
      model('m', 'default', { tags: ['default'] }),
      model('strict', 'free', { tags: ['free'] }),
    ];
    [any, every] = await Promise.all([
      startGateway({ model_list: models, router_settings: { enable_tag_filtering: true } }),
      startGateway({
        model_list: models,
        router_settings: { enable_tag_filtering: true, tag_filtering_match_any: false },
      }),
    ]);
  });
  afterAll(() => Promise.all([any.stop(), every.stop()]));

  test.each([
    ['in metadata', { metadata: { tags: ['free'] } }, {}, 'free'],
    ['in another script', { metadata: { tags: ['有料'] } }, {}, 'paid'],
    ['beside the messages', { tags: ['paid'] }, {}, 'paid'],
    ['in a header', {}, { 'x-litellm-tags': 'none, beta' }, 'free'],
    ['that nobody has', { tags: ['gone'] }, {}, 'default'],
    ['that are none', { tags: 'free', metadata: { tags: 7 } }, {}, 'default'],
    ['nowhere', {}, {}, 'default'],
  ])('which stand %s', async (_, members, headers, answer) => {
    expect(await said(any, members, headers)).toBe(answer);
  });

  test('and an answer that is kept is for the same tags alone', async () => {
    await using kept = await startGateway({
      model_list: [model('m', 'free', { tags: ['free', 'beta'] }), model('m', 'paid', { tags: ['paid'] })],
      router_settings: { enable_tag_filtering: true, tag_filtering_match_any: false },
      litellm_settings: { cache: true },
    });
    for (const [tags, answer] of [
      ['free', 'free'],
      ['paid', 'paid'],
      ['free', 'free'],
    ] as const) {
      expect(await said(kept, {}, { 'x-litellm-tags': tags })).toBe(answer);
      expect(await said(kept, { tags: [tags] })).toBe(answer);
    }
    const keyOf = async (tags: string): Promise<string | null> => {
      await kept.post(ask('m'), { 'x-litellm-tags': tags });
      return (await kept.post(ask('m'), { 'x-litellm-tags': tags })).headers.get('x-litellm-cache-key');
    };
    expect(await keyOf('beta, free')).toBe(await keyOf('free,beta,free'));
  });

  test('of which all have to be there where any is not enough', async () => {
    expect(await said(every, { tags: ['free', 'beta'] })).toBe('free');
    expect(await said(every, { tags: ['free', 'paid'] })).toBe('default');
  });

  test('and who has none of them is not let in where there is no default', async () => {
    expect(await said(any, { tags: ['paid'] }, {}, 'strict')).toMatch(/^401 Not allowed to access model due to tags/);
    expect(await said(any, {}, {}, 'strict')).toBe('free');
  });
});

test('a context window that is too small is passed by, and one that nobody has falls back', async () => {
  await using gateway = await startGateway({
    model_list: [
      model('m', 'small', { order: 1 }, { max_input_tokens: 100 }),
      model('m', 'large', { order: 2 }, { max_input_tokens: 1000 }),
      model('long', 'longest', {}),
      model('alone', 'no', {}, { max_input_tokens: 100 }),
    ],
    router_settings: {
      enable_pre_call_checks: true,
      context_window_fallbacks: [{ m: ['long'] }],
    },
  });
  expect(await said(gateway, {})).toBe('small');
  const url = `data:image/png;base64,${'A'.repeat(50_000)}`;
  const picture = [{ role: 'user', content: [{ type: 'image_url', image_url: { url } }] }];
  expect(await said(gateway, { messages: picture })).toBe('small');
  expect(await said(gateway, { user: 'x'.repeat(1000) })).toBe('large');
  expect(await said(gateway, { user: 'x'.repeat(5000) })).toBe('longest');
  expect(await said(gateway, { user: 'x'.repeat(5000) }, {}, 'alone')).toMatch(/^400 .*Context Window exceeded/);
});
