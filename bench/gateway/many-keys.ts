// What a request costs with one of many virtual keys, each held to limits and budgets, in memory and in Redis, beside the
// floor. README.md tells how.
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startRedis } from '@showrunner/testkit';
import { CHAT_PATH, chatHeaders, writeChatScript, writeKeysScript, type KeyOrder } from './load/chat-script.ts';
import type * as FillKeys from './load/fill-keys.ts';
import { keyOfNumber, KEYS_HELD_TO } from './load/fill-keys.ts';
import { measured, playRounds, printTable, type MeasuredCase } from './measure/interleaved.ts';
import { load, pinToCore, residentMegabytes, startOnCore } from './servers/processes.ts';
import { KEY, startProductionGateway } from './servers/production-gateway.ts';
import { profileByStep } from './measure/profile-by-step.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '4' },
    keys: { type: 'string', default: '100000' },
    // Another checkout, to be measured in the same run: the version before.
    beside: { type: 'string' },
    // Where to keep V8's profile of the many keys; without it there is none.
    profile: { type: 'string' },
  },
});
const seconds = Number(values.seconds);
const many = Number(values.keys);

const MEASURED_CORE = 0;
const OTHER_CORE = 1;
const WARM_UP_SECONDS = 5;
const FEW = 100;
const SETTLE_MS = 3_000;
const here = import.meta.dirname;

const folder = await mkdtemp(join(tmpdir(), 'showrunner-bench-'));
const upstream = await startOnCore(OTHER_CORE, [join(here, 'servers/instant-upstream.ts')]);
const floor = await startOnCore(MEASURED_CORE, [join(here, 'servers/floor-proxy.ts'), upstream.url]);
await using redis = await startRedis();
await pinToCore(redis.pid, OTHER_CORE);

const thisCheckout = join(here, '../..');
const filled = new Map<string, string>();
const cases: MeasuredCase[] = [
  measured('floor', floor, CHAT_PATH, await writeChatScript(folder, 'floor', { model: 'gpt' }, chatHeaders(KEY))),
];
const memory: string[] = [];

await addGateway(`${FEW} keys`, FEW, {});
await addGateway(`${many} keys`, many, {});
await addGateway(`${many} keys, Redis`, many, { env: { REDIS_URL: redis.url } });
if (values.beside !== undefined) {
  const checkout = values.beside;
  await addGateway(`${many} keys, beside`, many, { checkout });
  await addGateway(`${many} keys, Redis, beside`, many, { checkout, env: { REDIS_URL: redis.url } });
}
const [reference] = cases;
if (reference) await load(OTHER_CORE, reference.url, reference.script, WARM_UP_SECONDS);

await playRounds(cases, { rounds: Number(values.rounds), seconds, core: OTHER_CORE });
console.log(
  `${values.rounds} rounds of ${seconds} s, interleaved; 16 connections; CPU time of the process per request`,
);
console.log(`each key with ${KEYS_HELD_TO}; metrics, a log line, a spend row and what was spent a request`);
printTable(cases, (one) => reference ?? one);
for (const line of memory) console.log(line);
for (const { server, name } of cases) {
  if (server !== floor) console.log(`${name}: ${(await residentMegabytes(server.pid)).toFixed(0)} MB after the load`);
  await server.stop();
}
if (values.profile !== undefined) await printProfile(values.profile);
await upstream.stop();
await rm(folder, { recursive: true });

/** Starts a gateway that has so many keys, lets it see each of them once, and says what that took of memory. */
async function addGateway(
  name: string,
  count: number,
  options: { checkout?: string; env?: Record<string, string>; nodeFlags?: readonly string[] },
): Promise<MeasuredCase> {
  const dataName = name.replaceAll(/\W+/g, '-');
  await cp(await filledFolder(count, options.checkout), join(folder, dataName), { recursive: true });
  const server = await startProductionGateway({
    name: dataName,
    core: MEASURED_CORE,
    folder,
    upstreamUrl: upstream.url,
    ...options,
    settings: { general_settings: { master_key: KEY, apply_user_budget_to_team_keys: true } },
  });
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const idle = await residentMegabytes(server.pid);
  await showEachKey(server.url, count);
  await load(OTHER_CORE, server.url + CHAT_PATH, await scriptFor(count, 'at random'), WARM_UP_SECONDS);
  memory.push(
    `${name}: ${idle.toFixed(0)} MB idle, ${(await residentMegabytes(server.pid)).toFixed(0)} MB once each key was seen`,
  );
  const one = measured(name, server, CHAT_PATH, await scriptFor(count, 'at random'));
  cases.push(one);
  return one;
}

/** Each checkout fills its own: what it keeps may have another schema. */
async function filledFolder(count: number, checkout = thisCheckout): Promise<string> {
  const key = `${checkout} ${count}`;
  const known = filled.get(key);
  if (known !== undefined) return known;
  const path = join(folder, `filled-${filled.size}`);
  await mkdir(path);
  const { fillKeys } = (await import(join(checkout, 'bench/gateway/load/fill-keys.ts'))) as typeof FillKeys;
  await fillKeys(path, count);
  filled.set(key, path);
  return path;
}

async function showEachKey(url: string, count: number): Promise<void> {
  const script = await scriptFor(count, 'in turn');
  for (let length = WARM_UP_SECONDS; ; length *= 2) {
    const { requests } = await load(OTHER_CORE, url + CHAT_PATH, script, length);
    if (requests >= count) return;
  }
}

function scriptFor(count: number, order: KeyOrder): Promise<string> {
  return writeKeysScript(folder, { count, order, keyOfNumber });
}

async function printProfile(profileFolder: string): Promise<void> {
  const { server, script, url } = await addGateway(`${many} keys, profiled`, many, {
    nodeFlags: ['--import', join(here, 'measure/profile-on-signal.ts')],
    env: { PROFILE_FOLDER: profileFolder },
  });
  process.kill(server.pid, 'SIGUSR2');
  await load(OTHER_CORE, url, script, seconds * 3);
  process.kill(server.pid, 'SIGUSR2');
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  await server.stop();
  console.log('\nWhere a request goes (sampling profile, nearest caller)');
  for (const [step, share] of await profileByStep(profileFolder)) {
    if (share >= 0.005) console.log(`  ${step.padEnd(38)} ${(share * 100).toFixed(1).padStart(5)} %`);
  }
}
