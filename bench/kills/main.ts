// npm run bench:kills -- [rounds] [sqlite|postgres]: kills a gateway under load and compares what it has booked with what
// its vendor has answered.
import { randomInt } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  openAiCompletion,
  startPostgres,
  startRedis,
  startScriptedUpstream,
  temporaryFolder,
  waitUntil,
} from '@showrunner/testkit';
import { broken, judge, type Call, type Round } from './judge.ts';
import { startKilledGateway, type Booked } from './killed-gateway.ts';

const [rounds = '20', database = 'sqlite'] = process.argv.slice(2);
/** Callers at once, and how long they call before the kill. */
const CALLERS = 8;
const SHORTEST_MS = 1_300;
const LONGEST_MS = 2_500;
/** 10 + 10 tokens at a tenth of a cent. */
const DOLLARS = 0.02;
/** So much that it is used up in the middle of the run. */
const BUDGET_CALLS = 40 * Number(rounds);

await using folder = await temporaryFolder();
await using redis = database === 'postgres' ? await startRedis() : undefined;
await using postgres = database === 'postgres' ? await startPostgres() : undefined;
const answered: Call[] = [];
await using upstream = await startScriptedUpstream(async ({ body }) => {
  await pause(randomInt(5, 60));
  answered.push({ user: (body as { user: string }).user, at: Date.now() });
  return { json: openAiCompletion({ usage: { promptTokens: 10, completionTokens: 10 } }) };
});
const config = join(folder.path, 'config.yaml');
const price = { input_cost_per_token: 0.001, output_cost_per_token: 0.001 };
const params = { model: 'openai/m', api_key: 'sk-up', api_base: `${upstream.url}/v1`, ...price };
await writeFile(
  config,
  JSON.stringify({
    model_list: [{ model_name: 'm', litellm_params: params }],
    general_settings: { master_key: 'sk-kills' },
  }),
);
const gateway = await startKilledGateway(config, {
  DATA_DIR: join(folder.path, 'data'),
  ...(postgres && { LITELLM_DATABASE_URL: postgres.url }),
  ...(redis && { REDIS_URL: redis.url }),
});
const keys = { open: await gateway.makeKey({}), held: await gateway.makeKey({ max_budget: BUDGET_CALLS * DOLLARS }) };

const played: Round[] = [];
for (let round = 1; round <= Number(rounds); round++) played.push(await playRound());
// All that was held by processes that are dead has to be free, and the budget has to be used up.
const refused = await gateway.ask(keys.held, 'held');
await gateway.stop();

const figures = judge(played, { dollars: DOLLARS, budget: BUDGET_CALLS * DOLLARS });
console.log(JSON.stringify({ database, rounds: Number(rounds), ...figures, statusAtTheEnd: refused }));
for (const sentence of broken(figures)) console.error(sentence);
process.exitCode = broken(figures).length > 0 ? 1 : 0;

/** Calls with both keys until the gateway is killed, and reads what the next one knows. */
async function playRound(): Promise<Round> {
  const startedAt = Date.now();
  const before = await booked(startedAt);
  const from = answered.length;
  const over = new AbortController();
  const gone: Call[] = [];
  const callers = Array.from({ length: CALLERS }, (_, index) =>
    callOnAndOn(index % 2 === 0 ? 'open' : 'held', over, gone),
  );
  await pause(randomInt(SHORTEST_MS, LONGEST_MS));
  const killedAt = Date.now();
  await gateway.kill();
  over.abort();
  await Promise.all(callers);
  const calls = answered.slice(from);
  await gateway.start();
  return { killedAt, answered: calls, received: gone, before, after: await booked(startedAt) };
}

async function callOnAndOn(user: 'open' | 'held', over: AbortController, received: Call[]): Promise<void> {
  while (!over.signal.aborted) {
    const status = await gateway.ask(keys[user], user).catch(() => 0);
    if (status === 200) received.push({ user, at: Date.now() });
    // A caller whose budget is used up does not ask as fast as it can.
    else await pause(100);
  }
}

async function booked(since: number): Promise<Booked> {
  let last = await gateway.booked(keys, since);
  // What was written by the process before is there; what this one brings along is read until it stands still.
  await waitUntil(
    async () => {
      const next = await gateway.booked(keys, since);
      const isSame = JSON.stringify(next) === JSON.stringify(last);
      last = next;
      return isSame;
    },
    { what: 'books that stand still', deadlineMs: 60_000 },
  );
  return last;
}
