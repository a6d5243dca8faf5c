// npm run bench:jobs -- throughput [sqlite|postgres] [jobs]: what queued jobs cost. README.md says more.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres, startServer, temporaryFolder, type StartedServer } from '@showrunner/testkit';
import { cases } from '../mpc-api/cases.ts';
import { cpuMicroseconds, residentMegabytes } from '../mpc-api/process-usage.ts';

const KEY = 'sk-bench';
const [, database = 'sqlite', count = '400'] = process.argv.slice(2);
const JOBS = Number(count);
const WORKERS = database === 'postgres' ? 4 : 1;

await using postgres = database === 'postgres' ? await startPostgres() : undefined;
await using folder = await temporaryFolder();
const gateway = await startServer(join(import.meta.dirname, '../mpc-api/instant-gateway.ts'), {
  env: { STREAM_GAP_MS: '0' },
});
const env = {
  DATA_DIR: folder.path,
  LITELLM_BASE_URL: gateway.url,
  MPC_API_KEY: KEY,
  NODE_ENV: 'production',
  ...(postgres && { DATABASE_URL: postgres.url }),
};
const api = await start('main.ts', { MPC_WORKERS: '0' }, ['--port', '0', '--host', '127.0.0.1']);
const script = cases.find(({ schema }) => schema === 'script');
if (!script) throw new Error('The bench of answers has no script.');

const idle = residentMegabytes(pidOf(api));
await each(JOBS, (index) => send(index, {}));
const answering = await costOf(JOBS, (index) => send(100_000 + index, {}));
const accepting = await costOf(JOBS, (index) => send(200_000 + index, { async: true }));
const workers: StartedServer[] = [];
for (let index = 0; index < WORKERS; index += 1)
  workers.push(await start('worker-main.ts', { INTERNAL_PORT: '0' }, []));
await untilEmpty();
// Workers that have compiled what they run carry out as many again.
const before = workers.map((worker) => cpuMicroseconds(pidOf(worker)));
const begun = performance.now();
await each(JOBS, (index) => send(300_000 + index, { async: true }));
await untilEmpty();
const seconds = (performance.now() - begun) / 1_000;
const cpu = workers.reduce((sum, worker, index) => sum + cpuMicroseconds(pidOf(worker)) - (before[index] ?? 0), 0);
console.log(
  JSON.stringify({
    database,
    jobs: JOBS,
    workers: WORKERS,
    jobs_a_minute: Math.round((JOBS / seconds) * 60),
    worker_cpu_us_a_job: Math.round(cpu / JOBS),
    answering_cpu_us: Math.round(answering),
    accepting_cpu_us: Math.round(accepting),
    accepting_times_answering: Number((accepting / answering).toFixed(2)),
    api_mb: { idle, after: residentMegabytes(pidOf(api)) },
    worker_mb_after: workers.map((worker) => residentMegabytes(pidOf(worker))),
  }),
);
await Promise.all([api, ...workers, gateway].map((server) => server.stop()));

function start(file: string, more: Record<string, string>, args: string[]): Promise<StartedServer> {
  return startServer(join(import.meta.dirname, '../../apps/mpc-api/src', file), { args, env: { ...env, ...more } });
}

function pidOf({ process: child }: StartedServer): number {
  if (child.pid === undefined) throw new Error('The server has no process.');
  return child.pid;
}

async function send(index: number, more: object): Promise<void> {
  const response = await fetch(api.url + (script?.path ?? ''), {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...(script?.body(index) as object), ...more }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}

/** Sixteen at a time. */
async function each(requests: number, action: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < requests) await action(next++);
  };
  await Promise.all(Array.from({ length: 16 }, one));
}

/** CPU time of the API for a request, in microseconds. */
async function costOf(requests: number, action: (index: number) => Promise<void>): Promise<number> {
  const since = cpuMicroseconds(pidOf(api));
  await each(requests, action);
  return (cpuMicroseconds(pidOf(api)) - since) / requests;
}

async function untilEmpty(): Promise<void> {
  for (const state of ['queued', 'running'])
    for (;;) {
      const response = await fetch(`${api.url}/jobs?state=${state}&limit=1`, { headers: { 'x-api-key': KEY } });
      if (((await response.json()) as { data: unknown[] }).data.length === 0) break;
      await pause(200);
    }
}
