import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CHAT_PATH, chatHeaders, writeChatScript } from './load/chat-script.ts';
import { measured, playRounds, printTable, type MeasuredCase } from './measure/interleaved.ts';
import { median } from './measure/median.ts';
import { load, residentMegabytes, startOnCore, type Server } from './servers/processes.ts';
import { KEY, PRODUCTION, startProductionGateway } from './servers/production-gateway.ts';
import { profileByStep } from './measure/profile-by-step.ts';

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
const upstream = await startOnCore(OTHER_CORE, [join(here, 'servers/instant-upstream.ts')]);
const floor = await startOnCore(MEASURED_CORE, [join(here, 'servers/floor-proxy.ts'), upstream.url]);
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

const cases: MeasuredCase[] = [
  await chatCase('floor', floor, { model: 'gpt' }),
  await chatCase('gateway, plain', gateway, { model: 'gpt' }),
  await chatCase('gateway, Anthropic translated', gateway, { model: 'claude' }),
  await chatCase('gateway, cached', caching, { model: 'gpt' }),
  await chatCase('floor, stream', floor, { model: 'gpt', stream: true }),
  await chatCase('gateway, stream', gateway, { model: 'gpt', stream: true }),
];

for (const { url, script } of cases) await load(OTHER_CORE, url, script, WARM_UP_SECONDS);
await playRounds(cases, { rounds, seconds, core: OTHER_CORE });
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

async function chatCase(name: string, server: Server, members: object): Promise<MeasuredCase> {
  return measured(name, server, CHAT_PATH, await writeChatScript(folder, name, members, chatHeaders(KEY)));
}

function print(): void {
  console.log(`${rounds} rounds of ${seconds} s, interleaved; 16 connections; CPU time of the process per request`);
  console.log(`gateway with ${PRODUCTION}`);
  printTable(cases, (one) => cases[one.name.includes('stream') ? 4 : 0] ?? one);
  const perChunk = (median(cases[5]?.micros ?? []) - median(cases[4]?.micros ?? [])) / STREAM_CHUNKS;
  console.log(`\nstreaming: ${perChunk.toFixed(2)} µs a chunk on top of the floor (${STREAM_CHUNKS} chunks a stream)`);
  console.log(
    `start to listening: ${firstStart.startMs.toFixed(0)} ms first, ${gateway.startMs.toFixed(0)} ms with compiled modules`,
  );
  console.log(`resident: ${idle.toFixed(0)} MB idle, ${resident.toFixed(0)} MB after the load`);
}
