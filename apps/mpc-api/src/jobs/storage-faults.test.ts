import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import {
  emptyPostgresDatabase,
  openAiChunks,
  requireTool,
  startFaultProxy,
  temporaryFolder,
} from '@showrunner/testkit';
import { openDatabase } from '@showrunner/store';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { espressoAnswer } from '../testing/espresso.ts';
import { startApi, wellBehaved, type ApiCalls, type Envelope, type RunningApi } from '../testing/start-api.ts';

// What becomes of work when the database cannot be written, seen from outside: nothing accepted is lost, answers go out,
// and what is said of it names neither a file nor a secret.

const run = promisify(execFile);
const request = { prompt: 'How espresso works', cache: false };
const patient = { timeout: 120_000 };

// The kernel refuses what is beyond the limit of a process, as it refuses what a disk has no room for.
describe('a disk that is full', { ...patient, ...requireTool('prlimit') }, () => {
  test('refuses jobs, lets answers out and keeps them, and loses nothing of what runs', async () => {
    const { api, folder, gate } = await openSqlite();
    const begun = await accept(api);
    await expect.poll(() => gate.waiting, { timeout: 20_000 }).toBe(1);
    const full = statSync(join(folder, 'mpc-api.sqlite-wal')).size;
    await run('prlimit', ['--pid', String(api.server.process.pid), `--fsize=${full}:`]);

    const refused = await untilRefused(api);
    expect(refused).toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      details: { dependency: 'database', retryable: true },
    });
    gate.open();
    const answered = await api.post('/generate/script', request);
    expect(answered.status).toBe(200);
    const { meta } = (await answered.json()) as Envelope;
    expect(await stateOf(api, meta.job_id)).toBe('succeeded');
    await expect.poll(() => isDatabaseWell(api), { timeout: 20_000 }).toBe(false);

    await run('prlimit', ['--pid', String(api.server.process.pid), '--fsize=unlimited:']);
    await expect.poll(() => stateOf(api, begun), { timeout: 30_000 }).toBe('succeeded');
    await expect.poll(() => isDatabaseWell(api), { timeout: 30_000 }).toBe(true);
    const later = await accept(api);
    await expect.poll(() => stateOf(api, later), { timeout: 30_000 }).toBe('succeeded');
    expect(await stateOf(api, meta.job_id)).toBe('succeeded');
  });
});

