// What the gateway costs by the size of a question, each beside the floor with the same question. How to read it:
// README.md in this folder.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { localhostCertificate } from '@showrunner/testkit';
import { CHAT_PATH, chatHeaders, conversation, writeChatScript } from './load/chat-script.ts';
import { median } from './measure/median.ts';
import { cpuMicroseconds, load, startOnCore, type Server } from './servers/processes.ts';
import { KEY, startProductionGateway } from './servers/production-gateway.ts';

const MEASURED_CORE = 0;
const OTHER_CORE = 1;
const WARM_UP_SECONDS = 4;
const SIZES = [500, 20_000, 200_000];

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    tls: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);

const here = import.meta.dirname;
const folder = await mkdtemp(join(tmpdir(), 'showrunner-bench-'));
const [certificateFiles, env] = values.tls ? await writeCertificate() : [[], {}];
const upstream = await startOnCore(OTHER_CORE, [join(here, 'servers/instant-upstream.ts'), ...certificateFiles]);
const floor = await startOnCore(MEASURED_CORE, [join(here, 'servers/floor-proxy.ts'), upstream.url], env);
const gateway = await startProductionGateway({
  core: MEASURED_CORE,
  folder,
  upstreamUrl: upstream.url,
  name: 'gateway',
  env,
});

const way = values.tls ? 'TLS to the vendor' : 'plain HTTP to the vendor';
console.log(
  `${rounds} rounds of ${seconds} s, interleaved; CPU time of the process per request, in microseconds; ${way}`,
);
console.log(row('bytes', 'floor', 'gateway', '× floor', 'range'));
for (const bytes of SIZES) await printSize(bytes);

await Promise.all([gateway.stop(), floor.stop()]);
await upstream.stop();
await rm(folder, { recursive: true });

/** Files of the vendor's key and certificate, and what makes Node trust that. */
async function writeCertificate(): Promise<[string[], Record<string, string>]> {
  const { key, cert } = await localhostCertificate();
  const files = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  await Promise.all([key, cert].map((pem, index) => writeFile(files[index] ?? '', pem, { mode: 0o600 })));
  return [files, { NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem') }];
}

async function printSize(bytes: number): Promise<void> {
  const members = { model: 'gpt', messages: conversation(bytes) };
  const script = await writeChatScript(folder, `bytes-${bytes}`, members, chatHeaders(KEY));
  for (const server of [floor, gateway]) await load(OTHER_CORE, server.url + CHAT_PATH, script, WARM_UP_SECONDS);
  const both: { floor: number; gateway: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    both.push({ floor: await costOf(floor, script), gateway: await costOf(gateway, script) });
  }
  const ratios = both.map((one) => one.gateway / one.floor);
  const figures = [median(both.map((one) => one.floor)), median(both.map((one) => one.gateway))];
  const range = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
  console.log(row(String(bytes), ...figures.map((figure) => figure.toFixed(0)), median(ratios).toFixed(2), range));
}

async function costOf(server: Server, script: string): Promise<number> {
  const before = await cpuMicroseconds(server.pid);
  const { requests } = await load(OTHER_CORE, server.url + CHAT_PATH, script, seconds);
  return ((await cpuMicroseconds(server.pid)) - before) / requests;
}

function row(...cells: readonly string[]): string {
  return cells.map((cell) => cell.padStart(11)).join('');
}
