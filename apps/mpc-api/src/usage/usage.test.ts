import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { UsageView } from '@showrunner/contract';
import {
  emptyPostgresDatabase,
  openAiChunks,
  openAiCompletion,
  requireTool,
  startServer,
  temporaryFolder,
  waitUntil,
  type Behaviour,
  type StartedServer,
} from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askAs } from '../testing/ask-as.ts';
import { espressoAnswer, espressoMetadata } from '../testing/espresso.ts';
import { schemaOf } from '../testing/open-scripted.ts';
import { rowsAt } from '../testing/usage-rows.ts';
import { KEY, startApi, wellBehaved, type ModelScript, type RunningApi } from '../testing/start-api.ts';

/** 0.05 US dollars at the prices of `startApi`, far above what a question may be expected to use. */
const COST = 0.05;
/** What others cost, by a word of their prompt. */
const OTHER_COSTS = { penny: 0.01, sixpence: 0.06 };

const dear: ModelScript = (request) => {
  const asked = JSON.stringify(request.body);
  const cost = Object.entries(OTHER_COSTS).find(([word]) => asked.includes(word))?.[1] ?? COST;
  const usage = { promptTokens: cost * 200_000, completionTokens: cost * 400_000 };
  const content = schemaOf(request) === 'metadata' ? espressoMetadata : espressoAnswer;
  const text = JSON.stringify(content);
  const isStream = (request.body as { stream?: boolean } | undefined)?.stream === true;
  return {
    ...(isStream ? { sse: openAiChunks(text, { usage }) } : { json: openAiCompletion({ text, usage }) }),
    delayMs: 150,
  };
};

const prompt = (text: string) => ({ prompt: text, cache: false });

async function usageOf(url: string, query = '', key = KEY): Promise<UsageView> {
  const { status, data } = await askAs(url, key)('GET', `/usage${query}`);
  expect(status).toBe(200);
  return data as unknown as UsageView;
}

describe('usage', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi(dear, { env: { TZ: 'Asia/Kolkata' } });
  });
  afterAll(() => api[Symbol.asyncDispose]());

  const makeKey = async (input: object) =>
    (await askAs(api.url, KEY)('POST', '/keys', { name: 'a key', scopes: ['generate:*', 'usage:read'], ...input }))
      .data;

  test('is summed by day, key, recipe and model, in any way to the same total', async () => {
    const [one, two] = [await makeKey({ workspace: 'sums' }), await makeKey({ workspace: 'sums' })];
    const script = await askAs(api.url, one.key)('POST', '/generate/script', prompt('tea'));
    await askAs(api.url, two.key)('POST', '/generate/script', prompt('coffee'));
    await askAs(api.url, two.key)('POST', '/generate/metadata', { script_id: script.data.id });
    const all = await usageOf(api.url, '?by=day,key,recipe,model', two.key);
    const today = new Date().toISOString().slice(0, 10);
    const row = { day: today, model: 'openai/gpt-test', cost_usd: COST, count: 1, unpriced: 0 };
    expect(all.rows).toMatchObject(
      [
        { ...row, key: one.id, recipe: 'script' },
        { ...row, key: two.id, recipe: 'metadata' },
        { ...row, key: two.id, recipe: 'script' },
      ].toSorted((left, right) => (left.key + left.recipe < right.key + right.recipe ? -1 : 1)),
    );
    const total = {
      tokens: { input: 30_000, output: 60_000, total: 90_000 },
      cost_usd: 0.15,
      count: 3,
      unpriced: 0,
    };
    for (const by of ['day', 'key', 'recipe', 'model', 'model,day', 'recipe,key']) {
      const sums = await usageOf(api.url, `?by=${by}`, two.key);
      expect(sums.total).toEqual(total);
      expect(sums.rows.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    }
    expect((await usageOf(api.url, '', two.key)).rows).toMatchObject([{ day: today }]);
  });

  test('what came from the cache, was refused, or was paid for nobody counts as what it cost', async () => {
    const { key } = await makeKey({ workspace: 'others' });
    const ask = askAs(api.url, key);
    await ask('POST', '/generate/script', { prompt: 'cached' });
    await ask('POST', '/generate/script', { prompt: 'cached' });
    await ask('POST', '/generate/script', { prompt: '' });
    expect((await usageOf(api.url, '', key)).total).toMatchObject({ count: 1, cost_usd: COST });
    const { meta } = await ask('POST', '/generate/script', { ...prompt('kept'), store: false });
    expect(meta.job_id).toBeNull();
    expect((await usageOf(api.url, '', key)).total).toMatchObject({ count: 2, cost_usd: 2 * COST });
  });

  test('each workspace sees its own, and stays when its key goes', async () => {
    const made = await makeKey({ workspace: 'gone' });
    await askAs(api.url, made.key)('POST', '/generate/script', prompt('milk'));
    await askAs(api.url, KEY)('DELETE', `/keys/${made.id}`);
    expect((await usageOf(api.url, '?workspace=gone&by=key')).rows).toMatchObject([{ key: made.id, count: 1 }]);
    expect((await usageOf(api.url, '?workspace=none')).total.count).toBe(0);
    const none = await makeKey({ scopes: ['jobs:read'] });
    expect((await askAs(api.url, none.key)('GET', '/usage')).status).toBe(403);
  });

  test.each([
    ['from=2026-02-29', 'from'],
    ['from=2026-13-01', 'from'],
    ['to=yesterday', 'to'],
    ['to=2026-03-29T10:00', 'to'],
    ['to=2026-03-29T25:00:00Z', 'to'],
    ['to=2026-02-30T10:00:00Z', 'to'],
    ['from=', 'from'],
    ['from=2026-03-30&to=2026-03-29', 'to'],
    ['from=2026-03-29&from=2026-03-30', 'from'],
    ['by=hour', 'by[0]'],
    ['by=', 'by[0]'],
    ['by=day,day', 'by'],
  ])('%s is refused and named', async (query, path) => {
    const answer = await askAs(api.url, KEY)('GET', `/usage?${query}`);
    expect([answer.status, answer.error.details.issues[0]?.path]).toEqual([422, path]);
  });
});

