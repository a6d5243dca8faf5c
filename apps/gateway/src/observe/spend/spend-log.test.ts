import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  emptyPostgresDatabase,
  openAiChunks,
  openAiCompletion,
  requireTool,
  startFaultProxy,
  startScriptedUpstream,
  temporaryFolder,
  waitUntil,
} from '@showrunner/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ask, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

type Row = Readonly<Record<string, unknown>>;

const mock = {
  model_list: [{ model_name: 'mock', litellm_params: { model: 'openai/gpt-5.4', mock_response: 'fine' } }],
};

async function spendLogs(gateway: StartedGateway, query = ''): Promise<Row[]> {
  return (await (await gateway.get(`/spend/logs${query}`)).json()) as Row[];
}

async function folderOfData(): Promise<string> {
  const folder = await temporaryFolder();
  onTestFinished(() => folder.remove());
  return folder.path;
}

function rowsIn(folder: string): Row[] {
  const database = new DatabaseSync(join(folder, 'gateway.sqlite'), { readOnly: true });
  try {
    return database.prepare('SELECT * FROM spend_logs').all();
  } finally {
    database.close();
  }
}

async function health(gateway: StartedGateway): Promise<Row> {
  return (await (await gateway.get('/health')).json()) as Row;
}

async function keepsSpend(url: string | undefined): Promise<number> {
  await using upstream = await startScriptedUpstream([
    { json: openAiCompletion({ text: 'a secret answer', usage: { promptTokens: 7, completionTokens: 5 } }) },
    { sse: openAiChunks('streamed', { usage: { promptTokens: 4, completionTokens: 2 } }) },
    { status: 500, json: { error: { message: 'broken' } } },
  ]);
  const folder = await folderOfData();
  await using gateway = await startGateway(
    { model_list: [openAiModel('m', upstream.url)], router_settings: { num_retries: 0 } },
    { DATA_DIR: folder, ...(url !== undefined && { LITELLM_DATABASE_URL: url }) },
  );
  const call = async (id: string, members: object = {}): Promise<number> => {
    const response = await gateway.post(ask('m', members), { 'x-litellm-call-id': id });
    await response.text();
    return response.status;
  };
  expect(await call('plain')).toBe(200);
  expect(await call('streamed', { stream: true })).toBe(200);
  expect(await call('broken')).toBe(500);
  expect(await call('refused', { temperature: 'hot' })).toBe(400);

  const rows = await spendLogs(gateway);
  expect(rows.map(({ litellm_call_id: id, status, total_tokens: tokens }) => [id, status, tokens])).toEqual([
    ['broken', 'failure', 0],
    ['streamed', 'success', 6],
    ['plain', 'success', 12],
  ]);
  expect(rows[2]).toMatchObject({
    call_type: 'acompletion',
    api_key: 'litellm_proxy_master_key',
    model: 'openai/gpt-5.4',
    model_group: 'm',
    custom_llm_provider: 'openai',
    cache_hit: 'False',
    prompt_tokens: 7,
    completion_tokens: 5,
    spend: expect.any(Number),
    completionStartTime: null,
    startTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  });
  expect(rows[1]?.completionStartTime).toMatch(/Z$/);
  expect(await spendLogs(gateway, '?request_id=plain')).toEqual([rows[2]]);
  expect(await spendLogs(gateway, '?request_id=%27%20OR%201=1--')).toEqual([]);

  const today = new Date().toISOString().slice(0, 10);
  const [sum, ...others] = await spendLogs(gateway, `?start_date=${today}&end_date=${today}`);
  const spent = rows.reduce((total, row) => total + Number(row.spend), 0);
  expect(others).toEqual([]);
  expect(sum).toMatchObject({ startTime: today, models: { 'openai/gpt-5.4': expect.closeTo(spent, 12) } });
  expect(await spendLogs(gateway, '?start_date=2020-01-01&end_date=2020-01-02&summarize=false')).toEqual([]);
  return rows.length;
}

