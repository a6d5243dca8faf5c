import {
  openAiCompletion,
  startScriptedUpstream,
  type RecordedRequest,
  type ScriptedUpstream,
} from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { manager } from '../testing/manage.ts';
import { ask, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** A vendor that answers ten tokens with ten, at a tenth of a cent each: 0.02 $ a call. */
const price = { input_cost_per_token: 0.001, output_cost_per_token: 0.001, num_retries: 0 };

let upstream: ScriptedUpstream;
let gateway: StartedGateway;
beforeAll(async () => {
  upstream = await startScriptedUpstream(({ body }: RecordedRequest) => {
    const { user } = body as { user?: string };
    if (user === 'refused') return { status: 400, json: { error: { message: 'no' } } };
    if (user === 'broken') return { status: 500, json: { error: { message: 'broken' } } };
    const usage = { promptTokens: 10, completionTokens: 10 };
    return { json: openAiCompletion({ usage }), ...(user === 'slow' && { delayMs: 1_500 }) };
  });
  gateway = await startGateway({
    model_list: [openAiModel('gpt', upstream.url, price), openAiModel('other', upstream.url, price)],
    router_settings: { num_retries: 0 },
    guardrails: [
      {
        guardrail_name: 'words',
        litellm_params: {
          guardrail: 'litellm_content_filter',
          mode: 'pre_call',
          default_on: true,
          blocked_words: [{ keyword: 'persimmon', action: 'BLOCK' }],
        },
      },
    ],
  });
});
afterAll(async () => {
  await gateway.stop();
  await upstream.close();
});

const { key, get } = manager(() => gateway);

const CHAT = '/v1/chat/completions';

interface Outcome {
  /** Asks once; the status. */
  readonly ask: (holder: string) => Promise<number>;
  readonly status: number;
  /** Whether it counts among the requests of its minute. */
  readonly counts: boolean;
  /** US dollars that it costs, at least. */
  readonly dollars: number;
  /** The same at most, where it is an estimate. */
  readonly mostDollars?: number;
  /** What the key is beside its limits. */
  readonly members?: object;
}

async function post(holder: string, body: unknown, path = CHAT, signal?: AbortSignal): Promise<number> {
  try {
    const answer = await fetch(gateway.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${holder}`, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...(signal && { signal }),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch (error) {
    if (signal?.aborted) return 0;
    throw error;
  }
}

const asks =
  (members: object = {}) =>
  (holder: string) =>
    post(holder, ask('gpt', { max_tokens: 10, ...members }));
const sends =
  (body: unknown, path = CHAT) =>
  (holder: string) =>
    post(holder, body, path);

/** What may come of a call. */
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  answered: { ask: asks(), status: 200, counts: true, dollars: 0.02 },
  'refused by the vendor': { ask: asks({ user: 'refused' }), status: 400, counts: true, dollars: 0 },
  'broken at the vendor': { ask: asks({ user: 'broken' }), status: 500, counts: true, dollars: 0 },
  'too late': { ask: asks({ user: 'slow', timeout: 0.1 }), status: 504, counts: true, dollars: 0 },
  'left by its client': {
    ask: (holder) => post(holder, ask('gpt', { max_tokens: 10, user: 'slow' }), CHAT, AbortSignal.timeout(300)),
    status: 0,
    counts: true,
    // As much as was reserved: the question by its length, and ten tokens.
    dollars: 0.02,
    mostDollars: 0.08,
  },
  'blocked by a guardrail': {
    ask: asks({ messages: [{ role: 'user', content: 'a persimmon' }] }),
    status: 400,
    counts: true,
    dollars: 0,
  },
  'without messages': { ask: sends({ model: 'gpt' }), status: 400, counts: true, dollars: 0 },
  'with messages that are none': { ask: sends({ model: 'gpt', messages: 'x' }), status: 400, counts: true, dollars: 0 },
  'no JSON': { ask: sends('{"model": "gpt",'), status: 400, counts: true, dollars: 0 },
  'no object': { ask: sends('[]'), status: 400, counts: true, dollars: 0 },
  'for a model that is a number': { ask: sends({ model: 5, messages: [] }), status: 400, counts: true, dollars: 0 },
  'for a model that nobody serves': { ask: sends(ask('nobody')), status: 400, counts: true, dollars: 0 },
  'a response without input': { ask: sends({ model: 'gpt' }, '/v1/responses'), status: 400, counts: true, dollars: 0 },
  'a message without messages': { ask: sends({ model: 'gpt' }, '/v1/messages'), status: 400, counts: true, dollars: 0 },
  'a vector of nothing': { ask: sends({ model: 'gpt' }, '/v1/embeddings'), status: 400, counts: true, dollars: 0 },
  'for a model that its key may not ask': {
    ask: sends(ask('other')),
    status: 403,
    counts: false,
    dollars: 0,
    members: { models: ['gpt'] },
  },
  'of an empty purse': {
    ask: sends(ask('other', { max_tokens: 5 })),
    status: 429,
    counts: false,
    dollars: 0,
    members: { model_max_budget: { other: 0 } },
  },
  'of a spent limit of another kind': {
    ask: sends(ask('other', { max_tokens: 5 })),
    status: 429,
    counts: false,
    dollars: 0,
    members: { model_rpm_limit: { other: 0 } },
  },
};

const LIMIT = 4;

describe('what comes of a call says what it takes of the limits of its key', () => {
  test.each(Object.entries(OUTCOMES))('%s', async (_, outcome) => {
    const { ask: askOnce, status, counts, dollars, mostDollars = dollars, members } = outcome;
    const holder = await key({ rpm_limit: LIMIT, max_parallel_requests: 1, max_budget: 5, ...members });
    // One at once is free again after each.
    for (let calls = 0; calls < LIMIT - 1; calls++) {
      await expect.poll(() => askOnce(holder), { timeout: 20_000 }).toBe(status);
      if (!counts) break;
    }
    const left = counts ? 1 : LIMIT;
    for (let calls = 0; calls < left; calls++) {
      // What its client has left ends a moment later.
      await expect.poll(() => asks()(holder), { timeout: 20_000 }).toBe(200);
    }
    expect(await asks()(holder)).toBe(429);
    const info = async () => ((await get(`/key/info?key=${holder}`)).body.info as { spend: number }).spend;
    const calls = counts ? LIMIT - 1 : 1;
    await expect.poll(info, { timeout: 20_000 }).toBeGreaterThan(0.02 * left + dollars * calls - 1e-6);
    expect(await info()).toBeLessThan(0.02 * left + mostDollars * calls + 1e-6);
  });

  test('what cannot be read is refused by its limit in the end, as what can', async () => {
    const holder = await key({ rpm_limit: 20 });
    const statuses = await Promise.all(Array.from({ length: 100 }, () => sends({ model: 'gpt' })(holder)));
    expect(statuses.filter((status) => status === 400)).toHaveLength(20);
    expect(statuses.filter((status) => status === 429)).toHaveLength(80);
  });

  test('one that is under way takes its place of those at once, and of its own minute alone', async () => {
    const holder = await key({ max_parallel_requests: 1, rpm_limit: 3 });
    const slow = asks({ user: 'slow' })(holder);
    await expect
      .poll(() => upstream.requests.some(({ body }) => (body as { user?: string }).user === 'slow'))
      .toBe(true);
    const meanwhile = await asks()(holder);
    expect([await slow, meanwhile]).toEqual([200, 429]);
    // The refused one took nothing.
    expect([await asks()(holder), await asks()(holder), await asks()(holder)]).toEqual([200, 200, 429]);
  });
});
