import { once } from 'node:events';
import { emptyPostgresDatabase, requireTool, startScriptedUpstream, temporaryFolder } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { startApi, wellBehaved, type ApiCalls } from './testing/start-api.ts';

// Workers that are processes of their own, beside an API that only accepts.

const accept = async (api: ApiCalls, body: object): Promise<string> => {
  const response = await api.post('/generate/script', { prompt: 'How espresso works', async: true, ...body });
  expect(response.status).toBe(202);
  return ((await response.json()) as { data: { id: string } }).data.id;
};

const read = async (api: ApiCalls, id: string) =>
  ((await (await api.get(`/jobs/${id}`)).json()) as { data: { state: string; meta: object | null; result: unknown } })
    .data;

const succeeds = async (api: ApiCalls, id: string): Promise<void> => {
  await expect.poll(async () => (await read(api, id)).state, { timeout: 30_000 }).toBe('succeeded');
};

async function surroundings(database: 'sqlite' | 'postgres', folder: string): Promise<Record<string, string>> {
  const url = database === 'postgres' ? { DATABASE_URL: await emptyPostgresDatabase() } : {};
  return { DATA_DIR: folder, MPC_WORKERS: '0', WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8', ...url };
}

describe.each(['sqlite', 'postgres'] as const)('workers alone, on %s', (database) => {
  const needs = { timeout: 90_000, ...(database === 'postgres' && requireTool('postgres')) };

  test('carry out what an API accepted that is gone since, and tell its receivers', needs, async () => {
    await using receiver = await startScriptedUpstream([{ raw: '' }]);
    await using folder = await temporaryFolder();
    await using api = await startApi(wellBehaved, { env: await surroundings(database, folder.path) });
    const id = await accept(api, { webhook_url: receiver.url });
    api.server.process.kill('SIGKILL');
    await once(api.server.process, 'exit');
    await api.worker({ MPC_WORKERS: '1' });
    await expect.poll(() => receiver.requests.length, { timeout: 30_000 }).toBe(1);
    expect(receiver.requests[0]?.body).toMatchObject({ type: 'job.succeeded', data: { job_id: id } });
    await succeeds(await api.beside(), id);
  });

  test('tell each end once, however many there are', needs, async () => {
    await using receiver = await startScriptedUpstream([{ raw: '', delayMs: 50 }]);
    await using folder = await temporaryFolder();
    await using api = await startApi(wellBehaved, { env: await surroundings(database, folder.path) });
    await Promise.all([api.worker({ MPC_WORKERS: '2' }), api.worker({ MPC_WORKERS: '2' })]);
    const jobs = await Promise.all(
      Array.from({ length: 12 }, (_, part) =>
        accept(api, { prompt: `Espresso, part ${part}`, webhook_url: receiver.url }),
      ),
    );
    const told = () => receiver.requests.map(({ body }) => (body as { data: { job_id: string } }).data.job_id);
    await expect.poll(() => told().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(12);
    const last = await accept(api, { prompt: 'Espresso, the last part', webhook_url: receiver.url });
    await expect.poll(() => told(), { timeout: 30_000 }).toContain(last);
    expect(told().toSorted()).toEqual([...jobs, last].toSorted());
    expect(new Set(receiver.requests.map(({ headers }) => headers['webhook-id'])).size).toBe(13);
  });
});

test(
  'a job is given what was answered before, as a plain request is, and asks nothing',
  { timeout: 60_000 },
  async () => {
    await using api = await startApi();
    const plain = (await (await api.post('/generate/script', { prompt: 'How espresso works' })).json()) as {
      data: object;
    };
    const again = await accept(api, {});
    await succeeds(api, again);
    expect(await read(api, again)).toMatchObject({
      result: plain.data,
      meta: { job_id: again, cache_hit: true, attempts: 0, cost_usd: 0, tokens: { total: 0 } },
    });
    expect(api.provider.requests).toHaveLength(1);
    const renewed = await accept(api, { cache: false });
    await succeeds(api, renewed);
    expect(await read(api, renewed)).toMatchObject({ meta: { cache_hit: false } });
    expect(api.provider.requests).toHaveLength(2);
    const third = await api.post('/generate/script', { prompt: 'How espresso works' });
    expect(await third.json()).toMatchObject({ meta: { cache_hit: true, job_id: renewed } });
    expect(api.provider.requests).toHaveLength(2);
  },
);
