import {
  anthropicEvents,
  emptyPostgresDatabase,
  openAiCompletion,
  requireTool,
  startScriptedUpstream,
  waitUntil,
} from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manager } from '../../testing/manage.ts';
import {
  anthropicModel,
  ask,
  MASTER_KEY,
  openAiModel,
  startGateway,
  type StartedGateway,
} from '../../testing/start-gateway.ts';

/** The upstream counts 10 + 10 tokens: 0.02 dollars. */
const PRICED = { input_cost_per_token: 0.001, output_cost_per_token: 0.001 };

type Row = Readonly<Record<string, unknown>>;

describe('in SQLite', () => {
  tellsAll();
});
describe('in Postgres', requireTool('postgres'), () => {
  tellsAll(true);
});

function tellsAll(inPostgres = false): void {
  let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
  let gateway: StartedGateway;
  beforeAll(async () => {
    upstream = await startScriptedUpstream(({ body }) => {
      const { user } = body as { user?: string };
      if (user === 'broken') return { status: 500, json: { error: { message: 'broken' } } };
      const usage = { promptTokens: 10, completionTokens: 10 };
      return { json: openAiCompletion({ usage }), ...(user === 'slow' && { delayMs: 2_000 }) };
    });
    const models = ['m', 'other'].map((name) => openAiModel(name, upstream.url, { ...PRICED, num_retries: 0 }));
    gateway = await startGateway(
      {
        model_list: models,
        router_settings: { num_retries: 0 },
        guardrails: [
          {
            guardrail_name: 'words',
            litellm_params: {
              guardrail: 'litellm_content_filter',
              mode: 'pre_call',
              blocked_words: [{ keyword: 'persimmon', action: 'BLOCK' }],
            },
          },
        ],
        general_settings: { master_key: MASTER_KEY },
      },
      inPostgres ? { LITELLM_DATABASE_URL: await emptyPostgresDatabase() } : {},
    );
  });
  afterAll(async () => {
    await gateway.stop();
    await upstream[Symbol.asyncDispose]();
  });
  const { done, get, key, call } = manager(() => gateway);
  const rowsOf = async (query: string): Promise<readonly Row[]> => (await get(`/spend/logs?${query}`)).body as never;

  test('a row says for whom the call was, how it came, and what everybody calls it', async () => {
    const { organization_id: organization } = await done('/organization/new', { organization_alias: 'org' });
    const { team_id: team } = await done('/team/new', { team_alias: 'blue', organization_id: organization });
    await done('/user/new', { user_id: 'ann', auto_create_key: false });
    await done('/team/member_add', { team_id: team, member: { role: 'user', user_id: 'ann' } });
    const made = await done('/key/generate', {
      team_id: team,
      user_id: 'ann',
      key_alias: 'laptop',
      metadata: { tags: ['own'] },
    });
    const headers = {
      authorization: `Bearer ${String(made.key)}`,
      'x-litellm-call-id': 'mine',
      'user-agent': 'a test',
    };
    const body = ask('m', {
      user: 'customer 7',
      metadata: { tags: ['red', 'own'], session_id: 'talk', spend_logs_metadata: { step: 3 } },
    });
    expect((await gateway.post(body, headers)).status).toBe(200);
    const [row] = await rowsOf('request_id=mine');
    expect(row).toMatchObject({
      litellm_call_id: 'mine',
      response_id: expect.stringContaining('chatcmpl'),
      api_key: made.token,
      user: 'ann',
      team_id: team,
      organization_id: organization,
      end_user: 'customer 7',
      request_tags: ['own', 'red'],
      session_id: 'talk',
      requester_ip_address: expect.stringContaining('127.0.0.1'),
      call_type: 'acompletion',
      cache_hit: 'False',
      model_group: 'm',
      model: 'openai/gpt-5.4',
      api_base: `${upstream.url}/v1`,
      status: 'success',
      spend: 0.02,
      metadata: {
        user_api_key: made.token,
        user_api_key_alias: 'laptop',
        user_api_key_team_alias: 'blue',
        user_agent: 'a test',
        usage_estimated: false,
        spend_logs_metadata: { step: 3 },
      },
    });
    for (const id of [row?.request_id, row?.response_id]) {
      expect(await rowsOf(`request_id=${String(id)}`)).toContainEqual(row);
    }
    for (const named of [made.key, made.token]) expect(await rowsOf(`api_key=${String(named)}`)).toEqual([row]);
    expect(await rowsOf('user_id=ann')).toEqual([row]);
    await done('/key/delete', { keys: [made.token] });
    expect(await rowsOf('request_id=mine')).toEqual([row]);
  });

  test('each call has a row of its own, whatever its caller and the vendor call it', async () => {
    const asking = await key();
    for (let calls = 0; calls < 5; calls++) {
      const headers = { authorization: `Bearer ${asking}`, 'x-litellm-call-id': 'same' };
      expect((await gateway.post(ask('m'), headers)).status).toBe(200);
    }
    const rows = await rowsOf(`api_key=${asking}`);
    expect(rows.map(({ litellm_call_id: id }) => id)).toEqual(Array.from({ length: 5 }, () => 'same'));
    expect(new Set(rows.map(({ request_id: id }) => id)).size).toBe(5);
    expect(rows.reduce((sum, { spend }) => sum + Number(spend), 0)).toBeCloseTo(0.1, 9);
    await waitUntil(
      async () => Math.abs(Number(((await get('/key/info', asking)).body.info as Row).spend) - 0.1) < 1e-9,
      { what: 'what the key has spent' },
    );
  });

  test('what failed and what a guardrail stopped has a row with its status, and costs nothing', async () => {
    const asking = await key();
    expect(await call(asking, 'm', { user: 'broken' })).toMatchObject({ status: 500 });
    const stopped = { messages: [{ role: 'user', content: 'a persimmon' }], guardrails: ['words'] };
    expect(await call(asking, 'm', stopped)).toMatchObject({ status: 400 });
    const [blocked, failed] = await rowsOf(`api_key=${asking}`);
    expect(failed).toMatchObject({
      status: 'failure',
      status_code: 500,
      spend: 0,
      model: 'openai/gpt-5.4',
      metadata: { error_information: { error_code: '500', llm_provider: 'openai' } },
    });
    expect(blocked).toMatchObject({
      status: 'failure',
      status_code: 400,
      spend: 0,
      metadata: {
        applied_guardrails: ['words'],
        guardrail_information: [{ guardrail_status: 'guardrail_intervened' }],
      },
    });
    expect(JSON.stringify(blocked)).not.toContain('persimmon');
  });

  test('whoever leaves early pays what was reserved, marked as an estimate, until their budget is spent', async () => {
    const asking = await key({ max_budget: 0.05 });
    const before = upstream.requests.length;
    const end = new AbortController();
    const leaving = fetch(`${gateway.url}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${asking}`, 'content-type': 'application/json' },
      body: JSON.stringify(ask('m', { user: 'slow', max_tokens: 60 })),
      signal: end.signal,
    });
    await waitUntil(() => upstream.requests.length > before, { what: 'the vendor to be asked' });
    end.abort();
    await expect(leaving).rejects.toThrow('aborted');
    await waitUntil(async () => (await rowsOf(`api_key=${asking}`)).length === 1, { what: 'its row' });
    const [row] = await rowsOf(`api_key=${asking}`);
    expect(row).toMatchObject({
      status: 'failure',
      status_code: 499,
      completion_tokens: 60,
      metadata: { usage_estimated: true, error_information: { error_code: '499' } },
    });
    expect(Number(row?.spend)).toBeGreaterThanOrEqual(0.06);
    expect(await call(asking)).toMatchObject({ status: 429 });
  });
}

