// An hour of everything at once: whether memory stands still and each request gets what it should. README.md tells how.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { mixedKinds, sendMixed, type Outcome } from './load/mixed-requests.ts';
import { cpuMicroseconds, residentMegabytes, startOnCore } from './servers/processes.ts';
import { PRODUCTION, startProductionGateway } from './servers/production-gateway.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, rate: { type: 'string', default: '300' } },
});
const minutes = Number(values.minutes);
const rate = Number(values.rate);
const MINUTE_MS = 60_000;
/** Memory is compared behind the first minutes, in which caches and the young generation grow to their size. */
const WARM_UP_MINUTES = Math.min(3, minutes / 3);

const folder = await mkdtemp(join(tmpdir(), 'showrunner-bench-'));
const upstream = await startOnCore('0,1', [join(import.meta.dirname, 'servers/instant-upstream.ts')]);
const gateway = await startProductionGateway({
  name: 'mixed',
  core: '0,1',
  folder,
  upstreamUrl: upstream.url,
  settings: { litellm_settings: { cache: true, cache_params: { type: 'local', mode: 'default_off' } } },
});
const pool = new Pool(gateway.url, { connections: 256 });

console.log(`${minutes} minutes of ${rate} requests/s, open loop; gateway with ${PRODUCTION}`);
console.log(
  mixedKinds.map(({ name, share, status }) => `${(share * 100).toFixed(0)} % ${name} → ${status}`).join(', '),
);
console.log('minute  requests  unexpected  p50 ms  p99 ms  µs CPU  resident MB');
const memory: number[] = [];
const unexpected = new Map<string, number>();
let sent = 0;
for (let minute = 1; minute <= minutes; minute++) {
  const cpuBefore = await cpuMicroseconds(gateway.pid);
  const outcomes = await minuteOfLoad();
  const cpu = (await cpuMicroseconds(gateway.pid)) - cpuBefore;
  memory.push(await residentMegabytes(gateway.pid));
  sent += outcomes.length;
  print(minute, outcomes, cpu);
}
await pool.close();
await gateway.stop();
await upstream.stop();
await rm(folder, { recursive: true });
conclude();

/** Sends on time, whatever the answers take, and waits for the last of them. */
async function minuteOfLoad(): Promise<Outcome[]> {
  const startedAt = performance.now();
  const pending: Promise<Outcome>[] = [];
  while (performance.now() - startedAt < MINUTE_MS) {
    const due = Math.floor(((performance.now() - startedAt) / 1000) * rate);
    while (pending.length < due) pending.push(sendMixed(pool, sent + pending.length));
    await sleep(2);
  }
  return Promise.all(pending);
}

function print(minute: number, outcomes: readonly Outcome[], cpu: number): void {
  const wrong = outcomes.filter(({ problem }) => problem !== undefined);
  for (const { kind, problem } of wrong) {
    const what = `${kind}: ${problem}`;
    unexpected.set(what, (unexpected.get(what) ?? 0) + 1);
  }
  const times = outcomes.map(({ milliseconds }) => milliseconds).toSorted((one, other) => one - other);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  const figures = [minute, outcomes.length, wrong.length, at(0.5), at(0.99), (cpu / outcomes.length).toFixed(0)];
  const [first, ...rest] = [...figures, (memory.at(-1) ?? 0).toFixed(0)].map(String);
  console.log(
    `${first?.padStart(6)}  ${rest.map((figure, column) => figure.padStart([8, 10, 6, 6, 6, 11][column] ?? 0)).join('  ')}`,
  );
}

function conclude(): void {
  const warm = memory.slice(Math.floor(WARM_UP_MINUTES));
  const half = Math.ceil(warm.length / 2);
  const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
  const [early, late] = [mean(warm.slice(0, half)), mean(warm.slice(-half))];
  const wrong = [...unexpected.values()].reduce((sum, one) => sum + one, 0);
  if (wrong > 0) process.exitCode = 1;
  console.log(`\n${sent} requests, ${wrong} unexpected`);
  for (const [what, times] of unexpected) console.log(`  ${times} × ${what}`);
  console.log(`memory, first half to second: ${early.toFixed(0)} → ${late.toFixed(0)} MB`);
}
