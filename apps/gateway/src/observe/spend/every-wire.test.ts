import {
  anthropicEvents,
  anthropicMessage,
  openAiChunks,
  openAiCompletion,
  startScriptedUpstream,
  type Behaviour,
  type RecordedRequest,
  type ScriptedUpstream,
} from '@showrunner/testkit';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { manager } from '../../testing/manage.ts';
import {
  anthropicModel,
  chatModel,
  MASTER_KEY,
  openAiModel,
  startGateway,
  type StartedGateway,
} from '../../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** What each call uses, in whichever words its vendor counts. */
const INPUT = 400;
const OUTPUT = 500;
const PRICE = 0.001;

const inOpenAi = { usage: { promptTokens: INPUT, completionTokens: OUTPUT } };
const inAnthropic = { model: 'claude-sonnet-4-6', usage: { inputTokens: INPUT, outputTokens: OUTPUT } };

/** A response as OpenAI's reference has it (2026-11). */
const response = {
  id: 'resp_vendor',
  object: 'response',
  created_at: 1,
  status: 'completed',
  model: 'gpt-4o',
  output: [
    {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      status: 'completed',
      content: [{ type: 'output_text', text: 'Hi', annotations: [] }],
    },
  ],
  usage: {
    input_tokens: INPUT,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: OUTPUT,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: INPUT + OUTPUT,
  },
};

/** Some servers end each choice of a completion twice. */
const completionChunks = [
  { text: 'Hi', index: 0, finish_reason: null },
  { text: '', index: 0, finish_reason: 'stop' },
  { text: '', index: 0, finish_reason: 'stop' },
].map((choice) => ({ id: 'cmpl-1', object: 'text_completion', created: 1, model: 'x', choices: [choice] }));

const openAiUsage = { prompt_tokens: INPUT, completion_tokens: OUTPUT, total_tokens: INPUT + OUTPUT };

function vendor({ path, method, body }: RecordedRequest): Behaviour {
  const { stream } = (body ?? {}) as { stream?: boolean };
  if (JSON.stringify(body ?? '').includes('[late]')) return { hang: true };
  const [endpoint = ''] = /[^/]+$/.exec(path.replace(/\?.*/, '')) ?? [];
  if (method === 'GET') return { json: response };
  switch (endpoint) {
    case 'messages':
      return stream ? { sse: anthropicEvents('Hi', inAnthropic) } : { json: anthropicMessage(inAnthropic) };
    case 'responses':
      return stream
        ? {
            sse: [
              {
                event: 'response.created',
                data: {
                  type: 'response.created',
                  sequence_number: 0,
                  response: { ...response, status: 'in_progress', output: [], usage: null },
                },
              },
              {
                event: 'response.output_text.delta',
                data: {
                  type: 'response.output_text.delta',
                  sequence_number: 1,
                  item_id: 'msg_1',
                  output_index: 0,
                  content_index: 0,
                  delta: 'Hi',
                },
              },
              { event: 'response.completed', data: { type: 'response.completed', sequence_number: 2, response } },
            ],
          }
        : { json: response };
    case 'completions':
      if (path.includes('/chat/'))
        return stream ? { sse: openAiChunks('Hi', inOpenAi) } : { json: openAiCompletion(inOpenAi) };
      return stream
        ? { sse: [...completionChunks, { ...completionChunks[0], choices: [], usage: openAiUsage }] }
        : { json: { ...completionChunks[1], usage: openAiUsage } };
    default:
      return {
        json: {
          object: 'list',
          model: 'e',
          data: [{ object: 'embedding', index: 0, embedding: [1] }],
          usage: { prompt_tokens: INPUT + OUTPUT, total_tokens: INPUT + OUTPUT },
        },
      };
  }
}

