import {
  emptyPostgresDatabase,
  openAiChunks,
  openAiError,
  requireTool,
  temporaryFolder,
  type Behaviour,
} from '@showrunner/testkit';
import { describe, expect, it } from 'vitest';
import { espressoAnswer } from '../../testing/espresso.ts';
import { schemaOf } from '../../testing/open-scripted.ts';
import {
  startApi,
  wellBehaved,
  type ApiCalls,
  type ApiOptions,
  type ModelScript,
  type RunningApi,
} from '../../testing/start-api.ts';
import { startForgetfulProxy } from '../../testing/start-forgetful-proxy.ts';

// Requests that come again with their `Idempotency-Key`, seen from outside.

const script = { prompt: 'How espresso works', cache: false } as const;
const path = '/generate/script';
/** The espresso script, scene by scene over some seconds. */
const slowly = { sse: openAiChunks(JSON.stringify(espressoAnswer), { charactersPerChunk: 60 }), gapMs: 60 } as const;
const overloaded: Behaviour = { status: 503, json: openAiError('overloaded') };
const prose: Behaviour = { sse: openAiChunks('{ "I do not write JSON"') };

describe('on SQLite', { timeout: 60_000 }, () => {
  carriedOutOnce(async () => ({ DATA_DIR: (await temporaryFolder()).path }));
});

describe('on Postgres', { timeout: 60_000, ...requireTool('postgres') }, () => {
  carriedOutOnce(async () => ({ DATABASE_URL: await emptyPostgresDatabase() }));

  it('a database whose word of having noted the key is lost costs nobody anything', async () => {
    await using proxy = await startForgetfulProxy(await emptyPostgresDatabase());
    await using api = await startApi(wellBehaved, { env: { DATABASE_URL: proxy.url } });
    await expect.poll(async () => (await api.get('/jobs')).status, { timeout: 20_000 }).toBe(200);
    for (const [key, body] of [
      ['lost-plain', script],
      ['lost-async', { ...script, async: true }],
    ] as const) {
      proxy.forgetCommitAfter('idempotency_keys');
      const first = await api.post(path, body, { 'idempotency-key': key });
      expect([200, 202, 503]).toContain(first.status);
      await expect
        .poll(async () => (await api.post(path, script, { 'idempotency-key': key })).status, { timeout: 10_000 })
        .toBe(200);
    }
    proxy.forgetCommitAfter('idempotency_keys');
    const made = await api.post('/keys', { name: 'n8n', scopes: ['jobs:read'] }, { 'idempotency-key': 'lost-key' });
    expect([201, 503]).toContain(made.status);
    const again = await api.post('/keys', { name: 'n8n', scopes: ['jobs:read'] }, { 'idempotency-key': 'lost-key' });
    expect(again.status).toBe(201);
    expect(((await (await api.get('/keys')).json()) as { data: unknown[] }).data).toHaveLength(1);
    expect(proxy.lost).toBeGreaterThanOrEqual(3);
    expect(api.provider.requests).toHaveLength(2);
  });
});

