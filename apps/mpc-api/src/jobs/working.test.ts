import { once } from 'node:events';
import { openAiChunks, openAiError, temporaryFolder, type Behaviour, type RecordedRequest } from '@showrunner/testkit';
import { describe, expect, it } from 'vitest';
import { schemaOf } from '../testing/open-scripted.ts';
import { espressoAnswer } from '../testing/espresso.ts';
import { startApi, wellBehaved, type ApiCalls, type RunningApi } from '../testing/start-api.ts';

// Work that a worker carries out, seen from outside.

const script = { prompt: 'How espresso works', cache: false } as const;
/** The espresso script, scene by scene over some seconds. */
const slowly = { sse: openAiChunks(JSON.stringify(espressoAnswer), { charactersPerChunk: 60 }), gapMs: 100 } as const;

const overloaded: Behaviour = { status: 503, json: openAiError('overloaded') };

describe('accepted work', { timeout: 60_000 }, () => {
  it('is stored before it is answered, carried out, and read as the plain answer would have been', async () => {
    await using api = await startApi();
    const response = await api.post('/generate/script', { ...script, async: true, client_ref: 'mine' });
    expect(response.status).toBe(202);
    const { data, meta } = (await response.json()) as { data: JobView; meta: object };
    expect(response.headers.get('location')).toBe(`/jobs/${data.id}`);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(data).toMatchObject({ state: 'queued', result: null, client_ref: 'mine', input: { async: true } });
    expect(meta).toEqual({ job_id: data.id });
    const job = await ended(api, data.id);
    const plain = (await (await api.post('/generate/script', script)).json()) as { data: object };
    expect(job).toMatchObject({ state: 'succeeded', attempts: 1, run: 1, partial: null, missing: [], label: null });
    expect(Object.keys(job.result ?? {}).toSorted()).toEqual(Object.keys(plain.data).toSorted());
    expect(job.meta).toMatchObject({ job_id: job.id, attempts: 1, tokens: { total: 21 } });
    expect(Date.parse(job.expires_at ?? '')).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    expect((await api.post('/generate/metadata', { script_id: job.id })).status).toBe(200);
  });

  it('Prefer: wait answers in time, or with the job while the work goes on', async () => {
    await using api = await startApi(({ body }) => {
      const isSlow = JSON.stringify(body).includes('slow');
      return isSlow ? { sse: openAiChunks(JSON.stringify(espressoAnswer)), delayMs: 2_000 } : wellBehavedTo(body);
    });
    const inTime = await api.post('/generate/script', script, { prefer: 'wait=1000' });
    expect([inTime.status, inTime.headers.get('preference-applied')]).toEqual([200, 'wait=300']);
    expect(await inTime.json()).toMatchObject({ success: true, data: { title: 'How Espresso Works' } });
    const later = await api.post(
      '/generate/script',
      { ...script, prompt: 'slow espresso' },
      { prefer: 'respond-async, wait=1' },
    );
    expect([later.status, later.headers.get('preference-applied')]).toEqual([202, 'wait=1']);
    const { data } = (await later.json()) as { data: JobView };
    expect(later.headers.get('location')).toBe(`/jobs/${data.id}`);
    expect(await ended(api, data.id)).toMatchObject({ state: 'succeeded' });
  });

  it('whose deadline is short is not eaten by its wait for a worker', async () => {
    const answer: Behaviour = { sse: openAiChunks(JSON.stringify(espressoAnswer)), delayMs: 1_500 };
    await using api = await startApi([answer], { env: { MPC_WORKERS: '1' } });
    const jobs = await Promise.all([1, 2, 3, 4].map(() => accepted(api, { ...script, deadline_ms: 5_000 })));
    for (const id of jobs) expect(await ended(api, id)).toMatchObject({ state: 'succeeded' });
  });

  it('whose deadline passes keeps what there is, and a retry goes on with a new clock', async () => {
    let isSlow = true;
    await using api = await startApi((request) => (isSlow ? slowly : wellBehaved(request)));
    const job = await ended(api, await accepted(api, { ...script, deadline_ms: 2_500 }));
    expect(job).toMatchObject({ state: 'failed', error: { code: 'GATEWAY_TIMEOUT', details: { job_id: job.id } } });
    expect(job.partial?.scenes?.length).toBeGreaterThan(0);
    expect(job.missing).toMatchObject([{ recipe: 'script' }]);
    isSlow = false;
    const retried = await api.post(`/jobs/${job.id}/retry`, {});
    expect([retried.status, retried.headers.get('location')]).toEqual([202, `/jobs/${job.id}`]);
    expect(await ended(api, job.id)).toMatchObject({ state: 'succeeded', run: 2, attempts: 1, error: null });
  });

  it('that a fault interrupts waits it out, and ends where it stays', async () => {
    let isDown = true;
    await using api = await startApi((request) => (isDown ? overloaded : wellBehaved(request)));
    const passing = await accepted(api, script);
    await expect.poll(() => api.provider.requests.length, { timeout: 10_000 }).toBe(1);
    isDown = false;
    expect(await ended(api, passing)).toMatchObject({ state: 'succeeded', attempts: 2, run: 1 });
    isDown = true;
    const lasting = await ended(api, await accepted(api, { ...script, deadline_ms: 3_000 }));
    expect(lasting).toMatchObject({ state: 'failed', attempts: 2, error: { code: 'LLM_ERROR' } });
    isDown = false;
    await api.post(`/jobs/${lasting.id}/retry`, {});
    expect(await ended(api, lasting.id)).toMatchObject({ state: 'succeeded', run: 2, attempts: 1 });
  });

  it('that misses parts says which, and a retry asks only for those', async () => {
    let isDown = true;
    await using api = await startApi((request) =>
      isDown && schemaOf(request) !== 'script' ? overloaded : wellBehaved(request),
    );
    const id = await accepted(api, script, 'package');
    expect((await ended(api, id)).missing).toMatchObject([{ recipe: 'thumbnail-prompt' }, { recipe: 'metadata' }]);
    isDown = false;
    await api.post(`/jobs/${id}/retry`, {});
    expect(await ended(api, id)).toMatchObject({ state: 'succeeded', run: 2, attempts: 1, missing: [] });
    expect(api.provider.requests.filter((request) => schemaOf(request) === 'script')).toHaveLength(1);
  });
});