let upstream: ScriptedUpstream;
let sink: ScriptedUpstream;
let gateway: StartedGateway;
beforeAll(async () => {
  upstream = await startScriptedUpstream(vendor);
  sink = await startScriptedUpstream([{ json: {} }]);
  const priced = { input_cost_per_token: PRICE, output_cost_per_token: PRICE, num_retries: 0 };
  const chats = chatModel('chats', upstream.url) as { litellm_params: object };
  gateway = await startGateway(
    {
      model_list: [
        openAiModel('openai', upstream.url, priced),
        { ...chats, litellm_params: { ...chats.litellm_params, ...priced } },
        anthropicModel('anthropic', upstream.url, priced),
        openAiModel('completes', upstream.url, { ...priced, model: 'text-completion-openai/gpt-3.5-turbo-instruct' }),
        openAiModel('embeds', upstream.url, { ...priced, model: 'openai/text-embedding-3-small' }),
      ],
      general_settings: {
        master_key: MASTER_KEY,
        pass_through_endpoints: [
          { path: '/own', target: `${upstream.url}/v1/messages`, auth: true, cost_per_request: 0.9 },
        ],
      },
      litellm_settings: { callbacks: ['generic_api'] },
    },
    {
      GENERIC_LOGGER_ENDPOINT: sink.url,
      ANTHROPIC_API_KEY: 'vendor-key',
      ANTHROPIC_API_BASE: upstream.url,
      OPENAI_API_KEY: 'vendor-key',
      OPENAI_BASE_URL: `${upstream.url}/v1`,
    },
  );
});
afterAll(async () => {
  await gateway.stop();
  await upstream.close();
  await sink.close();
});

const { key, get } = manager(() => gateway);

const messages = [{ role: 'user', content: 'Hi' }];

interface Wired {
  readonly path: string;
  readonly body: object;
  /** What a call costs; where it is not said, its tokens at the price of all models here. */
  readonly dollars?: number;
}

/** Each way to ask, by whose model answers. */
const WIRES: Readonly<Record<string, Wired>> = {
  'a chat of OpenAI': { path: '/v1/chat/completions', body: { model: 'openai', messages, max_tokens: 5 } },
  'a chat of Anthropic': { path: '/v1/chat/completions', body: { model: 'anthropic', messages, max_tokens: 5 } },
  'a message of Anthropic': { path: '/v1/messages', body: { model: 'anthropic', messages, max_tokens: 5 } },
  'a message of OpenAI': { path: '/v1/messages', body: { model: 'openai', messages, max_tokens: 5 } },
  'a message of a model for chat': { path: '/v1/messages', body: { model: 'chats', messages, max_tokens: 5 } },
  'a response of OpenAI': { path: '/v1/responses', body: { model: 'openai', input: 'Hi', max_output_tokens: 16 } },
  'a response of Anthropic': {
    path: '/v1/responses',
    body: { model: 'anthropic', input: 'Hi', max_output_tokens: 16 },
  },
  'a response of a model for chat': {
    path: '/v1/responses',
    body: { model: 'chats', input: 'Hi', max_output_tokens: 16 },
  },
  'a completion': { path: '/v1/completions', body: { model: 'completes', prompt: 'Hi', max_tokens: 5 } },
  'a completion of a model for chat': {
    path: '/v1/completions',
    body: { model: 'chats', prompt: 'Hi', max_tokens: 5 },
  },
  'what passes to Anthropic': {
    path: '/anthropic/v1/messages',
    body: { model: 'claude-sonnet-4-6', messages, max_tokens: 5 },
    dollars: (INPUT * 3 + OUTPUT * 15) / 1e6,
  },
  'what passes to OpenAI': {
    path: '/openai_passthrough/v1/responses',
    body: { model: 'gpt-4o', input: 'Hi', max_output_tokens: 16 },
    dollars: (INPUT * 2.5 + OUTPUT * 10) / 1e6,
  },
  'what passes by a path of the operator’s': { path: '/own', body: { messages }, dollars: 0.9 },
};

const asked: readonly (readonly [string, Wired])[] = [
  ...Object.entries(WIRES).flatMap(([name, wired]) => [
    [name, wired] as const,
    [`${name}, as a stream`, { ...wired, body: { ...wired.body, stream: true } }] as const,
  ]),
  ['a list of vectors', { path: '/v1/embeddings', body: { model: 'embeds', input: 'Hi' } }],
];

interface Row {
  readonly spend: number | null;
  readonly total_tokens: number;
}