function carriedOutOnce(newPlace: () => Promise<Readonly<Record<string, string>>>): void {
  const start = async (model: ModelScript = wellBehaved, { env, ...options }: ApiOptions = {}) =>
    startApi(model, { ...options, env: { ...(await newPlace()), ...env } });

  it('a plain request is answered again to the letter, and asked for once', async () => {
    await using api = await start();
    const first = await api.post(path, script, { 'idempotency-key': 'k1' });
    expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([200, null]);
    const body = await first.text();
    const reordered = { cache: false, prompt: script.prompt };
    const again = await api.post(path, reordered, { 'idempotency-key': '"k1"' });
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
    expect(await again.text()).toBe(body);
    expect(api.provider.requests).toHaveLength(1);
    expect(await list(api, '/jobs')).toMatchObject([{ state: 'succeeded', attempts: 1, run: 1 }]);
    expect(await (await api.post(path, { ...script, duration: 30 }, { 'idempotency-key': 'k1' })).json()).toMatchObject(
      {
        error: { code: 'VALIDATION_ERROR', details: { issues: [{ path: 'Idempotency-Key' }] } },
      },
    );
  });

  it('a stream that was cut is gone on with, in any form, while it runs and afterwards', async () => {
    await using api = await start([slowly]);
    const keyed = { 'idempotency-key': 'k2' };
    const cut = await scenesOf(await api.post(path, { ...script, stream: true }, keyed), 2);
    const plain = await api.post(path, script, keyed);
    expect([plain.status, plain.headers.get('retry-after')]).toEqual([409, '2']);
    const { error } = (await plain.json()) as { error: { details: { reason: string; job_id: string } } };
    expect(error.details).toMatchObject({ reason: 'conflict', retryable: true });
    const accepted = await api.post(path, { ...script, async: true }, keyed);
    expect([accepted.status, accepted.headers.get('location')]).toEqual([202, `/jobs/${error.details.job_id}`]);
    const resumed = await api.post(path, { ...script, stream: true }, { ...keyed, 'last-event-id': cut.lastId });
    expect(resumed.headers.get('idempotency-replayed')).toBe('true');
    const rest = await resumed.text();
    expect(idsIn(rest)[0]).toBe(String(Number(cut.lastId) + 1));
    expect(rest).toContain('event: result\n');
    const whole = await (await api.post(path, { ...script, stream: true }, keyed)).text();
    expect(whole.startsWith('id: ')).toBe(true);
    expect(whole.match(/^event: start$/gm)).toHaveLength(1);
    const inTheEnd = await api.post(path, script, { ...keyed, prefer: 'wait=5' });
    expect([inTheEnd.status, inTheEnd.headers.get('preference-applied')]).toEqual([200, 'wait=5']);
    const envelope = await inTheEnd.text();
    expect(whole).toContain(`event: result\ndata: ${envelope}\n`);
    expect(await (await api.post(path, script, keyed)).text()).toBe(envelope);
    expect(api.provider.requests).toHaveLength(1);
  });

  it('who leaves finds the answer when they come again', async () => {
    await using api = await start([slowly]);
    const caller = new AbortController();
    const left = fetch(api.url + path, {
      method: 'POST',
      headers: { 'x-api-key': 'sk-test-key', 'idempotency-key': 'k3' },
      body: JSON.stringify(script),
      signal: caller.signal,
    });
    await expect.poll(() => api.provider.requests.length, { timeout: 10_000 }).toBe(1);
    caller.abort();
    await expect(left).rejects.toThrow('aborted');
    await expect
      .poll(async () => (await api.post(path, script, { 'idempotency-key': 'k3' })).status, { timeout: 20_000 })
      .toBe(200);
    expect(api.provider.requests).toHaveLength(1);
  });

  it('of twenty at once one is carried out', async () => {
    await using api = await start();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => api.post(path, script, { 'idempotency-key': 'k4' })),
    );
    for (const { status } of answers) expect([200, 409]).toContain(status);
    const carriedOut = answers.filter(({ status, headers }) => status === 200 && !headers.has('idempotency-replayed'));
    expect(carriedOut).toHaveLength(1);
    expect(api.provider.requests).toHaveLength(1);
  });

  it('a final failure is answered again, one that may pass is gone on with, and so is what misses a part', async () => {
    let model: (schema: string | undefined) => Behaviour | undefined = () => prose;
    await using api = await start((request) => model(schemaOf(request)) ?? wellBehaved(request));
    const failed = await api.post(path, script, { 'idempotency-key': 'final' });
    const asks = api.provider.requests.length;
    expect(failed.status).toBe(500);
    model = () => undefined;
    const again = await api.post(path, script, { 'idempotency-key': 'final' });
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([500, 'true']);
    const { error: final } = (await again.json()) as { error: { details: { job_id: string } } };
    expect(final).toEqual(((await failed.json()) as { error: object }).error);
    expect(api.provider.requests).toHaveLength(asks);

    const retry = () => api.post(`/jobs/${final.details.job_id}/retry`, {}, { 'idempotency-key': 'again' });
    const goesOn = await (await retry()).text();
    const job = async () => ((await (await api.get(`/jobs/${final.details.job_id}`)).json()) as { data: object }).data;
    await expect.poll(job, { timeout: 50_000, interval: 200 }).toMatchObject({ state: 'succeeded', run: 2 });
    const told = await retry();
    expect([told.status, told.headers.get('idempotency-replayed'), await told.text()]).toEqual([202, 'true', goesOn]);
    expect(await job()).toMatchObject({ state: 'succeeded', run: 2 });

    model = () => overloaded;
    const passing = await api.post(path, script, { 'idempotency-key': 'passing' });
    expect(passing.status).toBe(502);
    const { error } = (await passing.json()) as { error: { details: { job_id: string } } };
    model = () => undefined;
    const well = await api.post(path, script, { 'idempotency-key': 'passing' });
    expect([well.status, well.headers.get('idempotency-replayed')]).toEqual([200, null]);
    expect(await well.json()).toMatchObject({ meta: { job_id: error.details.job_id } });

    model = (schema) => (schema === 'metadata' ? overloaded : undefined);
    const asked = () => api.post('/generate/package', script, { 'idempotency-key': 'part' });
    expect(await (await asked()).json()).toMatchObject({ data: { missing: [{ recipe: 'metadata' }] } });
    model = () => undefined;
    const scripts = api.provider.requests.filter((request) => schemaOf(request) === 'script').length;
    expect(await (await asked()).json()).toMatchObject({ data: { missing: [] } });
    expect((await asked()).headers.get('idempotency-replayed')).toBe('true');
    expect(api.provider.requests.filter((request) => schemaOf(request) === 'script')).toHaveLength(scripts);
    expectOneReplyEach(api);
  });

  it('refusals leave the key free, and 422 is answered where nothing would be stored', async () => {
    await using api = await start();
    const keyed = { 'idempotency-key': 'k5' };
    expect((await api.post(path, { prompt: '' }, keyed)).status).toBe(422);
    expect((await api.post(path, { ...script, store: false }, keyed)).status).toBe(422);
    expect((await api.post('/generate/metadata', { script_id: 'scr_nothing' }, keyed)).status).toBe(404);
    expect((await api.post(path, script, keyed)).status).toBe(200);
    for (const key of ['', 'k'.repeat(300), '"open', 'a\tb'])
      expect([key, (await api.post(path, script, { 'idempotency-key': key })).status]).toEqual([key, 422]);
    expect(api.provider.requests).toHaveLength(1);
  });

  it('a process that is killed is gone on from by who comes again', async () => {
    let isHeld = true;
    await using api = await start(
      (request) => (isHeld && schemaOf(request) !== 'script' ? { hang: true } : wellBehaved(request)),
      { env: { MPC_LEASE_SECONDS: '3' } },
    );
    const keyed = { 'idempotency-key': 'k6' };
    const lost = api.post('/generate/package', script, keyed).catch((error: unknown) => error);
    await expect.poll(() => api.provider.requests.length, { timeout: 10_000 }).toBe(3);
    api.server.process.kill('SIGKILL');
    expect(await lost).toBeInstanceOf(Error);
    isHeld = false;
    const next = await api.beside();
    await expect
      .poll(async () => (await next.post('/generate/package', script, keyed)).status, { timeout: 20_000 })
      .toBe(200);
    expect(await list(next, '/jobs?recipe=package')).toMatchObject([{ attempts: 2, run: 1 }]);
    expect(api.provider.requests.filter((request) => schemaOf(request) === 'script')).toHaveLength(1);
    expect(api.provider.requests).toHaveLength(5);
  });

  it('an answer from the cache is given again as it was, hit and all', async () => {
    await using api = await start();
    await api.post(path, { prompt: 'tea' });
    const first = await (await api.post(path, { prompt: 'tea' }, { 'idempotency-key': 'k7' })).text();
    expect(JSON.parse(first)).toMatchObject({ meta: { cache_hit: true, tokens: { total: 0 } } });
    expect(await (await api.post(path, { prompt: 'tea' }, { 'idempotency-key': 'k7' })).text()).toBe(first);
    await api.post(path, { prompt: 'coffee' }, { 'idempotency-key': 'k8' });
    expect(await (await api.post(path, { prompt: 'coffee' })).json()).toMatchObject({ meta: { cache_hit: true } });
    expect(api.provider.requests).toHaveLength(2);
  });

  it('keys belong to a workspace and a path, and come after scope and expiry', async () => {
    await using api = await start([{ hang: true }]);
    const keyed = { 'idempotency-key': 'k9' };
    const other = await newKey(api, { name: 'other', scopes: ['generate:*'], workspace: 'other' });
    const narrow = await newKey(api, { name: 'narrow', scopes: ['jobs:read'] });
    const as = (key: string) => ({ ...keyed, authorization: `Bearer ${key}` });
    const jobs = [];
    for (const headers of [keyed, as(other)])
      jobs.push(
        ((await (await api.post(path, { ...script, async: true }, headers)).json()) as { data: { id: string } }).data
          .id,
      );
    expect(jobs[0]).not.toBe(jobs[1]);
    expect((await api.post(path, script, as(narrow))).status).toBe(403);
    const elsewhere = await api.post(`${path}?workspace=third`, { ...script, async: true }, keyed);
    expect(((await elsewhere.json()) as { data: { id: string } }).data.id).not.toBe(jobs[0]);

    const ids = [];
    for (const prompt of ['one', 'two']) {
      const job = (await (await api.post(path, { ...script, prompt, async: true })).json()) as { data: { id: string } };
      await api.post(`/jobs/${job.data.id}/cancel`, {});
      ids.push(job.data.id);
    }
    for (const id of ids) {
      const retried = await api.post(`/jobs/${id}/retry`, {}, { 'idempotency-key': 'retry' });
      expect([retried.status, retried.headers.get('location'), retried.headers.get('idempotency-replayed')]).toEqual([
        202,
        `/jobs/${id}`,
        null,
      ]);
      await api.post(`/jobs/${id}/cancel`, {});
      const again = await api.post(`/jobs/${id}/retry`, {}, { 'idempotency-key': 'retry' });
      expect([again.status, again.headers.get('location'), again.headers.get('idempotency-replayed')]).toEqual([
        202,
        `/jobs/${id}`,
        'true',
      ]);
      expect(await (await api.get(`/jobs/${id}`)).json()).toMatchObject({ data: { state: 'cancelled', run: 2 } });
    }
    const removed = await api.send('DELETE', `/jobs/${jobs[0]}`);
    expect(removed.status).toBe(409);
    await api.post(`/jobs/${jobs[0]}/cancel`, {});
    const cancelled = await api.post(path, script, keyed);
    expect(await cancelled.json()).toMatchObject({ error: { statusCode: 409, details: { reason: 'cancelled' } } });
    await api.send('DELETE', `/jobs/${jobs[0]}`);
    expect((await api.post(path, script, keyed)).status).toBe(404);
  });

  it.each([
    ['/keys', { name: 'n8n', scopes: ['jobs:read'] }, '/keys'],
    ['/presets', { name: 'Weekly', recipe: 'script', input: { duration: 20 } }, '/presets'],
    ['/brand-voices', { name: 'Kitchen' }, '/brand-voices'],
    ['/webhooks/test', { url: 'https://showrunner.invalid/hook' }, '/webhooks/deliveries'],
  ])('POST %s makes one thing, however often and at once it comes', async (made, body, listed) => {
    await using api = await start();
    const keyed = { 'idempotency-key': 'make' };
    const first = await api.post(made, body, keyed);
    const text = await first.text();
    const again = await api.post(made, body, keyed);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([first.status, 'true']);
    expect(again.headers.get('cache-control')).toBe(first.headers.get('cache-control'));
    expect(await again.text()).toBe(text);
    const atOnce = await Promise.all(
      Array.from({ length: 10 }, () => api.post(made, body, { 'idempotency-key': 'at once' })),
    );
    for (const { status } of atOnce) expect([first.status, 409]).toContain(status);
    expect(await list(api, listed)).toHaveLength(2);
    expect((await api.post(made, { ...body, name: 'other' }, keyed)).status).toBe(422);
  });

  it('a new secret is given once, and shown again to who comes with the key', async () => {
    await using api = await start();
    const { id } = (
      (await (await api.post('/keys', { name: 'n8n', scopes: ['jobs:read'] })).json()) as { data: { id: string } }
    ).data;
    for (const rotated of [`/keys/${id}/rotate`, '/webhooks/secret/rotate']) {
      const secrets = [];
      for (let time = 0; time < 2; time += 1)
        secrets.push(await (await api.post(rotated, {}, { 'idempotency-key': 'r' })).text());
      expect(secrets[0]).toBe(secrets[1]);
      expect(await (await api.post(rotated, {}, { 'idempotency-key': 's' })).text()).not.toBe(secrets[0]);
    }
    expectOneReplyEach(api);
  });

  it('no key of a request stands in the log', async () => {
    await using api = await start([overloaded]);
    await api.post(path, script, { 'idempotency-key': 'never-written' });
    await api.post(path, { ...script, store: false }, { 'idempotency-key': 'never-written' });
    expect(api.server.logs.join('\n')).not.toContain('never-written');
    expect(await (await api.get('/metrics')).text()).not.toContain('never-written');
  });
}

/** One that is sent twice is told of in the log alone. */
function expectOneReplyEach({ server }: RunningApi): void {
  expect(server.logs.filter((line) => /reply\.sent|already sent/i.test(line))).toEqual([]);
}

async function newKey(api: ApiCalls, body: object): Promise<string> {
  return ((await (await api.post('/keys', body)).json()) as { data: { key: string } }).data.key;
}

async function list(api: ApiCalls, listed: string): Promise<unknown[]> {
  return ((await (await api.get(listed)).json()) as { data: unknown[] }).data;
}

/** Reads a stream until it has told so many scenes, then leaves. */
async function scenesOf(response: Response, count: number): Promise<{ readonly lastId: string }> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of response.body ?? []) {
    text += decoder.decode(bytes as Uint8Array, { stream: true });
    const whole = text.slice(0, text.lastIndexOf('\n\n') + 2);
    if ((whole.match(/^event: scene$/gm) ?? []).length >= count) return { lastId: idsIn(whole).at(-1) ?? '' };
  }
  throw new Error(`The stream ended before ${count} scenes: ${text}`);
}

function idsIn(text: string): string[] {
  return [...text.matchAll(/^id: (\d+)$/gm)].map(([, id = '']) => id);
}