describe('spend rows', () => {
  test('hold what each request used in a SQLite file, and none of its words', async () => {
    expect(await keepsSpend(undefined)).toBe(3);
    const folder = await folderOfData();
    const gateway = await startGateway(mock, { DATA_DIR: folder });
    await gateway.post(ask('mock', { messages: [{ role: 'user', content: 'a secret question' }] }));
    await gateway.stop();
    expect(rowsIn(folder)).toHaveLength(1);
    expect(readFileSync(join(folder, 'gateway.sqlite'), 'latin1')).not.toMatch(/secret|fine|sk-test/);
  });

  test('hold the same in Postgres', requireTool('postgres'), async () => {
    expect(await keepsSpend(await emptyPostgresDatabase())).toBe(3);
  });

  test(
    'are kept whatever model a caller makes up, and hold no more of its name than names need',
    requireTool('postgres'),
    async () => {
      const wildcard = { model_name: 'openai/*', litellm_params: { model: 'openai/*', mock_response: 'fine' } };
      await using gateway = await startGateway(
        { model_list: [wildcard] },
        { LITELLM_DATABASE_URL: await emptyPostgresDatabase() },
      );
      for (const name of ['plain', 'nul\u0000', 'x'.repeat(2_000)]) {
        expect((await gateway.post(ask(`openai/${name}`))).status).toBe(200);
      }
      const models = new Set((await spendLogs(gateway)).map(({ model }) => model));
      expect(models).toEqual(new Set(['openai/nul\ufffd', 'openai/plain', `openai/${'x'.repeat(249)}`]));
    },
  );

  test('are not kept under disable_spend_logs', async () => {
    const folder = await folderOfData();
    await using gateway = await startGateway(
      { ...mock, general_settings: { master_key: 'sk-test-master', disable_spend_logs: true } },
      { DATA_DIR: folder },
    );
    await gateway.post(ask('mock'));
    expect((await gateway.get('/spend/logs')).status).toBe(503);
  });

  test.each([
    ['?start_date=yesterday', 'start_date'],
    ['?end_date=2026-13-40', 'end_date'],
    ['?start_date=2026-02-30', 'start_date'],
    ['?request_id=a&request_id=b', 'request_id'],
  ])('are not searched for by %s', async (query, param) => {
    await using gateway = await startGateway(mock);
    const response = await gateway.get(`/spend/logs${query}`);
    expect([response.status, await response.json()]).toMatchObject([400, { error: { param } }]);
    expect((await fetch(`${gateway.url}/spend/logs`)).status).toBe(401);
  });
});

describe('the end of the process', () => {
  test('loses no row when it is clean', async () => {
    const folder = await folderOfData();
    const gateway = await startGateway(mock, { DATA_DIR: folder });
    await Promise.all(Array.from({ length: 300 }, () => gateway.post(ask('mock')).then((answer) => answer.text())));
    expect(await gateway.stop()).toBe(0);
    expect(rowsIn(folder)).toHaveLength(300);
  });

  test('loses at most the last second when it is killed', async () => {
    const folder = await folderOfData();
    const gateway = await startGateway(mock, { DATA_DIR: folder });
    const answered: number[] = [];
    const until = performance.now() + 2_500;
    while (performance.now() < until) {
      await (await gateway.post(ask('mock'))).text();
      answered.push(performance.now());
    }
    const killedAt = performance.now();
    process.kill(gateway.pid ?? 0, 'SIGKILL');
    await waitUntil(() => !isAlive(gateway.pid), { what: 'the end of the process' });
    const before = answered.filter((at) => at < killedAt - 1_000).length;
    expect(before).toBeGreaterThan(50);
    expect(rowsIn(folder).length).toBeGreaterThanOrEqual(before);
    await gateway.stop();
  });
});