describe('a job', { timeout: 60_000 }, () => {
  it('is cancelled as often as one likes, keeps its scenes, and goes on by retry', async () => {
    let isSlow = true;
    await using api = await startApi((request) => (isSlow ? slowly : wellBehaved(request)));
    const id = await accepted(api, script);
    await expect
      .poll(async () => (await read(api, id)).partial?.scenes?.length ?? 0, { timeout: 15_000 })
      .toBeGreaterThanOrEqual(3);
    for (let time = 0; time < 2; time += 1) {
      const cancelled = await api.post(`/jobs/${id}/cancel`, {});
      expect([cancelled.status, await dataOf(cancelled)]).toMatchObject([200, { state: 'cancelled', result: null }]);
    }
    expect((await read(api, id)).partial?.scenes?.length).toBeGreaterThanOrEqual(3);
    await expect.poll(() => api.provider.requests[0]?.aborted, { timeout: 5_000 }).toBe(true);
    isSlow = false;
    expect((await api.post(`/jobs/${id}/retry`, {})).status).toBe(202);
    expect(await ended(api, id)).toMatchObject({ state: 'succeeded', run: 2 });
  });

  it('that lives cannot be removed, one that has ended can, and nobody else sees it', async () => {
    await using api = await startApi([{ hang: true }]);
    const id = await accepted(api, script);
    for (let time = 0; time < 2; time += 1) {
      const refused = await api.send('DELETE', `/jobs/${id}`);
      expect(refused.status).toBe(409);
      expect(await refused.json()).toMatchObject({ error: { code: 'BAD_REQUEST', details: { reason: 'conflict' } } });
    }
    await api.post(`/jobs/${id}/cancel`, {});
    expect((await api.send('DELETE', `/jobs/${id}`)).status).toBe(204);
    expect((await api.get(`/jobs/${id}`)).status).toBe(404);
    for (const [method, path] of [
      ['POST', '/jobs/job_x/cancel'],
      ['POST', '/jobs/job_x/retry'],
      ['DELETE', '/jobs/job_x'],
    ] as const)
      expect([path, (await api.send(method, path)).status]).toEqual([path, 404]);
  });

  it('is kept, named and found, and listed page by page', async () => {
    await using api = await startApi();
    const ids = [];
    for (const prompt of ['How one espresso works', 'How two espressos work', 'How tea and espresso work'])
      ids.push(await accepted(api, { ...script, prompt }));
    for (const id of ids) await ended(api, id);
    const changed = await api.send('PATCH', `/jobs/${ids[2]}`, {
      kept: true,
      label: ' Für Oma ',
      choices: { title: 1 },
    });
    expect(await dataOf(changed)).toMatchObject({
      kept: true,
      label: 'Für Oma',
      choices: { title: 1 },
      expires_at: null,
    });
    expect((await api.send('PATCH', `/jobs/${ids[2]}`, { kept: 'yes' })).status).toBe(422);
    const unnamed = await api.send('PATCH', `/jobs/${ids[1]}`, { label: 'x', choices: { title: 1 }, state: 'queued' });
    expect(await unnamed.json()).toMatchObject({
      data: { label: 'x', state: 'succeeded' },
      meta: { ignored: ['state'] },
    });
    const takenAway = await api.send('PATCH', `/jobs/${ids[1]}`, { label: null, choices: null, kept: null });
    expect(await dataOf(takenAway)).toMatchObject({ label: null, choices: null, kept: false });
    const listed = async (query: string) => {
      const response = await api.get(`/jobs?${query}`);
      return (await response.json()) as { data: JobView[]; meta: { next_cursor: string | null } };
    };
    expect((await listed('q=oma')).data.map(({ id }) => id)).toEqual([ids[2]]);
    expect((await listed('q=ESPRESSO%20one')).data.map(({ id }) => id)).toEqual([ids[0]]);
    expect((await listed('kept=true')).data).toHaveLength(1);
    const today = new Date().toISOString().slice(0, 10);
    expect((await listed(`from=${today}&to=${today}&state=succeeded`)).data).toHaveLength(3);
    expect((await listed(`to=${today}T00:00:00Z`)).data).toHaveLength(0);
    const first = await listed('limit=2');
    expect(first.data[0]).not.toHaveProperty('result');
    const second = await listed(`limit=2&cursor=${first.meta.next_cursor}`);
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(ids.toReversed());
    expect(second.meta.next_cursor).toBeNull();
    const cursor = first.meta.next_cursor;
    for (const query of [
      'cursor=',
      'cursor=x',
      `q=tea&cursor=${cursor}`,
      'limit=0',
      'limit=201',
      ...['1e2', '%2B5', '0x10', '%205', '5.0', '05', '-1', '5%20', '1_0', '٥', '５', '', 'Infinity', 'true'].map(
        (text) => `limit=${text}`,
      ),
      'from=2026-02-30',
      'state=a&state=b',
      'kept=1',
    ])
      expect([query, (await api.get(`/jobs?${query}`)).status]).toEqual([query, 422]);
  });
});