test.each(asked)(
  'counts, costs and is told once: %s',
  async (_, { path, body, dollars = PRICE * (INPUT + OUTPUT) }) => {
    const holder = await key({ tpm_limit: 1_000, key_alias: `one of many ${++made}`, max_budget: 100 });
    const call = async () => {
      const answer = await gateway.postTo(path, body, { authorization: `Bearer ${holder}` });
      return {
        status: answer.status,
        left: Number(answer.headers.get('x-ratelimit-remaining-tokens')),
        text: await answer.text(),
      };
    };
    expect(await call()).toMatchObject({ status: 200 });
    const rows = async () => (await get(`/spend/logs?api_key=${holder}`)).body as unknown as Row[];
    await expect.poll(rows, wait).toHaveLength(1);
    expect(await rows()).toMatchObject([{ total_tokens: INPUT + OUTPUT }]);
    const second = await call();
    expect(second.left).toBeLessThanOrEqual(1_000 - INPUT - OUTPUT);
    // How long an answer may be that passes through is not known beforehand, so that there is no room for one more.
    const calls = second.status === 200 ? 2 : 1;
    expect(await call()).toMatchObject({ status: 429 });
    await expect
      .poll(async () => ((await get(`/key/info?key=${holder}`)).body.info as { spend: number }).spend, wait)
      .toBeCloseTo(calls * dollars, 9);
    const paid = (await rows()).flatMap(({ spend }) => (spend ? [spend] : []));
    expect(paid).toEqual(Array.from({ length: calls }, () => expect.closeTo(dollars, 9) as number));
    const told = () =>
      sink.requests
        .flatMap(({ body: events }) => events as { metadata: { user_api_key_alias?: string }; response_cost: number }[])
        .filter(
          ({ metadata, response_cost }) => metadata.user_api_key_alias === `one of many ${made}` && response_cost > 0,
        );
    await expect.poll(() => told().length, wait).toBe(calls);
  },
);

const wait = { timeout: 30_000 };
let made = 0;

test.each(asked)('whoever leaves before it is answered pays what it may have cost: %s', async (_, { path, body }) => {
  const holder = await key();
  const late = JSON.stringify(body).replace('"Hi"', '"[late]"');
  const before = upstream.requests.length;
  const end = new AbortController();
  const headers = { authorization: `Bearer ${holder}`, 'content-type': 'application/json' };
  const leaving = fetch(gateway.url + path, { method: 'POST', headers, body: late, signal: end.signal });
  await expect.poll(() => upstream.requests.length, wait).toBe(before + 1);
  end.abort();
  await expect(leaving).rejects.toThrow('aborted');
  const rows = async () => (await get(`/spend/logs?api_key=${holder}`)).body as unknown as Row[];
  await expect.poll(rows, wait).toHaveLength(1);
  expect(await rows()).toMatchObject([{ status_code: 499, metadata: { usage_estimated: true } }]);
  // What passes to a vendor's own API is priced by a model that the answer would have named.
  const isPriced = path === '/own' || path.startsWith('/v1/');
  expect((await rows())[0]?.spend ?? 0).toBeGreaterThanOrEqual(path === '/own' ? 0.9 : isPriced ? PRICE : 0);
});

test('what is read again costs nothing', async () => {
  const holder = await key();
  const headers = { authorization: `Bearer ${holder}` };
  const answer = await gateway.postTo('/v1/responses', WIRES['a response of OpenAI']?.body, headers);
  const { id } = (await answer.json()) as { id: string };
  for (let reads = 0; reads < 3; reads++) {
    expect((await fetch(`${gateway.url}/v1/responses/${id}`, { headers })).status).toBe(200);
  }
  // What is written behind these is there as well.
  expect((await gateway.postTo('/v1/chat/completions', WIRES['a chat of OpenAI']?.body, headers)).status).toBe(200);
  const rows = async () => (await get(`/spend/logs?api_key=${holder}`)).body as unknown as Row[];
  await expect.poll(async () => (await rows()).filter(({ spend }) => (spend ?? 0) > 0).length, wait).toBe(2);
  await expect
    .poll(async () => ((await get(`/key/info?key=${holder}`)).body.info as { spend: number }).spend, wait)
    .toBeCloseTo(2 * PRICE * (INPUT + OUTPUT), 9);
});
