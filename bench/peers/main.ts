// Our gateway beside others, and all of them beside the floor, in interleaved rounds of one run. How to read the table
// that it prints: README.md in this folder.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from '../gateway/measure/median.ts';
import { cpuMicroseconds, load, residentMegabytes, startOnCore } from '../gateway/servers/processes.ts';
import { PRODUCTION, startProductionGateway } from '../gateway/servers/production-gateway.ts';
import { startOwn, startPeer, type Place } from './contender.ts';
import { nginx } from './nginx.ts';
import { litellm, portkey, type Peer } from './peers.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '6' },
    seconds: { type: 'string', default: '4' },
    'without-nginx': { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);

const MEASURED_CORE = 0;
const OTHER_CORE = 1;
const WARM_UP_SECONDS = 5;
const programs = join(import.meta.dirname, '../gateway/servers');

const folder = await mkdtemp(join(tmpdir(), 'showrunner-peers-'));
const upstream = await startOnCore(OTHER_CORE, [join(programs, 'instant-upstream.ts')]);
const place: Place = { core: MEASURED_CORE, upstreamUrl: upstream.url, folder };

const loadBefore = loadavg()[0]?.toFixed(1);
const peers: readonly Peer[] = [...(values['without-nginx'] ? [] : [nginx]), portkey, litellm];
const contenders = [
  await startOwn('floor', place, () => startOnCore(MEASURED_CORE, [join(programs, 'floor-proxy.ts'), upstream.url])),
  await startOwn('Showrunner', place, () => startProductionGateway({ ...place, name: 'gateway' })),
];
for (const peer of peers) contenders.push(await startPeer(peer, place));

const measured = contenders.map((contender) => ({
  contender,
  micros: new Array<number>(),
}));
for (const { url, script } of contenders) await load(OTHER_CORE, url, script, WARM_UP_SECONDS);
for (let round = 0; round < rounds; round++) {
  for (const { contender, micros } of measured) {
    const before = await cpuMicroseconds(contender.pid);
    const { requests } = await load(OTHER_CORE, contender.url, contender.script, seconds);
    micros.push(((await cpuMicroseconds(contender.pid)) - before) / requests);
  }
}

const floorMicros = measured[0]?.micros ?? [];
console.log(
  `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}; ` +
    `${rounds} interleaved rounds of ${seconds} s, 16 connections, one core for the gateway; load of the machine before: ${loadBefore}\n` +
    `Showrunner with ${PRODUCTION}\n`,
);
console.log('| gateway | CPU per request | × floor | requests/s of one core | resident | start to first answer |');
console.log('|---|---|---|---|---|---|');
for (const { contender, micros } of measured) {
  const ratios = micros.map((value, round) => value / (floorMicros[round] ?? Number.NaN));
  const cells = [
    contender.name,
    `${range(micros)} µs`,
    median(ratios).toFixed(median(ratios) < 10 ? 2 : 0),
    range(micros.map((value) => 1e6 / value)),
    `${(await residentMegabytes(contender.pid)).toFixed(0)} MB`,
    `${(contender.startMs / 1000).toFixed(2)} s`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
for (const server of [...contenders, upstream]) await server.stop();
await rm(folder, { recursive: true });

function range(list: readonly number[]): string {
  const [least, most] = [Math.min(...list), Math.max(...list)].map((value) => Math.round(value).toLocaleString('en'));
  return `${least}–${most}`;
}
