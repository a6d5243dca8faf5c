import {
  emptyPostgresDatabase,
  openAiError,
  requireTool,
  startScriptedUpstream,
  temporaryFolder,
} from '@showrunner/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi, wellBehaved, type ApiCalls, type ModelScript, type RunningApi } from '../../testing/start-api.ts';

// Many requests as one, seen from outside.

const item = { recipe: 'script', input: { prompt: 'How espresso works', cache: false } };

describe('a batch on SQLite', () => {
  carriesOut(async () => ({ DATA_DIR: (await temporaryFolder()).path }));
});

describe('a batch on Postgres', requireTool('postgres'), () => {
  carriesOut(async () => ({ DATABASE_URL: await emptyPostgresDatabase() }));
});

interface BatchView {
  readonly id: string;
  readonly state: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly items: readonly { readonly job_id: string; readonly state: string; readonly client_ref: string | null }[];
}

async function read(api: ApiCalls, id: string): Promise<BatchView> {
  return ((await (await api.get(`/batch/${id}`)).json()) as { data: BatchView }).data;
}

async function accepted(api: ApiCalls, body: object): Promise<BatchView> {
  const response = await api.post('/batch', body);
  expect(response.status).toBe(202);
  const { data } = (await response.json()) as { data: BatchView };
  expect(response.headers.get('location')).toBe(`/batch/${data.id}`);
  return data;
}

async function completed(api: ApiCalls, id: string): Promise<BatchView> {
  await expect.poll(async () => (await read(api, id)).state, { timeout: 50_000, interval: 200 }).toBe('completed');
  return read(api, id);
}

/** Answers well, but for topics that nobody pays for and those that it never comes to the end of. */
const model: ModelScript = (request) => {
  const asked = JSON.stringify(request.body);
  if (asked.includes('unpaid')) return { status: 402, json: openAiError('No credit') };
  return asked.includes('endless') ? { hang: true } : wellBehaved(request);
};
const endless = { ...item, input: { ...item.input, prompt: 'endless' } };

/** The administrator in a workspace of its own, so that tests share a server and see nothing of each other. */
function within(server: ApiCalls, workspace: string): ApiCalls {
  const there = (path: string) => `${path}${path.includes('?') ? '&' : '?'}workspace=${workspace}`;
  return {
    url: server.url,
    send: (method, path, body, headers) => server.send(method, there(path), body, headers),
    post: (path, body, headers) => server.post(there(path), body, headers),
    get: (path, headers) => server.get(there(path), headers),
  };
}

