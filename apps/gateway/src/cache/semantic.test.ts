import { openAiChunks, openAiCompletion, requireTool, startRedis, startScriptedUpstream } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { ask, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

/** Vectors of two numbers, so that everybody can see how near two texts are: the cosine of the angle between them. */
const VECTORS: Readonly<Record<string, readonly number[]>> = {
  'How tall is the Eiffel Tower?': [1, 0],
  'What is the height of the Eiffel Tower?': [0.96, 0.28],
  'Who built it?': [0, 1],
};

interface Started extends AsyncDisposable {
  readonly gateway: StartedGateway;
  readonly chats: () => number;
  readonly embedded: () => unknown[];
  readonly asks: (text: string, members?: object, key?: string) => Promise<{ text: string; headers: Headers }>;
}

async function startSemantic({
  params = {},
  embeds = true,
}: { params?: object; embeds?: boolean } = {}): Promise<Started> {
  let count = 0;
  const upstream = await startScriptedUpstream(({ path, body }) => {
    if (!path.startsWith('/e/')) {
      count++;
      const text = `answer ${count}`;
      return (body as { stream?: boolean }).stream ? { sse: openAiChunks(text) } : { json: openAiCompletion({ text }) };
    }
    if (!embeds) return { status: 500, json: { error: { message: 'broken' } } };
    const { input } = body as { input: string };
    const embedding = VECTORS[input] ?? [0.6, 0.8];
    const usage = { prompt_tokens: 3, total_tokens: 3 };
    return { json: { object: 'list', data: [{ object: 'embedding', index: 0, embedding }], model: 'x', usage } };
  });
  const gateway = await startGateway({
    model_list: [
      openAiModel('m', `${upstream.url}/m`),
      openAiModel('n', `${upstream.url}/n`),
      openAiModel('e', `${upstream.url}/e`, { input_cost_per_token: 1, num_retries: 0 }),
    ],
    litellm_settings: {
      cache: true,
      use_chat_completions_url_for_anthropic_messages: true,
      cache_params: {
        type: 'redis-semantic',
        similarity_threshold: 0.9,
        redis_semantic_cache_embedding_model: 'e',
        ...params,
      },
    },
  });
  return {
    gateway,
    chats: () => upstream.requests.filter(({ path }) => !path.startsWith('/e/')).length,
    embedded: () =>
      upstream.requests
        .filter(({ path }) => path.startsWith('/e/'))
        .map(({ body }) => (body as { input: unknown }).input),
    async asks(text, members = {}, key) {
      const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
      const messages = [{ role: 'user', content: text }];
      const answer = await gateway.post(ask('m', { messages, ...members }), headers);
      return { text: await answer.text(), headers: answer.headers };
    },
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await upstream[Symbol.asyncDispose]();
    },
  };
}

test('a question that says nearly the same gets the answer that is kept, and is told how near it is', async () => {
  await using started = await startSemantic();
  const first = await started.asks('How tall is the Eiffel Tower?');
  const second = await started.asks('What is the height of the Eiffel Tower?');
  expect(second.text).toBe(first.text);
  expect(Number(second.headers.get('x-litellm-semantic-similarity'))).toBeCloseTo(0.96);
  expect(second.headers.get('x-litellm-response-cost')).toBe('0');
  expect(second.headers.get('x-litellm-cache-key')).toMatch(/^[0-9a-f]{64}$/);
  expect((await started.asks('Who built it?')).text).toContain('answer 2');
  expect(started.chats()).toBe(2);
});

test('the same words are found without asking for a vector', async () => {
  await using started = await startSemantic();
  await started.asks('How tall is the Eiffel Tower?');
  const again = await started.asks('How tall is the Eiffel Tower?');
  expect(again.headers.has('x-litellm-semantic-similarity')).toBe(false);
  expect(started.embedded()).toHaveLength(1);
});

test.each<[string, object]>([
  ['another model', { model: 'n' }],
  ['other settings', { temperature: 0.1 }],
  ['another form of answer', { response_format: { type: 'json_object' } }],
  ['another end user', { user: 'other' }],
  ['another namespace', { cache: { namespace: 'other' } }],
  [
    'other instructions',
    {
      messages: [
        { role: 'system', content: 'Answer in feet.' },
        { role: 'user', content: 'What is the height of the Eiffel Tower?' },
      ],
    },
  ],
  [
    'a picture beside the words',
    {
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is the height of the Eiffel Tower?' },
            { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
          ],
        },
      ],
    },
  ],
])('%s is another question, however alike the words are', async (_, members) => {
  await using started = await startSemantic();
  await started.asks('How tall is the Eiffel Tower?');
  expect((await started.asks('What is the height of the Eiffel Tower?', members)).text).toContain('answer 2');
});

