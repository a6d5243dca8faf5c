import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { temporaryFolder } from '@showrunner/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { startApi, wellBehaved, type ApiCalls, type Envelope } from '../testing/start-api.ts';

// One SQLite file, on which an API with a worker, a worker alone and other programs write at once.

const request = { prompt: 'How espresso works', cache: false };

test('a file that many write refuses nobody, and has whatever was accepted', { timeout: 120_000 }, async () => {
  const { api, other, worker } = await openCrowded();
  const kept = await idOf(await api.post('/generate/script', request));
  const over = new AbortController();
  const disturbed = disturb(other, over.signal);
  const round = async (index: number): Promise<string> => {
    const accepted = await api.post('/generate/script', { ...request, async: true });
    const asked = await Promise.all([
      api.send('PATCH', `/jobs/${kept}`, { label: `round ${index}` }),
      api.send('DELETE', '/jobs/job_none'),
      api.get('/usage?by=day'),
    ]);
    expect([accepted, ...asked].map(({ status }) => status)).toEqual([202, 200, 404, 200]);
    return idOf(accepted);
  };
  const ids = await Promise.all(Array.from({ length: 25 }, (_, index) => round(index)));
  over.abort();
  await disturbed;
  for (const id of ids) await expect.poll(() => stateOf(api, id), { timeout: 60_000 }).toBe('succeeded');
  const said = [...api.server.logs, ...worker.logs].filter((line) =>
    /locked|SQLITE_BUSY|"level":"?(50|error)/.test(line),
  );
  expect(said).toEqual([]);
});

test('who waits for a locked file holds up nobody else', { timeout: 120_000 }, async () => {
  const { api, other } = await openCrowded();
  const id = await idOf(await api.post('/generate/script', request));
  await expect.poll(() => other.prepare('SELECT count(*) AS count FROM jobs').get()).toEqual({ count: 1 });
  other.exec('BEGIN IMMEDIATE');
  const accepted = api.post('/generate/script', { ...request, async: true });
  for (let look = 0; look < 20; look += 1) {
    expect((await api.get('/health/live')).status).toBe(200);
    expect(await stateOf(api, id)).toBe('succeeded');
    expect((await api.get('/jobs')).status).toBe(200);
  }
  other.exec('ROLLBACK');
  expect((await accepted).status).toBe(202);
});

/** A backup or another program at work: locked most of the time, free for a moment. */
async function disturb(other: DatabaseSync, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    other.exec('BEGIN IMMEDIATE');
    await pause(100);
    other.exec('ROLLBACK');
    await pause(20);
  }
}

async function openCrowded() {
  const folder = await temporaryFolder();
  const env = { DATA_DIR: folder.path, MPC_WORKERS: '1' };
  const api = await startApi(wellBehaved, { env });
  const worker = await api.worker(env);
  const other = new DatabaseSync(join(folder.path, 'mpc-api.sqlite'), { timeout: 20_000 });
  onTestFinished(async () => {
    other.close();
    await api[Symbol.asyncDispose]();
    await folder.remove();
  });
  return { api, other, worker };
}

async function idOf(response: Response): Promise<string> {
  const { data, meta } = (await response.json()) as Envelope;
  return response.status === 202 ? data.id : meta.job_id;
}

async function stateOf(api: ApiCalls, id: string): Promise<string> {
  return ((await (await api.get(`/jobs/${id}`)).json()) as { data: { state: string } }).data.state;
}
