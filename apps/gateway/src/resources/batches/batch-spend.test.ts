import {
  emptyPostgresDatabase,
  requireTool,
  startScriptedUpstream,
  temporaryFolder,
  type Behaviour,
  type RecordedRequest,
  type ScriptedUpstream,
} from '@showrunner/testkit';
import OpenAI, { toFile } from 'openai';
import { expect, onTestFinished, test, vi } from 'vitest';
import { manager } from '../../testing/manage.ts';
import { onBothDatabases } from '../../testing/on-both-databases.ts';
import { startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

// Each starts servers of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });
const wait = { timeout: 60_000 };

/** A vendor whose batches are done when that is said. */
class BatchVendor {
  upstream!: ScriptedUpstream;
  isDone = false;
  readonly #files = new Map<string, string>();

  static async start(): Promise<BatchVendor> {
    const vendor = new BatchVendor();
    vendor.upstream = await startScriptedUpstream((request) => vendor.#answer(request));
    onTestFinished(() => vendor.upstream.close());
    return vendor;
  }

  get made(): readonly RecordedRequest[] {
    return this.upstream.requests.filter(({ method, path }) => method === 'POST' && path.startsWith('/v1/batches'));
  }

  /** How often its vendor was asked how far it is. */
  get asked(): number {
    return this.upstream.requests.filter(({ method, path }) => method === 'GET' && path.startsWith('/v1/batches/'))
      .length;
  }

  #answer({ method, path, body, bytes }: RecordedRequest): Behaviour {
    const [, thing = '', id, rest] = /^\/v1\/(files|batches)(?:\/([^/?]+))?(\/\w+)?/.exec(path) ?? [];
    if (thing === 'files' && method === 'POST') {
      const name = `file-${this.#files.size + 1}`;
      this.#files.set(
        name,
        bytes
          .toString()
          .split('\n')
          .filter((line) => line.startsWith('{'))
          .join('\n'),
      );
      return { json: { id: name, object: 'file', purpose: 'batch', created_at: 1_700_000_000 } };
    }
    if (rest === '/content') {
      const content = id === 'file-out' ? RESULTS : (this.#files.get(id ?? '') ?? '');
      return { raw: content, headers: { 'content-type': 'application/octet-stream' } };
    }
    const input = method === 'POST' ? (body as { input_file_id: string }).input_file_id : 'file-1';
    const status = this.isDone ? 'completed' : 'in_progress';
    const made = { id: id ?? 'batch-1', object: 'batch', created_at: 1_700_000_000, input_file_id: input, status };
    return { json: { ...made, output_file_id: this.isDone ? 'file-out' : null } };
  }
}

/** Two answers that used something, one of them from a cache, and one that failed. */
const RESULTS = [
  {
    response: {
      status_code: 200,
      body: { object: 'chat.completion', model: 'gpt-cheap', usage: usage(1000, 100, 600) },
    },
  },
  {
    response: { status_code: 200, body: { object: 'chat.completion', model: 'gpt-cheap', usage: usage(3000, 200, 0) } },
  },
  { response: { status_code: 400, body: { error: { message: 'no' } } } },
]
  .map((line) => JSON.stringify({ custom_id: 'x', ...line }))
  .join('\n');

/** 400 + 3,000 tokens at 0.001, 600 at 0.0001, 300 at 0.002; long prompts cost more, and none of these is one. */
const COST = 3.4 + 0.06 + 0.6;

function usage(input: number, output: number, cached: number): object {
  return {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    prompt_tokens_details: { cached_tokens: cached },
  };
}

const prices = {
  input_cost_per_token: 0.002,
  input_cost_per_token_batches: 0.001,
  input_cost_per_token_above_3k_tokens: 1,
  cache_read_input_token_cost: 0.0002,
  output_cost_per_token: 0.004,
};

async function gatewayOf(vendor: BatchVendor, env: Record<string, string> = {}): Promise<StartedGateway> {
  const model = (name: string): object => ({
    model_name: name,
    litellm_params: { model: `openai/gpt-${name}`, api_key: 'k', api_base: `${vendor.upstream.url}/v1` },
    model_info: prices,
  });
  const gateway = await startGateway(
    { model_list: [model('cheap'), model('dear')] },
    { OPENAI_API_KEY: 'vendor-key', OPENAI_BASE_URL: `${vendor.upstream.url}/v1`, ...env },
  );
  onTestFinished(async () => void (await gateway.stop()));
  return gateway;
}

/** A batch of requests of one model, by a key. */
async function batchBy(
  gateway: StartedGateway,
  key: string,
  model: string,
  {
    hint,
    lines = 1,
    words,
    most,
  }: { readonly hint?: string; readonly lines?: number; readonly words?: string; readonly most?: number } = {},
): Promise<OpenAI.Batch> {
  const { files, batches } = new OpenAI({ baseURL: `${gateway.url}/v1`, apiKey: key, maxRetries: 0 });
  const messages = words === undefined ? [] : [{ role: 'user', content: words }];
  const line = {
    custom_id: '1',
    method: 'POST',
    url: '/v1/chat/completions',
    body: { model, messages, max_tokens: most },
  };
  const options = hint === undefined ? {} : { headers: { 'x-litellm-model': hint } };
  const file = await files.create(
    { file: await toFile(Buffer.from(`${JSON.stringify(line)}\n`.repeat(lines)), 'f.jsonl'), purpose: 'batch' },
    options,
  );
  return batches.create({ input_file_id: file.id, endpoint: '/v1/chat/completions', completion_window: '24h' });
}

const spendOf = async (gateway: StartedGateway, key: string): Promise<number> => {
  const { body } = await manager(() => gateway).get(`/key/info?key=${key}`);
  return (body.info as { spend: number }).spend;
};

test('what a batch cost is written down to the key that made it, by the prices of batches', async () => {
  const vendor = await BatchVendor.start();
  const gateway = await gatewayOf(vendor, { PROXY_BATCH_POLLING_INTERVAL: '1' });
  const { key, get, done } = manager(() => gateway);
  const { team_id: team } = await done('/team/new', { team_alias: 'blue' });
  const secret = await key({ team_id: team });
  const batch = await batchBy(gateway, secret, 'gpt-cheap');
  await expect.poll(() => vendor.asked, wait).toBeGreaterThan(1);
  expect(await spendOf(gateway, secret)).toBe(0);
  vendor.isDone = true;
  await expect.poll(() => spendOf(gateway, secret), wait).toBeCloseTo(COST, 6);
  const asked = vendor.asked;
  const { body: rows } = await get(`/spend/logs?api_key=${secret}`);
  expect(rows).toMatchObject([
    {
      call_type: 'aretrieve_batch',
      model: 'openai/gpt-cheap',
      model_group: 'cheap',
      team_id: team,
      prompt_tokens: 4000,
    },
  ]);
  expect((rows as unknown as [{ spend: number; completion_tokens: number; metadata: unknown }])[0]).toMatchObject({
    spend: expect.closeTo(COST, 6) as number,
    completion_tokens: 300,
    metadata: { spend_logs_metadata: { batch_id: batch.id, answers: 2 } },
  });
  const metrics = await (await gateway.get('/metrics')).text();
  expect(metrics).toMatch(/litellm_total_tokens_metric_total\{requested_model="cheap".*team_alias="blue".*\} 4300/);
  const { body: info } = await get(`/team/info?team_id=${String(team)}`);
  expect((info.team_info as { spend: number }).spend).toBeCloseTo(COST, 6);
  expect(vendor.asked).toBe(asked);
});

test('a key has batches carried out of models that it may ask, and of no others', async () => {
  const vendor = await BatchVendor.start();
  const gateway = await gatewayOf(vendor);
  const { key } = manager(() => gateway);
  const held = await key({ models: ['cheap'] });
  await expect(batchBy(gateway, held, 'anything', { hint: 'dear' })).rejects.toMatchObject({ status: 403 });
  await expect(batchBy(gateway, held, 'gpt-dear')).rejects.toMatchObject({ status: 403 });
  expect(vendor.made).toHaveLength(0);
  await batchBy(gateway, held, 'gpt-cheap');
  await batchBy(gateway, held, 'anything', { hint: 'cheap' });
  expect(vendor.made).toHaveLength(2);
  const poor = await key({ models: ['cheap'], max_budget: 0 });
  await expect(batchBy(gateway, poor, 'gpt-cheap')).rejects.toMatchObject({ status: 429 });
  expect(vendor.made).toHaveLength(2);
});

test('lines of a batch are requests and tokens of its minute, all of them or none', async () => {
  const vendor = await BatchVendor.start();
  const gateway = await gatewayOf(vendor);
  const { key, done, call } = manager(() => gateway);
  const make = (secret: string, lines: number, words = 'hello'): Promise<OpenAI.Batch> =>
    batchBy(gateway, secret, 'gpt-cheap', { lines, words });
  const narrow = await key({ rpm_limit: 5 });
  await make(narrow, 3);
  await expect(make(narrow, 3)).rejects.toMatchObject({ status: 429 });
  // What was refused took nothing, so that the rest of the minute is there.
  await make(narrow, 2);
  expect(await call(narrow, 'cheap')).toMatchObject({ status: 429 });
  await expect(make(await key({ rpm_limit: 5 }), 6)).rejects.toMatchObject({ status: 429 });
  const { team_id: team } = await done('/team/new', { rpm_limit: 4 });
  await make(await key({ team_id: team }), 3);
  await expect(make(await key({ team_id: team }), 2)).rejects.toMatchObject({ status: 429 });
  const few = await key({ tpm_limit: 2_000 });
  await make(few, 1, 'word '.repeat(1_200));
  await expect(make(few, 2, 'word '.repeat(600))).rejects.toMatchObject({ status: 429 });
  await make(await key({ tpm_limit: 2_000 }), 10);
  const ofModel = await key({ model_rpm_limit: { cheap: 2 } });
  await expect(make(ofModel, 3)).rejects.toMatchObject({ status: 429 });
  await make(ofModel, 2);
  await make(await key(), 30);
  expect(vendor.made).toHaveLength(7);
});

test('who asks for a batch that is over hears nothing new, but the books do; also behind a restart, and once', async () => {
  const vendor = await BatchVendor.start();
  const folder = await temporaryFolder();
  onTestFinished(() => folder.remove());
  const first = await gatewayOf(vendor, { DATA_DIR: folder.path });
  const secret = await manager(() => first).key();
  const batch = await batchBy(first, secret, 'gpt-cheap');
  await first.stop();
  vendor.isDone = true;
  const second = await gatewayOf(vendor, { DATA_DIR: folder.path });
  const { batches } = new OpenAI({ baseURL: `${second.url}/v1`, apiKey: secret, maxRetries: 0 });
  expect((await batches.retrieve(batch.id)).status).toBe('completed');
  await expect.poll(() => spendOf(second, secret), wait).toBeCloseTo(COST, 6);
  await batches.retrieve(batch.id);
  await second.stop();
  const third = await gatewayOf(vendor, { DATA_DIR: folder.path, PROXY_BATCH_POLLING_INTERVAL: '1' });
  await batchBy(third, secret, 'gpt-cheap').catch(() => undefined);
  expect(await spendOf(third, secret)).toBeCloseTo(COST, 6);
});

test('of several gateways one writes it down', requireTool('postgres'), async () => {
  const vendor = await BatchVendor.start();
  const env = { LITELLM_DATABASE_URL: await emptyPostgresDatabase(), PROXY_BATCH_POLLING_INTERVAL: '1' };
  const [one, other] = [await gatewayOf(vendor, env), await gatewayOf(vendor, env)];
  const secret = await manager(() => one).key();
  await batchBy(one, secret, 'gpt-cheap');
  vendor.isDone = true;
  await expect.poll(() => spendOf(one, secret), wait).toBeCloseTo(COST, 6);
  const asked = vendor.asked;
  await batchBy(other, await manager(() => one).key(), 'gpt-cheap');
  // The next batch is asked for in a later round, in which the first one would have come again.
  await expect.poll(() => vendor.asked, wait).toBeGreaterThan(asked);
  const { body } = await manager(() => one).get(`/spend/logs?api_key=${secret}`);
  expect(body).toHaveLength(1);
});

onBothDatabases((environment) => {
  test('what a batch may cost is kept free until it is over, over restarts, and what has no room is not made', async () => {
    const vendor = await BatchVendor.start();
    const folder = await temporaryFolder();
    onTestFinished(() => folder.remove());
    const env = { DATA_DIR: folder.path, ...(await environment()) };
    const first = await gatewayOf(vendor, env);
    const { key, call, done } = manager(() => first);
    // Ten answers of at most 100 tokens at 0.002 dollars, which is half of the usual price, and what they ask.
    const make = (gateway: StartedGateway, secret: string, lines = 10): Promise<OpenAI.Batch> =>
      batchBy(gateway, secret, 'gpt-cheap', { lines, words: 'hello', most: 100 });
    const poor = await key({ max_budget: 1.5 });
    await expect(make(first, poor)).rejects.toMatchObject({ status: 429 });
    const { team_id } = await done('/team/new', { max_budget: 1.5 });
    await expect(make(first, await key({ team_id }))).rejects.toMatchObject({ status: 429 });
    expect(vendor.made).toHaveLength(0);
    const holder = await key({ max_budget: 3 });
    const batch = await make(first, holder);
    await expect(make(first, holder)).rejects.toMatchObject({ status: 429 });
    await make(first, holder, 1);
    expect(vendor.made).toHaveLength(2);
    expect(await spendOf(first, holder)).toBe(0);
    // What is left beside them is there for calls, and no more.
    expect((await call(holder, 'cheap', { max_tokens: 1 })).status).not.toBe(429);
    await first.stop();
    const second = await gatewayOf(vendor, env);
    await expect(make(second, holder)).rejects.toMatchObject({ status: 429 });
    vendor.isDone = true;
    const { batches } = new OpenAI({ baseURL: `${second.url}/v1`, apiKey: holder, maxRetries: 0 });
    await batches.retrieve(batch.id);
    await expect.poll(() => spendOf(second, holder), wait).toBeGreaterThan(COST - 0.01);
  });
});