function carriesOut(newPlace: () => Promise<Readonly<Record<string, string>>>): void {
  let server: RunningApi;
  let tests = 0;
  let api: ApiCalls;
  beforeAll(async () => {
    server = await startApi(model, { env: { ...(await newPlace()), WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8' } });
  }, 180_000);
  beforeEach(() => {
    tests += 1;
    api = within(server, `test-${tests}`);
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it('is accepted at once, carried out item by item, and told of once', async () => {
    await using receiver = await startScriptedUpstream([{ status: 204, raw: '' }]);
    const batch = await accepted(api, {
      items: [
        { ...item, client_ref: 'video 1' },
        {
          recipe: 'metadata',
          input: { content: 'How espresso works', title: 'Espresso', client_ref: 'own', colour: 'red' },
          priority: 9,
        },
        { ...item, input: { ...item.input, prompt: 'unpaid' } },
      ],
      previous_titles: ['Coffee made slowly'],
      webhook_url: `${receiver.url}/hook`,
    });
    expect(batch).toMatchObject({
      state: 'queued',
      counts: { queued: 3 },
      items: [{ index: 0, recipe: 'script' }, {}, {}],
    });
    const done = await completed(api, batch.id);
    expect(done.counts).toEqual({ queued: 0, running: 0, succeeded: 2, failed: 1, cancelled: 0 });
    expect(done.items.map(({ client_ref }) => client_ref)).toEqual(['video 1', 'own', null]);
    const unread = (await (await api.get(`/jobs/${done.items[1]?.job_id}`)).json()) as { data: object };
    expect(unread.data).toMatchObject({ meta: { ignored: ['priority', 'colour'] } });
    const failed = (await (await api.get(`/jobs/${done.items[2]?.job_id}`)).json()) as { data: object };
    expect(failed.data).toMatchObject({ state: 'failed', error: { code: 'LLM_ERROR' } });
    const asked = server.provider.requests.map(({ body }) => JSON.stringify(body));
    expect(asked.filter((question) => question.includes('Coffee made slowly'))).toHaveLength(1);
    await expect.poll(() => receiver.requests.length, { timeout: 40_000 }).toBe(1);
    expect(receiver.requests[0]?.body).toMatchObject({
      type: 'batch.completed',
      data: { batch_id: batch.id, counts: done.counts, url: expect.stringContaining(`/batch/${batch.id}`) },
    });
    const listed = (await (await api.get('/batch')).json()) as { data: object[]; meta: object };
    expect(listed).toMatchObject({ data: [{ id: batch.id, state: 'completed' }], meta: { next_cursor: null } });
    expect(listed.data[0]).not.toHaveProperty('items');
  });

  it('of a thousand items is refused whole for one, and accepted once for a key, whatever dies', async () => {
    const env = { ...(await newPlace()), MPC_WORKERS: '0', MPC_BATCH_BODY_LIMIT: '3000000' };
    await using idle = await startApi(model, { env });
    // Larger than other bodies may be.
    const items: object[] = Array.from({ length: 1_000 }, () => ({
      ...item,
      input: { ...item.input, context: 'x'.repeat(1_900) },
    }));
    const tooLarge = await idle.post('/batch', { items: [...items, ...items] });
    expect([tooLarge.status, await tooLarge.json()]).toMatchObject([
      413,
      { error: { details: { reason: 'too_large' } } },
    ]);
    const wrong = items.with(998, { ...item, input: { ...item.input, prompt: '' } });
    const refused = await idle.post('/batch', { items: wrong });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      error: { details: { issues: [{ path: 'items[998].input.prompt' }] } },
    });
    expect(((await (await idle.get('/jobs')).json()) as { data: [] }).data).toEqual([]);

    const keyed = { 'idempotency-key': 'thousand' };
    const lost = idle.post('/batch', { items }, keyed).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    idle.server.process.kill('SIGKILL');
    await lost;
    const next = await idle.beside();
    const first = await next.post('/batch', { items }, keyed);
    expect(first.status).toBe(202);
    const text = await first.text();
    const again = await next.post('/batch', { items }, keyed);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([202, 'true']);
    expect(await again.text()).toBe(text);
    const { data } = JSON.parse(text) as { data: BatchView };
    expect(((await (await next.get('/batch')).json()) as { data: BatchView[] }).data).toMatchObject([
      { id: data.id, counts: { queued: 1_000 } },
    ]);
  });

  it('names members of items that nothing reads', async () => {
    const response = await api.post('/batch', {
      items: [
        item,
        { ...item, input: { ...item.input, colour: 'red', sources: [{ text: 'x', author: 'y' }] }, priority: 9 },
      ],
      mood: 1,
    });
    expect(await response.json()).toMatchObject({
      meta: { ignored: ['mood', 'items[1].priority', 'items[1].input.colour', 'items[1].input.sources[0].author'] },
    });
  });

  it('says what is wrong with which item', async () => {
    const refusals: [object, number, string][] = [
      [{}, 400, 'items'],
      [{ items: [] }, 422, 'items'],
      [{ items: 'many' }, 422, 'items'],
      [{ items: Array.from({ length: 1_001 }, () => item) }, 422, 'items'],
      [{ items: [item, { recipe: 'poem', input: {} }] }, 422, 'items[1].recipe'],
      [{ items: [item, { input: {} }] }, 422, 'items[1].recipe'],
      [{ items: [item, { recipe: 'script' }] }, 422, 'items[1].input'],
      [{ items: [{ recipe: 'script', input: {} }] }, 422, 'items[0].input.prompt'],
      [{ items: [item, { ...item, input: { ...item.input, store: false } }] }, 422, 'items[1].input.store'],
      [{ items: [{ recipe: 'metadata', input: { script_id: 'scr_none' } }] }, 422, 'items[0].input.script_id'],
      [{ items: [{ ...item, input: { ...item.input, preset: 'pre_none' } }] }, 422, 'items[0].input.preset'],
      [{ items: [{ ...item, input: { ...item.input, brand_voice: 'voi_none' } }] }, 422, 'items[0].input.brand_voice'],
      [
        { items: [{ ...item, input: { ...item.input, webhook_url: 'http://10.0.0.1' } }] },
        422,
        'items[0].input.webhook_url',
      ],
      [{ items: [item], webhook_url: 'http://169.254.169.254/x' }, 422, 'webhook_url'],
    ];
    for (const [body, status, path] of refusals) {
      const response = await api.post('/batch', body);
      const { error } = (await response.json()) as { error: { details: { issues: { path: string }[] } } };
      expect([path, response.status, error.details.issues[0]?.path]).toEqual([path, status, path]);
    }
    expect(((await (await api.get('/jobs')).json()) as { data: [] }).data).toEqual([]);
  });

  it('needs the scope of every item, and belongs to its workspace', async () => {
    const keyOf = async (scopes: string[], workspace: string) => {
      const made = await server.post('/keys', { name: 'x', scopes, workspace });
      return { authorization: `Bearer ${((await made.json()) as { data: { key: string } }).data.key}` };
    };
    const scripts = await keyOf(['generate:script', 'jobs:read'], 'scripts');
    expect((await server.post('/batch', { items: [item] }, scripts)).status).toBe(202);
    const mixed = { items: [item, { recipe: 'metadata', input: { content: 'x', title: 'y' } }] };
    expect((await server.post('/batch', mixed, scripts)).status).toBe(403);
    const { data } = (await (await server.get('/batch', scripts)).json()) as { data: BatchView[] };
    expect(data).toHaveLength(1);
    const other = await keyOf(['jobs:read', 'jobs:write'], 'other');
    expect((await server.get(`/batch/${data[0]?.id}`, other)).status).toBe(404);
    expect((await server.post(`/batch/${data[0]?.id}/cancel`, {}, other)).status).toBe(404);
    expect((await server.post(`/batch/${data[0]?.id}/cancel`, {}, scripts)).status).toBe(403);
  });

  it('is cancelled as often as one likes: what had ended stays', async () => {
    const { id, items } = await accepted(api, { items: [item, ...Array.from({ length: 6 }, () => endless)] });
    await expect.poll(async () => (await read(api, id)).counts.succeeded, { timeout: 50_000 }).toBe(1);
    for (let time = 0; time < 2; time += 1) {
      const cancelled = await api.post(`/batch/${id}/cancel`, {});
      expect([cancelled.status, ((await cancelled.json()) as { data: BatchView }).data]).toMatchObject([
        200,
        { state: 'completed', counts: { succeeded: 1, cancelled: 6, queued: 0, running: 0 } },
      ]);
    }
    await api.send('DELETE', `/jobs/${items[0]?.job_id}`);
    expect((await read(api, id)).counts).toMatchObject({ succeeded: 1, cancelled: 6 });
    await api.post(`/jobs/${items[1]?.job_id}/retry`, {});
    expect(await read(api, id)).toMatchObject({ state: 'running', counts: { cancelled: 5 } });
    await api.post(`/batch/${id}/cancel`, {});
  });
}
