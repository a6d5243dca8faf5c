// npm run bench:crash -- [rounds] [sqlite|postgres]: kills processes and counts what is left.
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres, startScriptedUpstream, temporaryFolder } from '@showrunner/testkit';
import { longScript, smallModel, smallModelInfo } from '../../apps/mpc-api/src/testing/small-model.ts';
import { startApi, type ApiCalls } from '../../apps/mpc-api/src/testing/start-api.ts';
import { broken, count, type Ended } from './count.ts';
import { startProcesses } from './processes.ts';

const [rounds = '20', database = 'sqlite'] = process.argv.slice(2);
/** Jobs that are accepted in a round, and the time within which one of the two processes is killed. */
const JOBS_A_ROUND = 3;
const KILLED_WITHIN_MS = 1_500;
/** A round begins when no more are unfinished, and the run is over when so long none has ended. */
const MOST_UNFINISHED = 6;
const NOTHING_ENDS_MS = 120_000;

await using folder = await temporaryFolder();
await using postgres = database === 'postgres' ? await startPostgres() : undefined;
await using receiver = await startScriptedUpstream([{ raw: '' }]);
const env = {
  DATA_DIR: folder.path,
  // Over what a busy machine keeps a process from its heartbeat: a claim that ends while its worker lives repeats too.
  MPC_LEASE_SECONDS: '10',
  MPC_WORKERS: '1',
  WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8',
  WEBHOOK_RETRY_SCHEDULE: '0,1,1,1,1',
  ...(postgres && { DATABASE_URL: postgres.url }),
};
// Each answer takes its time, so that most kills find a question under way.
await using api = await startApi((request) => smallModel(request, randomInt(20, 120)), {
  env,
  modelInfo: smallModelInfo,
});
const processes = await startProcesses(api);

const first = await accept(0);
await ended();
const asksOfOne = asksSoFar();
const accepted = first === undefined ? [] : [first];
for (let round = 1; round <= Number(rounds); round += 1) {
  await ended(MOST_UNFINISHED);
  await playRound(round);
}
const jobs = await Promise.all((await ended()).map(withEvents));
const figures = count({
  accepted,
  jobs,
  kills: processes.kills(),
  asks: asksSoFar(),
  asksOfOne,
  told: receiver.requests.map(({ body, headers }) => ({
    job: (body as { data: { job_id: string } }).data.job_id,
    id: String(headers['webhook-id']),
  })),
});
await processes.stop();
console.log(JSON.stringify({ database, rounds: Number(rounds), ...figures }));
for (const sentence of broken(figures)) console.error(sentence);
process.exitCode = broken(figures).length > 0 ? 1 : 0;

/** Accepts jobs while one of the processes is killed at a random moment, and starts that one again. */
async function playRound(round: number): Promise<void> {
  const killed = pause(randomInt(0, KILLED_WITHIN_MS)).then(() => processes.killOne());
  for (let index = 0; index < JOBS_A_ROUND; index += 1) {
    const id = await accept(round * JOBS_A_ROUND + index);
    if (id !== undefined) accepted.push(id);
    await pause(randomInt(0, 300));
  }
  await killed;
}

/** The id of an accepted job; undefined where no 202 came, because the process was killed meanwhile. */
async function accept(number: number): Promise<string | undefined> {
  try {
    const body = { ...longScript, prompt: `How espresso works, by ${nameOf(number)}`, webhook_url: receiver.url };
    const response = await processes.api().post('/generate/script', body);
    return response.status === 202 ? (await dataOf<{ id: string }>(response)).id : undefined;
  } catch {
    return undefined;
  }
}

/** A name that nobody has: a figure in a prompt would be something that the script has to say. */
function nameOf(number: number): string {
  const letters = [0, 1, 2, 3].map((place) => String.fromCharCode(97 + (Math.floor(number / 26 ** place) % 26)));
  return `Q${letters.join('')}`;
}

/**
 * All jobs, once all but so many have ended and, at the end of all, the receiver was told; a job that three kills have
 * met goes on by a retry.
 */
async function ended(unfinished = 0): Promise<Omit<Ended, 'events'>[]> {
  let [most, until] = [0, Date.now() + NOTHING_ENDS_MS];
  for (;;) {
    const all = await listed(processes.api());
    const done = all.filter(({ state }) => state === 'succeeded').length;
    if (done > most) [most, until] = [done, Date.now() + NOTHING_ENDS_MS];
    const told = new Set(receiver.requests.map(({ headers }) => headers['webhook-id'])).size;
    const isTold = unfinished > 0 || told >= all.reduce((runs, { run }) => runs + run, 0);
    if ((done >= all.length - unfinished && isTold) || Date.now() > until) return all;
    for (const { id, state } of all) if (state === 'failed') await processes.api().post(`/jobs/${id}/retry`, {});
    await pause(500);
  }
}

async function listed(calls: ApiCalls): Promise<Omit<Ended, 'events'>[]> {
  const all: Omit<Ended, 'events'>[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const response = await calls.get(`/jobs?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`);
    const page = (await response.json()) as { data: Omit<Ended, 'events'>[]; meta: { next_cursor: string | null } };
    all.push(...page.data);
    cursor = page.meta.next_cursor;
  }
  return all;
}

async function withEvents(job: Omit<Ended, 'events'>): Promise<Ended> {
  const text = await (await processes.api().get(`/jobs/${job.id}/events`)).text();
  return { ...job, events: [...text.matchAll(/^event: (\w+)$/gm)].map(([, name = '']) => name) };
}

function asksSoFar(): number {
  return api.provider.requests.filter(({ method }) => method === 'POST').length;
}

async function dataOf<Data>(response: Response): Promise<Data> {
  return ((await response.json()) as { data: Data }).data;
}
