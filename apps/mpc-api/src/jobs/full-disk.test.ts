import { mountSmallDisk, requireTool } from '@showrunner/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { startApi, wellBehaved, type ApiCalls, type Envelope } from '../testing/start-api.ts';

// A disk that is really full: nothing is accepted, nothing that was accepted is lost, and nothing is paid for twice.

const request = { prompt: 'How espresso works', cache: false, async: true };

test(
  'a full disk refuses jobs, and has those that wait and that run go on once there is room',
  { timeout: 120_000, ...requireTool('tmpfs') },
  async () => {
    const disk = await mountSmallDisk(16);
    onTestFinished(() => disk[Symbol.asyncDispose]());
    let isHeld = true;
    const api = await startApi((asked) => ({ ...wellBehaved(asked), ...(isHeld && { gapMs: 20 }) }), {
      env: { DATA_DIR: disk.path, MPC_WORKERS: '1' },
    });
    onTestFinished(() => api[Symbol.asyncDispose]());
    const running = await accept(api);
    const waiting = await accept(api);
    await expect.poll(() => api.provider.requests.length, { timeout: 20_000 }).toBeGreaterThan(0);
    await disk.fill();
    // What is left in the journal's last page may take one more.
    await expect.poll(async () => (await api.post('/generate/script', request)).status, { timeout: 30_000 }).toBe(503);
    const plain = await api.post('/generate/script', { ...request, async: false });
    expect(plain.status).toBe(200);
    isHeld = false;
    await disk.free();
    for (const id of [running, waiting])
      await expect.poll(() => stateOf(api, id), { timeout: 60_000 }).toBe('succeeded');
    const { data } = (await (await api.get('/jobs?limit=200')).json()) as { data: { id: string; attempts: number }[] };
    expect(data.map(({ attempts }) => attempts)).toEqual(data.map(() => 1));
    await expect
      .poll(async () => api.provider.requests.filter(({ method }) => method === 'POST').length, { timeout: 30_000 })
      .toBe(data.length);
  },
);

async function accept(api: ApiCalls): Promise<string> {
  const response = await api.post('/generate/script', request);
  expect(response.status).toBe(202);
  return ((await response.json()) as Envelope).data.id;
}

async function stateOf(api: ApiCalls, id: string): Promise<string> {
  return ((await (await api.get(`/jobs/${id}`)).json()) as { data: { state: string } }).data.state;
}