describe('a database that cannot be written', () => {
  test(
    'at the end of the process is told with how many rows and how many dollars are lost',
    requireTool('postgres'),
    async () => {
      const url = new URL(await emptyPostgresDatabase());
      await using proxy = await startFaultProxy({ port: Number(url.port) });
      url.port = String(proxy.port);
      const priced = {
        model: 'openai/gpt-5.4',
        mock_response: 'hi',
        input_cost_per_token: 0.001,
        output_cost_per_token: 0,
      };
      await using gateway = await startGateway(
        { model_list: [{ model_name: 'priced', litellm_params: priced }] },
        { LITELLM_DATABASE_URL: url.href },
      );
      const { key } = (await (await gateway.postTo('/key/generate', {})).json()) as { key: string };
      const call = async () => (await gateway.post(ask('priced'), { authorization: `Bearer ${key}` })).status;
      expect(await call()).toBe(200);
      expect(await spendLogs(gateway)).toHaveLength(1);
      await (await gateway.get(`/key/info?key=${key}`)).text();
      proxy.down();
      for (let calls = 0; calls < 3; calls++) expect(await call()).toBe(200);
      expect(await gateway.stop()).toBe(0);
      const told = gateway.logs
        .filter((line) => /lost/.test(line))
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(told).toContainEqual(expect.objectContaining({ msg: 'spend rows were lost', dropped: 3 }));
      const sums = told.flatMap(({ dollars }) => (typeof dollars === 'number' ? [dollars] : []));
      expect(sums.reduce((sum, dollars) => sum + dollars, 0)).toBeCloseTo(0.03, 6);
    },
  );

  test(
    'fails no request while it is away, is told by health, and gets what waited',
    requireTool('postgres'),
    async () => {
      const url = new URL(await emptyPostgresDatabase());
      await using proxy = await startFaultProxy({ port: Number(url.port) });
      url.port = String(proxy.port);
      proxy.down();
      await using gateway = await startGateway(mock, { LITELLM_DATABASE_URL: url.href });
      const post = async (): Promise<number> => (await gateway.post(ask('mock'))).status;
      expect(await post()).toBe(200);
      await waitUntil(async () => (await health(gateway)).status === 'degraded', { what: 'degraded health' });
      expect(JSON.stringify(await health(gateway))).toContain('spend rows cannot be written');
      expect((await gateway.get('/spend/logs')).status).toBe(503);
      proxy.up();
      await waitUntil(async () => (await health(gateway)).status === 'healthy', { what: 'recovery' });
      expect(await spendLogs(gateway)).toHaveLength(1);
      expect(await post()).toBe(200);
      expect(await spendLogs(gateway)).toHaveLength(2);
    },
  );
});

test.skipIf(process.platform !== 'linux')(
  'a full disk fails no request, is told by health, and nothing is lost that waited for room',
  async () => {
    const folder = await folderOfData();
    await using gateway = await startGateway(mock, { DATA_DIR: folder });
    const post = async (): Promise<number> => (await gateway.post(ask('mock'))).status;
    expect(await post()).toBe(200);
    expect(await spendLogs(gateway)).toHaveLength(1);
    // No file of the process may grow any more: what a full disk does to a write.
    limitFileSize(gateway, '0');
    expect(await post()).toBe(200);
    await waitUntil(async () => (await health(gateway)).status === 'degraded', { what: 'degraded health' });
    expect(JSON.stringify(await health(gateway))).toMatch(/spend rows cannot be written \(.*\); 1 wait, 0 are lost/);
    expect(await post()).toBe(200);
    limitFileSize(gateway, 'unlimited');
    await waitUntil(async () => (await health(gateway)).status === 'healthy', { what: 'the recovery' });
    expect(await spendLogs(gateway)).toHaveLength(3);
  },
);

function limitFileSize({ pid = 0 }: StartedGateway, bytes: string): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
}

function isAlive(pid = 0): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
