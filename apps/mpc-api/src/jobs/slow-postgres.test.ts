import {
  emptyPostgresDatabase,
  requireTool,
  startFaultProxy,
  startPooler,
  temporaryFolder,
  type FaultProxy,
} from '@showrunner/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startApi, wellBehaved, type ApiCalls, type Envelope } from '../testing/start-api.ts';

// A Postgres that is far away, that no longer says what it hears, or that stands behind a pooler: several processes, seen
// from outside.

const request = { prompt: 'How espresso works', cache: false, async: true };
const patient = { timeout: 180_000, ...requireTool('postgres') };

describe('a job that takes longer than its lease', patient, () => {
  test.each([
    ['at a database that is near', 0],
    ['at one where each answer takes long', 1_200],
  ])('%s is carried out by one worker, once', async (_, latencyMs) => {
    const { api, proxy } = await open({ MPC_WORKERS: '0', MPC_LEASE_SECONDS: '8' }, { asksTakeMs: 12_000 });
    await Promise.all([api.worker({ MPC_WORKERS: '1' }), api.worker({ MPC_WORKERS: '1' })]);
    const id = await accept(api);
    proxy.setFault({ latencyMs });
    await expect.poll(async () => (await jobOf(api, id)).state, { timeout: 150_000, interval: 500 }).toBe('succeeded');
    proxy.setFault({});
    expect(await jobOf(api, id)).toMatchObject({ attempts: 1, run: 1 });
    expect(api.provider.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(await toldOf(api, id)).toEqual(ONCE);
  });
});

describe('jobs that one process accepts, another carries out and a third tells', patient, () => {
  test('go on where nobody hears Postgres any more, and health says so', async () => {
    const { api, proxy } = await open({ MPC_WORKERS: '0' });
    await api.worker({ MPC_WORKERS: '1' });
    const reader = await api.beside();
    expect(await toldAt(reader, api)).toEqual(ONCE);
    proxy.setFault({ silent: true, only: LISTENER });
    await expect.poll(() => databaseHealth(api), { timeout: 60_000 }).toMatchObject({ ok: false });
    expect(await toldAt(reader, api)).toEqual(ONCE);
    proxy.setFault({});
    await expect.poll(() => databaseHealth(api), { timeout: 60_000 }).toMatchObject({ ok: true });
    expect(await toldAt(reader, api)).toEqual(ONCE);
  });

  test('go on behind a pooler by transactions, which loses what Postgres tells', async () => {
    await using pooler = await startPooler(await emptyPostgresDatabase());
    const { api } = await open({ MPC_WORKERS: '0', DATABASE_URL: pooler.url });
    await api.worker({ MPC_WORKERS: '1' });
    expect(await toldAt(await api.beside(), api)).toEqual(ONCE);
  });
});

/** By which Postgres, and a proxy before it, knows who listens. */
const LISTENER = 'showrunner listener';

interface OpenOptions {
  readonly asksTakeMs?: number;
}

async function open(env: Readonly<Record<string, string>>, { asksTakeMs = 0 }: OpenOptions = {}) {
  const folder = await temporaryFolder();
  const url = new URL(await emptyPostgresDatabase());
  const proxy: FaultProxy = await startFaultProxy({ port: Number(url.port) });
  url.port = String(proxy.port);
  const api = await startApi((asked) => ({ ...wellBehaved(asked), delayMs: asksTakeMs }), {
    env: { DATA_DIR: folder.path, DATABASE_URL: url.href, ...env },
  });
  onTestFinished(async () => {
    proxy.setFault({});
    await api[Symbol.asyncDispose]();
    await proxy.close();
    await folder.remove();
  });
  return { api, proxy };
}

/** What is told at one process of a job that another accepts, until it has ended: its beginning and its end. */
async function toldAt(reader: ApiCalls, api: ApiCalls): Promise<string[]> {
  return toldOf(reader, await accept(api));
}

async function toldOf(reader: ApiCalls, id: string): Promise<string[]> {
  const events = await (await reader.get(`/jobs/${id}/events`)).text();
  return [...(events.match(/^event: (start|result)$/gm) ?? [])];
}

const ONCE = ['event: start', 'event: result'];

async function accept(api: ApiCalls): Promise<string> {
  const response = await api.post('/generate/script', request);
  expect(response.status).toBe(202);
  return ((await response.json()) as Envelope).data.id;
}

async function jobOf(api: ApiCalls, id: string): Promise<{ state: string; attempts: number; run: number }> {
  const response = await api.get(`/jobs/${id}`);
  return ((await response.json()) as { data: { state: string; attempts: number; run: number } }).data;
}

async function databaseHealth(api: ApiCalls): Promise<object> {
  const { checks } = (await (await api.get('/health')).json()) as { checks: { database: object } };
  return checks.database;
}