describe('when its process dies', { timeout: 60_000 }, () => {
  it('a job goes on elsewhere, and what was answered is not asked again', async () => {
    await using folder = await temporaryFolder();
    let isHeld = true;
    await using api = await startApi(
      (request) => (isHeld && schemaOf(request) !== 'script' ? { hang: true } : wellBehaved(request)),
      {
        env: { DATA_DIR: folder.path, MPC_LEASE_SECONDS: '3' },
      },
    );
    const id = await accepted(api, script, 'package');
    await expect.poll(() => api.provider.requests.length, { timeout: 10_000 }).toBe(3);
    api.server.process.kill('SIGKILL');
    isHeld = false;
    const next = await api.beside();
    expect(await ended(next, id)).toMatchObject({ state: 'succeeded', attempts: 2, missing: [] });
    const asked = api.provider.requests.map((request) => schemaOf(request));
    expect(asked.filter((schema) => schema === 'script')).toHaveLength(1);
    expect(asked).toHaveLength(5);
    const { result } = await read(next, id);
    expect((await next.get(`/jobs/${(result as { jobs: { script: string } }).jobs.script}`)).status).toBe(200);
  });

  it('by SIGTERM, the job goes on elsewhere at once and has not been attempted', async () => {
    await using folder = await temporaryFolder();
    await using api = await startApi([slowly], { env: { DATA_DIR: folder.path, MPC_DRAIN_SECONDS: '1' } });
    const id = await accepted(api, script);
    await expect.poll(() => api.provider.requests.length, { timeout: 10_000 }).toBe(1);
    const next = await api.beside({ MPC_DRAIN_SECONDS: '60' });
    api.server.process.kill('SIGTERM');
    await once(api.server.process, 'exit');
    expect(api.server.process.exitCode).toBe(0);
    await expect.poll(() => api.provider.requests.length, { timeout: 8_000 }).toBe(2);
    expect(await read(next, id)).toMatchObject({ state: 'running', attempts: 1 });
    // It may end in its own time.
    next.server.process.kill('SIGTERM');
    await once(next.server.process, 'exit');
    const last = await api.beside();
    expect(await read(last, id)).toMatchObject({ state: 'succeeded', attempts: 1 });
    expect(api.provider.requests).toHaveLength(2);
  });
});

interface JobView {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly result: object | null;
  readonly partial: { readonly scenes?: readonly unknown[] } | null;
  readonly missing: readonly unknown[];
  readonly meta: object | null;
  readonly expires_at: string | null;
}

function wellBehavedTo(body: unknown): Behaviour {
  return wellBehaved({ body } as RecordedRequest);
}

async function accepted(api: ApiCalls, body: object, recipe = 'script'): Promise<string> {
  const response = await api.post(`/generate/${recipe}`, { ...body, async: true });
  expect(response.status).toBe(202);
  return (await dataOf(response)).id;
}

async function ended(api: ApiCalls, id: string): Promise<JobView> {
  await expect
    .poll(async () => (await read(api, id)).state, { timeout: 30_000, interval: 100 })
    .toMatch(/succeeded|failed|cancelled/);
  return read(api, id);
}

async function read(api: Pick<RunningApi, 'get'>, id: string): Promise<JobView> {
  return dataOf(await api.get(`/jobs/${id}`));
}

async function dataOf(response: Response): Promise<JobView> {
  return ((await response.json()) as { data: JobView }).data;
}