test('finish_abandoned_calls waits for the answer of whoever left, and books what it cost', async () => {
  await using upstream = await startScriptedUpstream(() => ({
    json: openAiCompletion({ usage: { promptTokens: 10, completionTokens: 10 } }),
    delayMs: 700,
  }));
  await using gateway = await startGateway({
    model_list: [openAiModel('m', upstream.url, PRICED)],
    general_settings: { master_key: MASTER_KEY, finish_abandoned_calls: true },
  });
  const { get } = manager(() => gateway);
  const end = new AbortController();
  const leaving = fetch(`${gateway.url}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${MASTER_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(ask('m')),
    signal: end.signal,
  });
  await waitUntil(() => upstream.requests.length > 0, { what: 'the vendor to be asked' });
  end.abort();
  await expect(leaving).rejects.toThrow('aborted');
  const rows = async (): Promise<readonly Row[]> => (await get('/spend/logs')).body as never;
  await waitUntil(async () => (await rows()).length === 1, { what: 'its row' });
  expect(await rows()).toMatchObject([
    { status_code: 499, spend: 0.02, completion_tokens: 10, metadata: { usage_estimated: false } },
  ]);
});

test('whoever leaves amid a stream whose vendor counts the answer at its end pays for what came', async () => {
  const [start, block, ...ending] = anthropicEvents('', { usage: { inputTokens: 10, outputTokens: 60 } });
  const data = { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'word ' } };
  const word = { event: 'content_block_delta', data };
  const words = [start, block, ...Array.from({ length: 60 }, () => word), ...ending].filter((one) => one !== undefined);
  await using upstream = await startScriptedUpstream(() => ({ sse: words, gapMs: 50 }));
  await using gateway = await startGateway({
    model_list: [anthropicModel('claude', upstream.url, PRICED)],
    general_settings: { master_key: MASTER_KEY },
  });
  const { get } = manager(() => gateway);
  const end = new AbortController();
  const answer = await fetch(`${gateway.url}/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${MASTER_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...ask('claude'), max_tokens: 60, stream: true }),
    signal: end.signal,
  });
  let came = '';
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  while (came.split('content_block_delta').length < 12) {
    const { value, done } = (await reader?.read()) ?? { done: true };
    expect([done, came]).toEqual([false, came]);
    came += value ?? '';
  }
  end.abort();
  const rows = async (): Promise<readonly Row[]> => (await get('/spend/logs')).body as never;
  await waitUntil(async () => (await rows()).length === 1, { what: 'its row' });
  const [row] = await rows();
  expect(row).toMatchObject({ status_code: 499, prompt_tokens: 10, metadata: { usage_estimated: true } });
  expect(Number(row?.completion_tokens)).toBeGreaterThanOrEqual(5);
  expect(Number(row?.spend)).toBeGreaterThanOrEqual(0.015);
});
