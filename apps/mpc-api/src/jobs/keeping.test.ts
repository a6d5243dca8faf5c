import { join } from 'node:path';
import { emptyPostgresDatabase, requireTool, startFaultProxy, startServer, temporaryFolder } from '@showrunner/testkit';
import { describe, expect, it } from 'vitest';
import { KEY, startApi, type Envelope, type RunningApi } from '../testing/start-api.ts';

describe('what was generated', () => {
  it('can be read by its job and named by its script the moment it is answered', async () => {
    await using api = await startApi();
    const script = await envelopeOf(api.post('/generate/script', { prompt: 'tea', client_ref: 'mine' }));
    const job = await envelopeOf(api.get(`/jobs/${script.meta.job_id}`));
    expect(job.data).toMatchObject({
      recipe: 'script',
      state: 'succeeded',
      result: script.data,
      client_ref: 'mine',
      error: null,
    });
    for (const script_id of [script.data.id, script.meta.job_id]) {
      const metadata = await api.post('/generate/metadata', { script_id });
      expect(metadata.status).toBe(200);
      expect(JSON.stringify(api.provider.requests.at(-1)?.body)).toContain('nine bars');
    }
  });

  it('an unknown script_id is 404; beside content of its own it is only named', async () => {
    await using api = await startApi();
    expect((await api.post('/generate/metadata', { script_id: 'scr_unknown' })).status).toBe(404);
    const beside = await envelopeOf(api.post('/generate/metadata', { script_id: 'my-own-id', content: 'Espresso.' }));
    expect(beside.meta.ignored).toEqual(['script_id']);
  });

  it('survives a restart, and kill -9 once it has been written', async () => {
    const folder = await temporaryFolder();
    await using api = await startApi(undefined, { env: { DATA_DIR: folder.path } });
    const script = await envelopeOf(api.post('/generate/script', { prompt: 'tea' }));
    await api.get('/jobs');
    api.server.process.kill('SIGKILL');
    await using again = await startServer(join(import.meta.dirname, '../main.ts'), {
      args: ['--port', '0'],
      env: { DATA_DIR: folder.path, MPC_API_KEY: KEY },
    });
    const response = await fetch(`${again.url}/jobs/${script.meta.job_id}`, { headers: { 'x-api-key': KEY } });
    expect(await response.json()).toMatchObject({ data: { result: script.data } });
    await folder.remove();
  });

  it('is written before a clean stop ends', async () => {
    const folder = await temporaryFolder();
    await using api = await startApi(undefined, { env: { DATA_DIR: folder.path } });
    const script = await envelopeOf(api.post('/generate/script', { prompt: 'tea' }));
    expect(await api.server.stop()).toBe(0);
    await using again = await startServer(join(import.meta.dirname, '../main.ts'), {
      args: ['--port', '0'],
      env: { DATA_DIR: folder.path, MPC_API_KEY: KEY },
    });
    const response = await fetch(`${again.url}/jobs/${script.meta.job_id}`, { headers: { 'x-api-key': KEY } });
    expect(response.status).toBe(200);
    await folder.remove();
  });

  it('of a provider that failed is kept as a failed job', async () => {
    await using api = await startApi([{ reset: true }]);
    await api.post('/generate/script', { prompt: 'tea' });
    const { data } = await envelopeOf(api.get('/jobs'));
    expect(data).toMatchObject([{ state: 'failed', error: { code: 'LLM_ERROR' } }]);
  });

  it('is not kept when the caller says so', async () => {
    await using api = await startApi();
    const script = await envelopeOf(api.post('/generate/script', { prompt: 'tea', store: false }));
    expect(script.meta.job_id).toBeNull();
    expect((await envelopeOf(api.get('/jobs'))).data).toEqual([]);
  });
});

describe('without its database', requireTool('postgres'), () => {
  it('the API starts, answers, says degraded, and keeps what it answered when the database comes', async () => {
    const database = new URL(await emptyPostgresDatabase());
    await using network = await startFaultProxy({ port: Number(database.port) });
    network.down();
    const url = Object.assign(new URL(database), { host: `127.0.0.1:${network.port}` }).href;
    await using api = await startApi(undefined, { env: { DATABASE_URL: url } });
    const script = await envelopeOf(api.post('/generate/script', { prompt: 'tea' }));
    expect(script.success).toBe(true);
    expect(await statusOf(api)).toBe('degraded');
    expect((await api.get('/jobs')).status).toBe(503);
    expect((await api.get('/health/ready')).status).toBe(200);

    network.up();
    await expect.poll(() => statusOf(api), { timeout: 15_000 }).toBe('ok');
    const job = await api.get(`/jobs/${script.meta.job_id}`);
    expect(job.status).toBe(200);
  }, 60_000);

  it('the API goes on when the database goes away, and writes what it answered meanwhile', async () => {
    const database = new URL(await emptyPostgresDatabase());
    await using network = await startFaultProxy({ port: Number(database.port) });
    const url = Object.assign(new URL(database), { host: `127.0.0.1:${network.port}` }).href;
    await using api = await startApi(undefined, { env: { DATABASE_URL: url } });
    await envelopeOf(api.post('/generate/script', { prompt: 'before' }));
    network.down();
    const during = await envelopeOf(api.post('/generate/script', { prompt: 'during' }));
    expect(during.success).toBe(true);
    expect((await api.get(`/jobs/${during.meta.job_id}`)).status).toBe(200);
    await expect.poll(() => statusOf(api), { timeout: 5_000 }).toBe('degraded');

    network.up();
    await expect.poll(() => statusOf(api), { timeout: 15_000 }).toBe('ok');
    await expect.poll(async () => (await api.get('/jobs')).status).toBe(200);
    expect((await envelopeOf(api.get('/jobs'))).data).toHaveLength(2);
  }, 60_000);
});

async function envelopeOf(response: Promise<Response>): Promise<Envelope> {
  return (await (await response).json()) as Envelope;
}

async function statusOf(api: RunningApi): Promise<unknown> {
  return ((await (await api.get('/health')).json()) as { status: unknown }).status;
}
