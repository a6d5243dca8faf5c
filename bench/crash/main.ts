// npm run showrunner -- develop bench/crash/main.ts [rounds] [sqlite|postgres]: kills processes and counts what is left.
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres, temporaryFolder, type RecordedRequest } from '@showrunner/testkit';
import { schemaOf } from '../../apps/mpc-api/src/testing/open-scripted.ts';
import { startApi, wellBehaved, type RunningApi } from '../../apps/mpc-api/src/testing/start-api.ts';
import { count, type Figures } from './count.ts';
import { startProcesses, type Processes } from './processes.ts';

const [rounds = '20', database = 'sqlite'] = process.argv.slice(2);
/** Jobs that are accepted in a round, and the time within which one of the two processes is killed. */
const JOBS_A_ROUND = 3;
const KILLED_WITHIN_MS = 1_500;
const ALL_DONE_WITHIN_MS = 300_000;

await using folder = await temporaryFolder();
await using postgres = database === 'postgres' ? await startPostgres() : undefined;
const env = {
  DATA_DIR: folder.path,
  MPC_LEASE_SECONDS: '4',
  MPC_WORKERS: '1',
  ...(postgres && { DATABASE_URL: postgres.url }),
};
// Each answer takes its time, so that most kills find one under way.
await using api = await startApi((request) => ({ ...wellBehaved(request), delayMs: randomInt(50, 400) }), { env });
const processes = await startProcesses(api);
const accepted: string[] = [];
for (let round = 1; round <= Number(rounds); round += 1) await playRound(round, processes);
const figures = await whenDone(api, processes);
await processes.stop();
console.log(JSON.stringify({ database, rounds: Number(rounds), ...figures }));
if (figures.lost > 0 || figures.duplicated > 0) process.exitCode = 1;

/** Accepts jobs while one of the processes is killed at a random moment, and starts that one again. */
async function playRound(round: number, running: Processes): Promise<void> {
  const killed = pause(randomInt(0, KILLED_WITHIN_MS)).then(() => running.killOne());
  for (let index = 0; index < JOBS_A_ROUND; index += 1) {
    const id = await accept(`How espresso works, part ${round}.${index}`, running);
    if (id !== undefined) accepted.push(id);
    await pause(randomInt(0, 300));
  }
  await killed;
}

/** The id of an accepted job; undefined where no 202 came, because the process was killed meanwhile. */
async function accept(prompt: string, running: Processes): Promise<string | undefined> {
  try {
    const response = await running.api().post('/generate/package', { prompt, async: true, cache: false });
    if (response.status !== 202) return undefined;
    return ((await response.json()) as { data: { id: string } }).data.id;
  } catch {
    return undefined;
  }
}

async function whenDone({ provider }: RunningApi, running: Processes): Promise<Figures> {
  const until = Date.now() + ALL_DONE_WITHIN_MS;
  for (;;) {
    const jobs = await Promise.all(
      accepted.map((id) =>
        running
          .api()
          .get(`/jobs/${id}/events`)
          .then((one) => one.text()),
      ),
    );
    const isDone = jobs.every((events) => /^event: (result|failed)$/m.test(events));
    const asks = provider.requests.filter((request: RecordedRequest) => schemaOf(request) !== undefined);
    if (isDone || Date.now() > until) return count(jobs, asks, running.kills());
    await pause(1_000);
  }
}