/** Rows at certain instants, as if the clock had stood there. */
describe('the days of the usage', () => {
  const instants = [
    '2026-03-28T18:29:59.999Z', // 23:59:59.999 in Kolkata
    '2026-03-28T23:59:59.000Z',
    '2026-03-29T00:00:01.000Z', // before the change to summer time in Berlin
    '2026-03-29T01:00:00.000Z',
    '2026-03-29T22:30:00.000Z', // 30 March in Berlin
    '2026-03-30T00:00:00.000Z',
  ];
  const onZones = (envOf: () => Promise<Record<string, string>>): void => {
    test.each(['UTC', 'Asia/Kolkata', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia'])(
      'are UTC’s in %s',
      async (TZ) => {
        const env = await envOf();
        await rowsAt(instants, env);
        await using server = await startServer(join(import.meta.dirname, '../main.ts'), {
          args: ['--port', '0'],
          env: { MPC_API_KEY: KEY, TZ, ...env },
        });
        const counts = async (query: string) =>
          (await usageOf(server.url, query)).rows.map(({ day, count }) => [day?.slice(5), count]);
        expect(await counts('')).toEqual([
          ['03-28', 2],
          ['03-29', 3],
          ['03-30', 1],
        ]);
        expect(await counts('?from=2026-03-29&to=2026-03-29')).toEqual([['03-29', 3]]);
        expect(await counts('?from=2026-03-29&to=2026-03-30T00:00:00Z')).toEqual([['03-29', 3]]);
        expect(await counts('?from=2026-03-29T01:00:00Z&to=2026-03-29T22:30:00Z')).toEqual([['03-29', 1]]);
        expect(await counts(`?from=${encodeURIComponent('2026-03-29T05:30:01+05:30')}`)).toEqual([
          ['03-29', 3],
          ['03-30', 1],
        ]);
        expect(await counts('?to=2026-03-29T05:30:01+05:30')).toEqual([['03-28', 2]]);
        expect(await counts('?to=2026-03-28T21:30:00.0-02:30&from=2026-03-28')).toEqual([['03-28', 2]]);
        expect(await counts('?from=2026-03-30T00:00:00.001Z')).toEqual([]);
      },
    );
  };
  describe('in SQLite', () => {
    onZones(async () => ({ DATA_DIR: (await temporaryFolder()).path }));
  });
  describe('in Postgres', requireTool('postgres'), () => {
    onZones(async () => ({ DATABASE_URL: await emptyPostgresDatabase() }));
  });
});

/** Two processes on one database, both before the same gateway. */
function costsOfADay(envOf: () => Promise<Record<string, string>>): void {
  let api: RunningApi;
  let second: StartedServer;
  beforeAll(async () => {
    const env = await envOf();
    api = await startApi(dear, { env });
    second = await startServer(join(import.meta.dirname, '../main.ts'), {
      args: ['--port', '0'],
      env: { MPC_API_KEY: KEY, LITELLM_BASE_URL: api.gatewayUrl, LITELLM_API_KEY: KEY, ...env },
    });
  });
  afterAll(async () => {
    await second.stop();
    await api[Symbol.asyncDispose]();
  });

  const limited = async (daily_cost_usd: number | null) => {
    const input = { name: 'limited', scopes: ['generate:*', 'usage:read'], limits: { daily_cost_usd } };
    return (await askAs(api.url, KEY)('POST', '/keys', input)).data;
  };
  const costOf = async (id: string) =>
    (await usageOf(api.url, '?by=key')).rows.find(({ key }) => key === id)?.cost_usd ?? 0;

  test('fifty requests at once cost what the key may and no more, and the others are told when the day ends', async () => {
    const { key, id } = await limited(2 * COST);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        askAs(index % 2 ? api.url : second.url, key)('POST', '/generate/script', prompt(`topic ${index}`)),
      ),
    );
    await pause(300);
    expect(await costOf(id)).toBe(2 * COST);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(48);
    const untilMidnight = 86_400 - ((Date.now() / 1000) % 86_400);
    for (const { headers, error } of refused) {
      expect(error).toMatchObject({ code: 'RATE_LIMIT_EXCEEDED', details: { reason: 'daily_cost_usd', limit: 0.1 } });
      expect(Math.abs(Number(headers.get('retry-after')) - untilMidnight)).toBeLessThan(30);
      expect(headers.get('ratelimit-policy')).toBe('"daily-cost";q=100000;w=86400;qu="micro-usd"');
      expect(headers.get('ratelimit')).toBe(`"daily-cost";r=0;t=${headers.get('retry-after')}`);
    }
    const ask = askAs(api.url, key);
    const keyed = await ask('POST', '/generate/script', prompt('one more'), { 'idempotency-key': 'one more' });
    expect(keyed.status).toBe(429);
    expect(Math.abs(Number(keyed.headers.get('retry-after')) - untilMidnight)).toBeLessThan(60);
  });

  test('a batch whose items cost unlike amounts passes the limit by one of them at most', async () => {
    const { key, id } = await limited(0.1);
    const words = Array.from({ length: 40 }, (_, index) => (index % 5 === 4 ? 'sixpence' : 'penny'));
    const items = words.map((word) => ({ recipe: 'script', input: prompt(`What a ${word} buys`) }));
    const batch = await askAs(api.url, key)('POST', '/batch', { items });
    expect(batch.status).toBe(202);
    const stateOf = async () => (await askAs(api.url, KEY)('GET', `/batch/${batch.data.id}`)).data.state;
    await waitUntil(async () => (await stateOf()) === 'completed', {
      what: 'the end of the batch',
      deadlineMs: 150_000,
    });
    expect(await costOf(id)).toBeGreaterThanOrEqual(0.1);
    expect(await costOf(id)).toBeLessThanOrEqual(0.16 + 1e-9);
  }, 180_000);

  test('a limit that is raised lets in again, and one that is set later counts what the day has cost', async () => {
    const { key, id } = await limited(null);
    const generate = async () => (await askAs(api.url, key)('POST', '/generate/script', prompt('more'))).status;
    expect([await generate(), await generate()]).toEqual([200, 200]);
    await askAs(api.url, KEY)('PATCH', `/keys/${id}`, { limits: { daily_cost_usd: COST } });
    expect(await generate()).toBe(429);
    await askAs(api.url, KEY)('PATCH', `/keys/${id}`, { limits: { daily_cost_usd: 3 * COST } });
    expect([await generate(), await generate()]).toEqual([200, 429]);
    const { data } = await askAs(api.url, KEY)('POST', `/keys/${id}/rotate`);
    expect((await askAs(api.url, data.key)('POST', '/generate/script', prompt('again'))).status).toBe(429);
    expect(await costOf(id)).toBeCloseTo(3 * COST, 9);
  });

  test('a limit of 0 lets nothing in that costs', async () => {
    const { key } = await limited(0);
    expect((await askAs(second.url, key)('POST', '/generate/script', prompt('tea'))).status).toBe(429);
  });

  test('behind an empty purse a stream, a job and a wait are refused at once, and what is kept is given', async () => {
    const { key, id } = await limited(COST);
    const ask = askAs(api.url, key);
    const kept = { prompt: 'what is kept' };
    expect((await ask('POST', '/generate/script', kept)).status).toBe(200);
    for (const [form, headers] of [
      [{ stream: true }, {}],
      [{ async: true }, {}],
      [{}, { prefer: 'wait=20' }],
      [{ async: true }, { 'idempotency-key': '"spent"' }],
      [{ stream: true }, { 'idempotency-key': '"spent too"' }],
    ] as const) {
      const answer = await ask('POST', '/generate/script', { ...prompt('more'), ...form }, headers);
      expect([answer.status, answer.error?.details]).toMatchObject([429, { reason: 'daily_cost_usd' }]);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(await costOf(id)).toBe(COST);
    expect((await ask('POST', '/generate/script', { ...kept, async: true })).status).toBe(202);
    expect((await ask('POST', '/generate/script', kept)).status).toBe(200);
  });

  test('far below its limit nobody waits for anybody', async () => {
    const { key, id } = await limited(10);
    const asked = await Promise.all(
      Array.from({ length: 8 }, (_, index) => askAs(api.url, key)('POST', '/generate/script', prompt(`many ${index}`))),
    );
    expect(asked.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(await costOf(id)).toBeCloseTo(8 * COST, 9);
  });
}

describe('the cost of a day in SQLite', () => {
  costsOfADay(async () => ({ DATA_DIR: (await temporaryFolder()).path }));
});

describe('the cost of a day in Postgres', requireTool('postgres'), () => {
  costsOfADay(async () => ({ DATABASE_URL: await emptyPostgresDatabase() }));
});

test('whoever leaves in the middle of a question leaves what it may have cost', async () => {
  const hang: Behaviour = { hang: true };
  await using api = await startApi((request, index) => (index === 0 ? hang : wellBehaved(request)));
  const input = { name: 'leaver', scopes: ['generate:*'], limits: { daily_cost_usd: 0.000_01 } };
  const { key } = (await askAs(api.url, KEY)('POST', '/keys', input)).data;
  const leaving = new AbortController();
  const asked = fetch(`${api.url}/generate/script`, {
    method: 'POST',
    headers: { 'x-api-key': key, 'content-type': 'application/json' },
    body: JSON.stringify(prompt('tea')),
    signal: leaving.signal,
  });
  await waitUntil(() => api.provider.requests.length === 1, { what: 'the question' });
  leaving.abort();
  await expect(asked).rejects.toThrow('abort');
  await waitUntil(async () => (await usageOf(api.url)).total.count === 1, { what: 'its usage' });
  expect((await usageOf(api.url)).total).toMatchObject({ count: 1, cost_usd: 0, unpriced: 1 });
  expect((await askAs(api.url, key)('POST', '/generate/script', prompt('tea'))).status).toBe(429);
});

test('a key with a daily cost may ask no model whose price nobody knows', async () => {
  await using api = await startApi(wellBehaved, { modelInfo: '{}' });
  const input = { name: 'x', scopes: ['generate:*'], limits: { daily_cost_usd: 1 } };
  const { key } = (await askAs(api.url, KEY)('POST', '/keys', input)).data;
  expect(await askAs(api.url, key)('POST', '/generate/script', prompt('tea'))).toMatchObject({
    status: 422,
    error: { details: { issues: [{ path: 'model' }] } },
  });
  expect(api.provider.requests).toEqual([]);
});

test('a model that costs nothing is asked behind an empty purse', async () => {
  const free = '{ input_cost_per_token: 0, output_cost_per_token: 0 }';
  await using api = await startApi(wellBehaved, { modelInfo: free });
  const input = { name: 'x', scopes: ['generate:*'], limits: { daily_cost_usd: 0 } };
  const { key } = (await askAs(api.url, KEY)('POST', '/keys', input)).data;
  expect((await askAs(api.url, key)('POST', '/generate/script', prompt('tea'))).status).toBe(200);
});
