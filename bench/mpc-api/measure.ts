// What the content API costs, beside a floor measured in the same run. How to read it: README.md in this folder.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer, temporaryFolder, type StartedServer } from '@showrunner/testkit';
import { cases, type Case } from './cases.ts';
import { runLoad } from './load.ts';
import { cpuMicroseconds, residentMegabytes } from './process-usage.ts';

const KEY = 'sk-bench';
const headers = { authorization: `Bearer ${KEY}` };
const PARALLEL = 16;
/** Until then the compiler still works on the code, which is CPU time too. */
const WARM_UP = 4_000;
const MEASURED = Number(process.env.BENCH_REQUESTS ?? 4_000);
const STREAMS = 500;

const folder = await temporaryFolder();
const gateway = await startServer(join(import.meta.dirname, 'instant-gateway.ts'));
const startedAt = performance.now();
const api = await startApi();
const listeningMs = performance.now() - startedAt;
const readyMs = await untilReady(api.url);
const idleMegabytes = residentMegabytes(pidOf(api));

console.log('CPU time per request of the server process, in microseconds\n');
console.log(row('case', 'floor', 'mpc-api', 'on top', 'goal'));
for (const one of cases) await printCase(one);
await printStreams();
console.log(`\nstart: listening after ${Math.round(listeningMs)} ms, ready after ${Math.round(readyMs)} ms`);
console.log(
  `resident: ${idleMegabytes} MB idle after the start, ${residentMegabytes(pidOf(api))} MB after all of the above`,
);

await Promise.all([api.stop(), gateway.stop()]);
await folder.remove();

async function printCase(one: Case): Promise<void> {
  const cost = await costOf(api, one);
  const floor = await floorOf(one);
  console.log(
    row(one.name, floor.toFixed(0), cost.toFixed(0), (cost - floor).toFixed(0), `<= ${one.goalMicroseconds}`),
  );
}

/** The same for the least server that does the same for its callers: asks the same question, or gives the same bytes. */
async function floorOf(one: Case): Promise<number> {
  const file = join(folder.path, 'floor.json');
  if (one.schema === undefined) {
    const [answer = ''] = await runLoad({ ...one, url: api.url, requests: 1, parallel: 1, headers });
    writeFileSync(file, answer);
  } else {
    writeFileSync(file, await (await fetch(`${gateway.url}/last-ask?name=${one.schema}`)).text());
  }
  const args = one.schema === undefined ? ['kept', file] : ['ask', gateway.url, file];
  const floor = await startServer(join(import.meta.dirname, 'floor.ts'), { args });
  const cost = await costOf(floor, one);
  await floor.stop();
  return cost;
}

/** CPU microseconds per request, after a warm-up of the same requests. */
async function costOf(server: StartedServer, { path, body }: Case): Promise<number> {
  await runLoad({ url: server.url, path, body, requests: WARM_UP, parallel: PARALLEL, headers });
  const before = cpuMicroseconds(pidOf(server));
  await runLoad({
    url: server.url,
    path,
    body: (index) => body(index + WARM_UP),
    requests: MEASURED,
    parallel: PARALLEL,
    headers,
  });
  return (cpuMicroseconds(pidOf(server)) - before) / MEASURED;
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
    args: ['--port', '0', '--host', '127.0.0.1'],
    env: { LITELLM_BASE_URL: gateway.url, MPC_API_KEY: KEY, NODE_ENV: 'production' },
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