describe('a file that another program has locked', patient, () => {
  test('is waited for; for long it refuses what must be stored, and loses nothing', async () => {
    const { api, folder } = await openSqlite({ isOpen: true });
    const other = new DatabaseSync(join(folder, 'mpc-api.sqlite'), { timeout: 20_000 });
    onTestFinished(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    const waiting = api.post('/generate/script', { ...request, async: true });
    const answered = await api.post('/generate/script', request);
    expect(answered.status).toBe(200);
    other.exec('ROLLBACK');
    const accepted = await waiting;
    expect(accepted.status).toBe(202);
    const { id } = ((await accepted.json()) as Envelope).data;

    other.exec('BEGIN IMMEDIATE');
    expect(await untilRefused(api)).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    other.exec('ROLLBACK');
    await expect.poll(() => stateOf(api, id), { timeout: 30_000 }).toBe('succeeded');
    const { meta } = (await answered.json()) as Envelope;
    await expect.poll(() => stateOf(api, meta.job_id), { timeout: 30_000 }).toBe('succeeded');
  });
});

describe('a Postgres', { ...patient, ...requireTool('postgres') }, () => {
  test('that goes and comes back refuses jobs meanwhile, lets answers out, and asks nothing twice', async () => {
    const url = new URL(await emptyPostgresDatabase());
    await using proxy = await startFaultProxy({ port: Number(url.port) });
    url.port = String(proxy.port);
    url.password = 'hunter2';
    const { api, gate } = await open({ DATABASE_URL: url.href });
    const begun = await accept(api);
    await expect.poll(() => gate.waiting, { timeout: 20_000 }).toBe(1);
    const asked = asks(api);
    proxy.down();
    expect(await untilRefused(api)).toMatchObject({ details: { dependency: 'database', retryable: true } });
    gate.open();
    const answered = await api.post('/generate/script', request);
    expect(answered.status).toBe(200);
    proxy.up();
    await expect.poll(() => stateOf(api, begun), { timeout: 60_000 }).toBe('succeeded');
    const { meta } = (await answered.json()) as Envelope;
    await expect.poll(() => stateOf(api, meta.job_id), { timeout: 30_000 }).toBe('succeeded');
    expect(asks(api)).toBe(asked + 1);
  });

  test('that takes no writes refuses jobs and is gone on with when it does', async () => {
    const url = await emptyPostgresDatabase();
    const { api } = await open({ DATABASE_URL: url }, { isOpen: true });
    await setReadOnly(url, true);
    expect(await untilRefused(api)).toMatchObject({ code: 'SERVICE_UNAVAILABLE', details: { dependency: 'database' } });
    const answered = (await (await api.post('/generate/script', request)).json()) as Envelope;
    await setReadOnly(url, false);
    await expect.poll(() => stateOf(api, answered.meta.job_id), { timeout: 60_000 }).toBe('succeeded');
    const later = await accept(api);
    await expect.poll(() => stateOf(api, later), { timeout: 60_000 }).toBe('succeeded');
  });
});

describe.each(['sqlite', 'postgres'] as const)('processes that start at once on an empty %s', (database) => {
  test('migrate once and work', { ...patient, ...(database === 'postgres' && requireTool('postgres')) }, async () => {
    const { api } =
      database === 'sqlite'
        ? await openSqlite({ isOpen: true })
        : await open({ DATABASE_URL: await emptyPostgresDatabase() }, { isOpen: true });
    const folder = await temporaryFolder();
    onTestFinished(() => folder.remove());
    const place =
      database === 'sqlite'
        ? { DATA_DIR: folder.path }
        : { DATABASE_URL: await emptyPostgresDatabase(), DATA_DIR: folder.path };
    const three = await Promise.all([api.beside(place), api.beside(place), api.beside(place)]);
    for (const one of three) {
      const id = await accept(one);
      for (const reader of three) await expect.poll(() => stateOf(reader, id), { timeout: 30_000 }).toBe('succeeded');
    }
  });
});

/** Holds the provider's answers until it is opened. */
interface Gate {
  waiting: number;
  open(): void;
}

interface OpenOptions {
  readonly isOpen?: boolean;
}

async function openSqlite(options?: OpenOptions) {
  const folder = await temporaryFolder();
  onTestFinished(() => folder.remove());
  return { ...(await open({ DATA_DIR: folder.path }, options)), folder: folder.path };
}

async function open(env: Readonly<Record<string, string>>, { isOpen = false }: OpenOptions = {}) {
  let isHeld = !isOpen;
  const gate: Gate = {
    waiting: 0,
    open: () => {
      isHeld = false;
    },
  };
  const api = await startApi(
    (recorded) => {
      if (!isHeld) return wellBehaved(recorded);
      gate.waiting += 1;
      return { sse: openAiChunks(JSON.stringify(espressoAnswer)), gapMs: 20 };
    },
    { env },
  );
  onTestFinished(() => api[Symbol.asyncDispose]());
  return { api, gate };
}

async function accept(api: ApiCalls): Promise<string> {
  const response = await api.post('/generate/script', { ...request, async: true });
  expect(response.status).toBe(202);
  return ((await response.json()) as Envelope).data.id;
}

/** The first refusal of a job, which the caller can show around. */
async function untilRefused(api: ApiCalls): Promise<{ code: string; details: object }> {
  for (;;) {
    const response = await api.post('/generate/script', { ...request, async: true });
    const text = await response.text();
    if (response.status === 202) continue;
    expect(response.status).toBe(503);
    for (const own of ['sqlite', 'hunter2', 'postgres', import.meta.dirname, '    at ', 'SQLITE'])
      expect(text).not.toContain(own);
    return (JSON.parse(text) as { error: { code: string; details: object } }).error;
  }
}

async function stateOf(api: ApiCalls, id: string): Promise<string> {
  const response = await api.get(`/jobs/${id}`);
  return response.ok ? ((await response.json()) as { data: { state: string } }).data.state : String(response.status);
}

async function isDatabaseWell(api: ApiCalls): Promise<boolean> {
  const { checks } = (await (await api.get('/health')).json()) as { checks: { database: { ok: boolean } } };
  return checks.database.ok;
}

function asks(api: RunningApi): number {
  return api.provider.requests.filter(({ method }) => method === 'POST').length;
}

async function setReadOnly(url: string, isReadOnly: boolean): Promise<void> {
  // Opening writes.
  const writable = `${url}?options=-c%20default_transaction_read_only%3Doff`;
  const database = await openDatabase({ url: writable, file: '', owner: 'nobody' }, []);
  try {
    const name = sql.id(new URL(url).pathname.slice(1));
    await sql`ALTER DATABASE ${name} SET default_transaction_read_only = ${sql.lit(isReadOnly)}`.execute(
      database.query,
    );
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`.execute(database.query);
  } finally {
    await database.dispose();
  }
}
