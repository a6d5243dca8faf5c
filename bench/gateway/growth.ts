// Whether cost grows with what a gateway has: deployments, and answers in its cache. README.md tells how to read it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createMemorySharedState } from '@showrunner/store';
import { CHAT_PATH, chatHeaders, writeChatScript } from './load/chat-script.ts';
import { measured, playRounds, printTable, type MeasuredCase } from './measure/interleaved.ts';
import { load, startOnCore } from './servers/processes.ts';
import { KEY, PRODUCTION, startProductionGateway } from './servers/production-gateway.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    deployments: { type: 'string', default: '1000' },
    entries: { type: 'string', default: '1000000' },
  },
});
const many = Number(values.deployments);

const MEASURED_CORE = 0;
const OTHER_CORE = 1;
const WARM_UP_SECONDS = 4;
const FEW_ENTRIES = 1_000;
const SOME_ENTRIES = 100_000;
/** How often an entry is found, and kept, where that is measured. */
const TIMES = 200_000;
const ANSWER = new Uint8Array(1_000);
/** Strategies that take the least of a group by what each of it has shown. */
const RANKED = ['least-busy', 'usage-based-routing-v2', 'latency-based-routing', 'cost-based-routing'];

await printDeployments();
await printEntries();

/** Plain requests to one deployment, to one of many in a group, and to the last of as many groups. */
async function printDeployments(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'showrunner-bench-'));
  const upstream = await startOnCore(OTHER_CORE, [join(import.meta.dirname, 'servers/instant-upstream.ts')]);
  const deployment = (group: string) => ({
    model_name: group,
    litellm_params: { model: 'openai/gpt-4o-mini', api_key: 'sk-upstream', api_base: `${upstream.url}/v1` },
  });
  const numbers = Array.from({ length: many - 1 }, (_, number) => number);
  const group = [deployment('gpt'), ...numbers.map(() => deployment('gpt'))];
  const files: Record<string, object> = {
    'one deployment': { model_list: [deployment('gpt')] },
    [`${many} in a group`]: { model_list: group },
    [`${many} groups of one`]: {
      model_list: [...numbers.map((number) => deployment(`other-${number}`)), deployment('gpt')],
    },
    ...Object.fromEntries(
      RANKED.map((name) => [`${many}, ${name}`, { model_list: group, router_settings: { routing_strategy: name } }]),
    ),
  };
  const script = await writeChatScript(folder, 'plain', { model: 'gpt' }, chatHeaders(KEY));
  const cases: MeasuredCase[] = [];
  for (const [name, settings] of Object.entries(files)) {
    const server = await startProductionGateway({
      name: name.replaceAll(/\W+/g, '-'),
      core: MEASURED_CORE,
      folder,
      upstreamUrl: upstream.url,
      settings,
    });
    cases.push(measured(name, server, CHAT_PATH, script));
  }
  for (const { url } of cases) await load(OTHER_CORE, url, script, WARM_UP_SECONDS);
  await playRounds(cases, { rounds: Number(values.rounds), seconds: Number(values.seconds), core: OTHER_CORE });
  console.log(`Deployments: CPU time of the process per request, × that of one; gateway with ${PRODUCTION}`);
  printTable(cases, (one) => cases[0] ?? one);
  for (const { server } of cases) await server.stop();
  await upstream.stop();
  await rm(folder, { recursive: true });
}

/** What a cached answer takes to be found and to be kept, in this process's memory, whose bound is raised for it. */
async function printEntries(): Promise<void> {
  console.log('\nCached answers of 1 KB in memory: ns of CPU for each');
  console.log(['entries', 'read back', 'found', 'kept', 'MB'].map((cell) => cell.padStart(11)).join(''));
  for (const count of [FEW_ENTRIES, SOME_ENTRIES, Number(values.entries)]) await printCount(count);
}

async function printCount(count: number): Promise<void> {
  const state = createMemorySharedState({ maxBytes: Number.MAX_SAFE_INTEGER });
  const keys = Array.from({ length: count }, (_, number) => `cache:${number.toString(16).padStart(64, '0')}`);
  for (const key of keys) await state.set(key, ANSWER, { ttlSeconds: 600 });
  let readBack = 0;
  for (const key of keys) if ((await state.getBytes(key)) !== undefined) readBack++;
  const anyKey = (): string => keys[Math.floor(Math.random() * count)] ?? '';
  const found = await nanoseconds(() => state.getBytes(anyKey()));
  const kept = await nanoseconds(() => state.set(anyKey(), ANSWER, { ttlSeconds: 600 }));
  const megabytes = process.memoryUsage().rss / 1024 / 1024;
  const cells = [count, readBack, found, kept, megabytes].map((figure) => figure.toFixed(0).padStart(11));
  console.log(cells.join(''));
  await state.dispose();
}

/** CPU time of one of many, the first as many left out. */
async function nanoseconds(action: () => Promise<unknown>): Promise<number> {
  for (let time = 0; time < TIMES; time++) await action();
  const before = process.cpuUsage().user;
  for (let time = 0; time < TIMES; time++) await action();
  return ((process.cpuUsage().user - before) * 1_000) / TIMES;
}