test('tenants never share an answer', async () => {
  await using started = await startSemantic();
  const keyOf = async (team: string): Promise<string> => {
    const made = (await (await started.gateway.postTo('/team/new', { team_alias: team })).json()) as {
      team_id: string;
    };
    const key = await (await started.gateway.postTo('/key/generate', { team_id: made.team_id })).json();
    return (key as { key: string }).key;
  };
  const [one, other] = [await keyOf('one'), await keyOf('other')];
  await started.asks('How tall is the Eiffel Tower?', {}, one);
  expect((await started.asks('What is the height of the Eiffel Tower?', {}, other)).text).toContain('answer 2');
  expect((await started.asks('What is the height of the Eiffel Tower?', {}, one)).text).toContain('answer 1');
});

test('the vector is a call of its own that its caller pays', async () => {
  await using started = await startSemantic();
  const made = await (await started.gateway.postTo('/key/generate', { models: ['m'] })).json();
  const { key } = made as { key: string };
  await started.asks('How tall is the Eiffel Tower?', {}, key);
  const spent = async (): Promise<number> => {
    const info = await (await started.gateway.get(`/key/info?key=${key}`)).json();
    return (info as { info: { spend: number } }).info.spend;
  };
  await expect.poll(spent).toBeGreaterThanOrEqual(3);
  const rows = (await (await started.gateway.get('/spend/logs')).json()) as object[];
  expect(rows).toHaveLength(2);
  expect(rows).toContainEqual(expect.objectContaining({ call_type: 'aembedding', model_group: 'e', spend: 3 }));
});

test('a request goes on without a vector where there is none to be had', async () => {
  await using started = await startSemantic({ embeds: false });
  expect((await started.asks('How tall is the Eiffel Tower?')).text).toContain('answer 1');
  expect((await started.asks('How tall is the Eiffel Tower?')).text).toContain('answer 1');
  expect((await started.asks('What is the height of the Eiffel Tower?')).text).toContain('answer 2');
});

test('a stream is found and replayed as a stream', async () => {
  await using started = await startSemantic();
  const first = await started.asks('How tall is the Eiffel Tower?', { stream: true });
  const second = await started.asks('What is the height of the Eiffel Tower?', { stream: true });
  expect(second.text).toBe(first.text);
  expect(second.text).toMatch(/data: \[DONE\]\n\n$/);
  expect(started.chats()).toBe(1);
});

test('long conversations, what tools gave, and callers who want nothing kept are not found by what they say', async () => {
  await using started = await startSemantic();
  const turn = { role: 'user', content: 'How tall is the Eiffel Tower?' };
  await started.asks('', { messages: [turn, turn, turn, turn, turn] });
  await started.asks('', { messages: [turn, { role: 'tool', tool_call_id: 'c', content: '324 m' }] });
  await started.asks('How tall is the Eiffel Tower?', { cache: { 'no-cache': true, 'no-store': true } });
  expect(started.embedded()).toEqual([]);
  await started.asks('How tall is the Eiffel Tower?', { cache: { 'no-store': true } });
  expect((await started.asks('What is the height of the Eiffel Tower?')).headers.has('x-litellm-cache-key')).toBe(
    false,
  );
});

test('what is forgotten or too old is not found', async () => {
  await using started = await startSemantic();
  const key = async (): Promise<string | null> =>
    (await started.asks('What is the height of the Eiffel Tower?')).headers.get('x-litellm-cache-key');
  await started.asks('How tall is the Eiffel Tower?');
  const old = await started.asks('What is the height of the Eiffel Tower?', { cache: { 's-maxage': 0 } });
  expect(old.text).toContain('answer 2');
  await started.gateway.postTo('/cache/flushall', {});
  expect(await key()).toBeNull();
});

test('what Anthropic’s clients, responses and prompts say is found as chats are', async () => {
  await using started = await startSemantic();
  const twice = async (path: string, body: (text: string) => object): Promise<boolean> => {
    await started.gateway.postTo(path, body('How tall is the Eiffel Tower?'));
    const again = await started.gateway.postTo(path, body('What is the height of the Eiffel Tower?'));
    return again.headers.has('x-litellm-semantic-similarity');
  };
  const messages = (content: string): object[] => [{ role: 'user', content }];
  expect(await twice('/v1/messages', (text) => ({ model: 'm', max_tokens: 9, messages: messages(text) }))).toBe(true);
  expect(await twice('/v1/completions', (prompt) => ({ model: 'm', prompt }))).toBe(true);
});

describe('in Redis', requireTool('redis'), () => {
  test('what one gateway was asked another finds by what it says', async () => {
    const { url } = await startRedis();
    await using one = await startSemantic({ params: { url } });
    await using other = await startSemantic({ params: { url } });
    await one.asks('How tall is the Eiffel Tower?');
    await expect
      .poll(async () =>
        (await other.asks('What is the height of the Eiffel Tower?', { cache: { 'no-store': true } })).headers.has(
          'x-litellm-semantic-similarity',
        ),
      )
      .toBe(true);
    await one.gateway.postTo('/cache/flushall', {});
    const after = await other.asks('What is the height of the Eiffel Tower?');
    expect(after.headers.has('x-litellm-semantic-similarity')).toBe(false);
  });
});
