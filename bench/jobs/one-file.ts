// npm run bench:jobs -- one-file [seconds]: an API and a worker of its own process write one SQLite file, while it is
// read, changed, deleted from and copied. README.md says more.
import { join } from 'node:path';
import { DatabaseSync, backup } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { startServer, temporaryFolder, type StartedServer } from '@showrunner/testkit';

const KEY = 'sk-bench';
const [, seconds = '30'] = process.argv.slice(2);
const SECONDS = Number(seconds);
const JOBS_A_SECOND = 100;
/** Once every so many jobs the other calls are made. */
const OTHERS_EVERY = 10;

await using folder = await temporaryFolder();
const gateway = await startServer(join(import.meta.dirname, '../mpc-api/instant-gateway.ts'), {
  env: { STREAM_GAP_MS: '0' },
});
const env = {
  DATA_DIR: folder.path,
  LITELLM_BASE_URL: gateway.url,
  MPC_API_KEY: KEY,
  MPC_WORKERS: '1',
  NODE_ENV: 'production',
  NODE_OPTIONS: `--import ${join(import.meta.dirname, 'loop-delay.ts')}`,
};
const api = await start('main.ts', ['--port', '0', '--host', '127.0.0.1'], {});
const worker = await start('worker-main.ts', [], { INTERNAL_PORT: '0' });
// The delay is measured once the start is over.
await pause(4_000);

const statuses = new Map<string, number>();
const accepted: string[] = [];
const deleted = new Set<string>();
const asks: Promise<void>[] = [];
const begun = performance.now();
const total = SECONDS * JOBS_A_SECOND;
for (let index = 0; index < total; index += 1) {
  asks.push(accept(index));
  if (index % OTHERS_EVERY === 0) asks.push(others(index));
  if (index === Math.floor(total / 2)) asks.push(copy());
  const ahead = begun + (index * 1_000) / JOBS_A_SECOND - performance.now();
  if (ahead > 0) await pause(ahead);
}
await Promise.all(asks);
const elapsed = (performance.now() - begun) / 1_000;
const missing = missingRows();
await Promise.all([api.stop(), worker.stop()]);
await gateway.stop();
const logs = [...api.logs, ...worker.logs];
const locked = logs.filter((line) => /locked|SQLITE_BUSY/iu.test(line)).length;
const delays = [api, worker].map(({ logs: lines }) => lines.find((line) => line.includes('event loop delay')));
console.log(
  JSON.stringify({
    seconds: Number(elapsed.toFixed(1)),
    accepted: accepted.length,
    statuses: Object.fromEntries(statuses),
    missing,
    locked,
    api: JSON.parse(delays[0] ?? '{}'),
    worker: JSON.parse(delays[1] ?? '{}'),
  }),
);
const isRight = locked === 0 && missing === 0 && ![...statuses.keys()].some((status) => /(500|503)$/u.test(status));
process.exitCode = isRight ? 0 : 1;

function start(file: string, args: readonly string[], more: Readonly<Record<string, string>>): Promise<StartedServer> {
  return startServer(join(import.meta.dirname, '../../apps/mpc-api/src', file), { args, env: { ...env, ...more } });
}

async function ask(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(api.url + path, {
    method,
    headers: { 'x-api-key': KEY, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const [kind = ''] = path.slice(1).split(/[/?]/u);
  const seen = `${method} ${kind} ${response.status}`;
  statuses.set(seen, (statuses.get(seen) ?? 0) + 1);
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

async function accept(index: number): Promise<void> {
  const body = { prompt: `How espresso works, ${index}`, async: true, cache: false };
  const answer = (await ask('POST', '/generate/script', body)) as { data?: { id: string } };
  if (answer.data) accepted.push(answer.data.id);
}

/** A job gets a label, an older one is deleted, and the use is read. */
async function others(index: number): Promise<void> {
  const [changed, old] = [accepted.at(-1), accepted[index - OTHERS_EVERY * 5]];
  if (changed !== undefined) await ask('PATCH', `/jobs/${changed}`, { label: `job ${index}` });
  if (old !== undefined) {
    deleted.add(old);
    await ask('DELETE', `/jobs/${old}`);
  }
  await ask('GET', '/usage');
}

/** As a backup copies it: page by page, beside the writers. */
async function copy(): Promise<void> {
  const source = new DatabaseSync(databaseFile(), { readOnly: true });
  await backup(source, join(folder.path, 'copy.db'));
  source.close();
}

function databaseFile(): string {
  return join(folder.path, 'mpc-api.sqlite');
}

/** How many of the accepted have no row, apart from those that were asked to be deleted. */
function missingRows(): number {
  using database = new DatabaseSync(databaseFile(), { readOnly: true });
  const there = new Set(
    database
      .prepare('SELECT id FROM jobs')
      .all()
      .map(({ id }) => id),
  );
  return accepted.filter((id) => !deleted.has(id) && !there.has(id)).length;
}
