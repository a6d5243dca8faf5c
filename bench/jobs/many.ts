// npm run bench:jobs -- many: four APIs and four workers on one Postgres, which crashes under them. README.md says more.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '@showrunner/store';
import { startPostgres, startServer, temporaryFolder, type StartedServer } from '@showrunner/testkit';
import { sql } from 'kysely';

const KEY = 'sk-bench';
const PROCESSES = 4;
const JOBS = { many: 300, few: 60 } as const;
const SLOTS = 2;

await using postgres = await startPostgres();
await using folder = await temporaryFolder();
const gateway = await startServer(join(import.meta.dirname, '../mpc-api/instant-gateway.ts'));
const env = {
  DATA_DIR: folder.path,
  DATABASE_URL: postgres.url,
  LITELLM_BASE_URL: gateway.url,
  MPC_API_KEY: KEY,
  NODE_ENV: 'production',
  MPC_LEASE_SECONDS: '10',
};
const apis = await startFour('main.ts', { MPC_WORKERS: '0' }, ['--port', '0', '--host', '127.0.0.1']);
const keys = { many: await keyOf('many'), few: await keyOf('few') };
const [many, few] = [await acceptAll('many'), await acceptAll('few')];
const startedAt = performance.now();
const workers = await startFour('worker-main.ts', { MPC_WORKERS: String(SLOTS), INTERNAL_PORT: '0' }, []);
await untilEnded((JOBS.many + JOBS.few) / 3);
const crashedAt = performance.now();
await crashPostgres();
await untilEnded(JOBS.many + JOBS.few);
const seconds = (performance.now() - startedAt) / 1_000;
await print();
await Promise.all([...apis, ...workers, gateway].map((server) => server.stop()));

async function startFour(file: string, more: Record<string, string>, args: string[]): Promise<StartedServer[]> {
  const servers: StartedServer[] = [];
  for (let index = 0; index < PROCESSES; index += 1)
    servers.push(
      await startServer(join(import.meta.dirname, '../../apps/mpc-api/src', file), { args, env: { ...env, ...more } }),
    );
  return servers;
}

/** A key of a workspace of its own. */
async function keyOf(workspace: keyof typeof JOBS): Promise<string> {
  const response = await ask(0, KEY, '/keys', { name: workspace, workspace, scopes: ['generate:*', 'jobs:read'] });
  return ((await response.json()) as { data: { key: string } }).data.key;
}

function ask(api: number, key: string, path: string, body?: object): Promise<Response> {
  return fetch(`${apis[api % PROCESSES]?.url}${path}`, {
    headers: { 'x-api-key': key, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
}

/** Accepts the jobs of a workspace at all four APIs. */
async function acceptAll(workspace: keyof typeof JOBS): Promise<string[]> {
  const one = async (index: number): Promise<string> => {
    const body = { prompt: `How espresso works, ${workspace} ${index}`, async: true, cache: false };
    const response = await ask(index, keys[workspace], '/generate/script', body);
    if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
    return ((await response.json()) as { data: { id: string } }).data.id;
  };
  return Promise.all(Array.from({ length: JOBS[workspace] }, (_, index) => one(index)));
}

/** Ends one server process of the database as a crash would: the others are ended with it, and it recovers. */
async function crashPostgres(): Promise<void> {
  const database = await openDatabase({ url: postgres.url, file: '', owner: 'bench' }, []);
  const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(database.query);
  if (rows[0]) process.kill(rows[0].pid, 'SIGKILL');
  await database.dispose().catch(() => undefined);
}

interface Row {
  readonly workspace: string;
  readonly state: string;
  readonly attempts: number;
  readonly started_at: string;
  readonly starts: number;
  readonly results: number;
}

async function readJobs(): Promise<Row[]> {
  const database = await openDatabase({ url: postgres.url, file: '', owner: 'bench' }, []);
  try {
    const found = await sql<Row>`
      SELECT workspace, state, attempts, started_at,
        (SELECT count(*) FROM job_events WHERE job_id = jobs.id AND name = 'start') AS starts,
        (SELECT count(*) FROM job_events WHERE job_id = jobs.id AND name = 'result') AS results
      FROM jobs WHERE workspace IN ('many', 'few') ORDER BY started_at`.execute(database.query);
    return found.rows;
  } finally {
    await database.dispose();
  }
}

async function untilEnded(count: number): Promise<void> {
  for (;;) {
    const ended = await readJobs().then(
      (all) => all.filter(({ state }) => state !== 'queued' && state !== 'running').length,
      () => 0,
    );
    if (ended >= count) return;
    await pause(500);
  }
}

async function print(): Promise<void> {
  const all = await readJobs();
  // As long as both wait, each has its share of the starts.
  const last = all.findLastIndex(({ workspace }) => workspace === 'few');
  const share = JOBS.few / (last + 1);
  const { asks } = (await (await fetch(`${gateway.url}/asks`)).json()) as { asks: number };
  const figures = {
    accepted: many.length + few.length,
    succeeded: all.filter(({ state }) => state === 'succeeded').length,
    twice: all.filter(({ starts, results }) => starts !== 1 || results !== 1).length,
    again: all.filter(({ attempts }) => attempts > 1).length,
    repeated: asks - all.length,
    share_of_few: Number(share.toFixed(2)),
    jobs_a_minute: Math.round((all.length / seconds) * 60),
    seconds_after_crash: Math.round((performance.now() - crashedAt) / 1_000),
  };
  console.log(JSON.stringify(figures));
  const isRight =
    figures.succeeded === figures.accepted &&
    figures.twice === 0 &&
    share >= 1 / 3 &&
    figures.repeated <= PROCESSES * SLOTS;
  process.exitCode = isRight ? 0 : 1;
}
