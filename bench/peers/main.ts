// Our gateway beside others, and all of them beside the floor, in interleaved rounds of one run. How to read the table
// that it prints: README.md in this folder.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cpuMicroseconds, load, residentMegabytes, startOnCore } from '../gateway/processes.ts';
import { startOwn, startPeer, type Contender, type Place } from './contender.ts';
import { litellm, portkey } from './peers.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '6' }, seconds: { type: 'string', default: '4' } },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);

const MEASURED_CORE = 0;
const OTHER_CORE = 1;
const WARM_UP_SECONDS = 5;
const bench = join(import.meta.dirname, '..');

const folder = await mkdtemp(join(tmpdir(), 'showrunner-peers-'));
const upstream = await startOnCore(OTHER_CORE, [join(bench, 'gateway/instant-upstream.ts')]);
const place: Place = { core: MEASURED_CORE, upstreamUrl: upstream.url, key: 'sk-bench', folder };

const floor = await startOwn('floor', place, [join(bench, 'gateway/floor-proxy.ts'), upstream.url]);
const contenders = [floor, await startGateway(), await startPeer(portkey, place), await startPeer(litellm, place)];

const measured = contenders.map((contender) => ({
  contender,
  micros: new Array<number>(),
  perSecond: new Array<number>(),
}));
for (const { url, script } of contenders) await load(OTHER_CORE, url, script, WARM_UP_SECONDS);
for (let round = 0; round < rounds; round++) {
  for (const { contender, micros, perSecond } of measured) {
    const before = await cpuMicroseconds(contender.pid);
    const result = await load(OTHER_CORE, contender.url, contender.script, seconds);
    micros.push(((await cpuMicroseconds(contender.pid)) - before) / result.requests);
    perSecond.push(result.perSecond);
  }
}

const floorMicros = measured[0]?.micros ?? [];
console.log(
  `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}; ` +
    `${rounds} interleaved rounds of ${seconds} s, 16 connections, one core for the gateway\n`,
);
console.log('| gateway | CPU per request | × floor | requests/s of one core | resident | start to first answer |');
console.log('|---|---|---|---|---|---|');
for (const { contender, micros, perSecond } of measured) {
  const ratios = micros.map((value, round) => value / (floorMicros[round] ?? Number.NaN));
  const cells = [
    contender.name,
    `${range(micros)} µs`,
    median(ratios).toFixed(median(ratios) < 10 ? 2 : 0),
    range(perSecond),
    `${(await residentMegabytes(contender.pid)).toFixed(0)} MB`,
    `${(contender.startMs / 1000).toFixed(2)} s`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
for (const server of [...contenders, upstream]) await server.stop();
await rm(folder, { recursive: true });

/** Our gateway as in production: key, limits, metrics, request log. */
async function startGateway(): Promise<Contender> {
  const config = join(folder, 'gateway.yaml');
  await writeFile(
    config,
    JSON.stringify({
      model_list: [
        {
          model_name: 'gpt',
          litellm_params: { model: 'openai/gpt-4o-mini', api_key: 'sk-up', api_base: `${upstream.url}/v1` },
        },
      ],
      general_settings: { master_key: place.key },
    }),
  );
  const args = [join(bench, '../apps/gateway/src/main.ts'), '--config', config, '--port', '0', '--host', '127.0.0.1'];
  return startOwn('Showrunner', place, args, { DATA_DIR: join(folder, 'gateway') });
}

function range(list: readonly number[]): string {
  const [least, most] = [Math.min(...list), Math.max(...list)].map((value) => Math.round(value).toLocaleString('en'));
  return `${least}–${most}`;
}

function median(list: readonly number[]): number {
  const sorted = [...list].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
