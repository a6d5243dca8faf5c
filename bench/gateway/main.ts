import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CHAT_PATH, chatHeaders, writeChatScript } from './chat-script.ts';
import { median } from './median.ts';
import { cpuMicroseconds, load, residentMegabytes, startOnCore, type Server } from './processes.ts';
import { KEY, PRODUCTION, startProductionGateway } from './production-gateway.ts';
import { profileByStep } from './profile-by-step.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '4' }, seconds: { type: 'string', default: '4' } },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);

const MEASURED_CORE = 0;
const OTHER_CORE = 1;
const WARM_UP_SECONDS = 5;
const STREAM_CHUNKS = 102;
const here = import.meta.dirname;

const folder = await mkdtemp(join(tmpdir(), 'showrunner-bench-'));
const upstream = await startOnCore(OTHER_CORE, [join(here, 'instant-upstream.ts')]);
const floor = await startOnCore(MEASURED_CORE, [join(here, 'floor-proxy.ts'), upstream.url]);
const onMeasuredCore = { core: MEASURED_CORE, folder, upstreamUrl: upstream.url };
const firstStart = await startProductionGateway({ ...onMeasuredCore, name: 'gateway' });
await firstStart.stop();
const gateway = await startProductionGateway({ ...onMeasuredCore, name: 'gateway' });
const caching = await startProductionGateway({
  ...onMeasuredCore,
  name: 'caching',
  settings: { litellm_settings: { cache: true } },
});
await new Promise((resolve) => setTimeout(resolve, 2000));
const idle = await residentMegabytes(gateway.pid);

interface Measured {
  readonly name: string;
  readonly server: Server;
  readonly script: string;
  readonly micros: number[];
  readonly perSecond: number[];
}

const cases: Measured[] = [
  await measured('floor', floor, { model: 'gpt' }),
  await measured('gateway, plain', gateway, { model: 'gpt' }),
  await measured('gateway, Anthropic translated', gateway, { model: 'claude' }),
  await measured('gateway, cached', caching, { model: 'gpt' }),
  await measured('floor, stream', floor, { model: 'gpt', stream: true }),
  await measured('gateway, stream', gateway, { model: 'gpt', stream: true }),
];

for (const { server, script } of cases) await load(OTHER_CORE, server.url + CHAT_PATH, script, WARM_UP_SECONDS);
for (let round = 0; round < rounds; round++) {
  for (const { server, script, micros, perSecond } of cases) {
    const before = await cpuMicroseconds(server.pid);
    const result = await load(OTHER_CORE, server.url + CHAT_PATH, script, seconds);
    micros.push(((await cpuMicroseconds(server.pid)) - before) / result.requests);
    perSecond.push(result.perSecond);
  }
}
const resident = await residentMegabytes(gateway.pid);
for (const server of [gateway, caching]) await server.stop();

const profiled = await startProductionGateway({
  ...onMeasuredCore,
  name: 'profiled',
  nodeFlags: ['--cpu-prof', `--cpu-prof-dir=${folder}`],
});
await load(OTHER_CORE, profiled.url + CHAT_PATH, cases[1]?.script ?? '', WARM_UP_SECONDS + seconds);
await profiled.stop();
await Promise.all([floor.stop(), upstream.stop()]);

print();
const shares = await profileByStep(folder);
const plain = median(cases[1]?.micros ?? []);
console.log('\nWhere a plain request goes (sampling profile, nearest caller; µs are shares of the figure above)');
for (const [step, share] of shares) {
  if (share >= 0.005)
    console.log(
      `  ${step.padEnd(38)} ${(share * 100).toFixed(1).padStart(5)} %  ${(share * plain).toFixed(1).padStart(5)} µs`,
    );
}
await rm(folder, { recursive: true });

async function measured(name: string, server: Server, members: object): Promise<Measured> {
  return {
    name,
    server,
    script: await writeChatScript(folder, name, members, chatHeaders(KEY)),
    micros: [],
    perSecond: [],
  };
}

function print(): void {
  console.log(`${rounds} rounds of ${seconds} s, interleaved; 16 connections; CPU time of the process per request`);
  console.log(`gateway with ${PRODUCTION}`);
  console.log(
    `${'case'.padEnd(32)} ${'µs CPU'.padStart(8)} ${'range'.padStart(13)} ${'× floor'.padStart(8)} ${'req/s'.padStart(8)}`,
  );
  for (const { name, micros, perSecond } of cases) {
    const reference = cases[name.includes('stream') ? 4 : 0];
    const ratios = micros.map((value, round) => value / (reference?.micros[round] ?? Number.NaN));
    console.log(
      `${name.padEnd(32)} ${median(micros).toFixed(1).padStart(8)} ${`${Math.min(...micros).toFixed(0)}–${Math.max(...micros).toFixed(0)}`.padStart(13)} ${median(ratios).toFixed(2).padStart(8)} ${median(perSecond).toFixed(0).padStart(8)}`,
    );
  }
  const perChunk = (median(cases[5]?.micros ?? []) - median(cases[4]?.micros ?? [])) / STREAM_CHUNKS;
  console.log(`\nstreaming: ${perChunk.toFixed(2)} µs a chunk on top of the floor (${STREAM_CHUNKS} chunks a stream)`);
  console.log(
    `start to listening: ${firstStart.startMs.toFixed(0)} ms first, ${gateway.startMs.toFixed(0)} ms with compiled modules`,
  );
  console.log(`resident: ${idle.toFixed(0)} MB idle, ${resident.toFixed(0)} MB after the load`);
}
