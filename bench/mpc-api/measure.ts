// What the content API costs, beside a floor measured in the same run. How to read it: README.md in this folder.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENT_NODE_ARGS, SERVER_MALLOC_ARENAS } from '@showrunner/stack';
import { startServer, temporaryFolder, type StartedServer } from '@showrunner/testkit';
import { median } from '../gateway/measure/median.ts';
import { cases, type Case } from './cases.ts';
import { runLoad } from './load.ts';
import { cpuMicroseconds, residentMegabytes } from './process-usage.ts';

const KEY = 'sk-bench';
const headers = { authorization: `Bearer ${KEY}` };
const PARALLEL = 16;
/** Until then the compiler still works on the code, which is CPU time too. */
const WARM_UP = 4_000;
const MEASURED = Number(process.env.BENCH_REQUESTS ?? 10_000);
const ROUNDS = 5;
const A_ROUND = Math.ceil(MEASURED / ROUNDS);
const STREAMS = 500;

const folder = await temporaryFolder();
const gateway = await startServer(join(import.meta.dirname, 'instant-gateway.ts'));
const startedAt = performance.now();
const api = await startApi();
const listeningMs = performance.now() - startedAt;
const readyMs = await untilReady(api.url);
const idleMegabytes = residentMegabytes(pidOf(api));

console.log('CPU time per request of the server process, in microseconds\n');
console.log(row('case', 'floor', 'mpc-api', '× floor', 'goal'));
for (const one of cases) await printCase(one);
await printStreams();
console.log(`\nstart: listening after ${Math.round(listeningMs)} ms, ready after ${Math.round(readyMs)} ms`);
console.log(
  `resident: ${idleMegabytes} MB idle after the start, ${residentMegabytes(pidOf(api))} MB after all of the above`,
);

await Promise.all([api.stop(), gateway.stop()]);
await folder.remove();

/** Rounds of both servers take turns, so that neighbours on the machine disturb both sides. */
async function printCase(one: Case): Promise<void> {
  await load(api, one, { from: 0, requests: WARM_UP });
  const floor = await startFloor(one);
  await load(floor, one, { from: 0, requests: WARM_UP });
  const rounds: { floor: number; cost: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const part = { from: WARM_UP + round * A_ROUND, requests: A_ROUND };
    rounds.push({ floor: await costOf(floor, one, part), cost: await costOf(api, one, part) });
  }
  await floor.stop();
  const times = median(rounds.map((both) => both.cost / both.floor));
  const figures = [median(rounds.map((both) => both.floor)), median(rounds.map(({ cost }) => cost))];
  console.log(row(one.name, ...figures.map((figure) => figure.toFixed(0)), times.toFixed(2), `<= ${one.goalTimes}`));
}

/** The least server that does the same for its callers: asks the same question, or gives the same bytes. */
async function startFloor(one: Case): Promise<StartedServer> {
  const file = join(folder.path, 'floor.json');
  if (one.schema === undefined) {
    const [answer = ''] = await load(api, one, { from: 0, requests: 1 });
    writeFileSync(file, answer);
  } else {
    writeFileSync(file, await (await fetch(`${gateway.url}/last-ask?name=${one.schema}`)).text());
  }
  const args = one.schema === undefined ? ['kept', file] : ['ask', gateway.url, file];
  return startServer(join(import.meta.dirname, 'floor.ts'), { args });
}

interface Part {
  /** The index of its first request: each is another one. */
  readonly from: number;
  readonly requests: number;
}

/** CPU microseconds per request. */
async function costOf(server: StartedServer, one: Case, part: Part): Promise<number> {
  const before = cpuMicroseconds(pidOf(server));
  await load(server, one, part);
  return (cpuMicroseconds(pidOf(server)) - before) / part.requests;
}

function load({ url }: StartedServer, { path, body }: Case, { from, requests }: Part): Promise<string[]> {
  return runLoad({ url, path, body: (index) => body(from + index), requests, parallel: PARALLEL, headers });
}

async function printStreams(): Promise<void> {
  const script = cases.find(({ schema }) => schema === 'script');
  if (!script) return;
  const before = cpuMicroseconds(pidOf(api));
  const begun = performance.now();
  const answers = await runLoad({
    url: api.url,
    path: script.path,
    body: (index) => ({ ...(script.body(1_000_000 + index) as object), stream: true }),
    requests: STREAMS,
    parallel: STREAMS,
    headers,
  });
  const seconds = (performance.now() - begun) / 1_000;
  const cpuSeconds = (cpuMicroseconds(pidOf(api)) - before) / 1e6;
  const scenes = answers[0]?.match(/^event: scene$/gm)?.length ?? 0;
  console.log(
    `\n${STREAMS} parallel streams of ${scenes} scenes: all done in ${seconds.toFixed(1)} s, ` +
      `${cpuSeconds.toFixed(2)} s of CPU (${((100 * cpuSeconds) / seconds).toFixed(0)} % of one core)`,
  );
}

function startApi(): Promise<StartedServer> {
  return startServer(join(import.meta.dirname, '../../apps/mpc-api/src/main.ts'), {
    nodeArgs: CONTENT_NODE_ARGS,
    args: ['--port', '0', '--host', '127.0.0.1'],
    env: {
      LITELLM_BASE_URL: gateway.url,
      MPC_API_KEY: KEY,
      NODE_ENV: 'production',
      MALLOC_ARENA_MAX: SERVER_MALLOC_ARENAS,
    },
  });
}

async function untilReady(url: string): Promise<number> {
  while (!(await fetch(`${url}/health/ready`)).ok) continue;
  return performance.now() - startedAt;
}

function pidOf({ process: child }: StartedServer): number {
  if (child.pid === undefined) throw new Error('The server has no process.');
  return child.pid;
}

function row(...cells: string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(24) : cell.padStart(9))).join('');
}
