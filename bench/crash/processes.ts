import { once } from 'node:events';
import type { StartedServer } from '@showrunner/testkit';
import type { ApiCalls, RunningApi } from '../../apps/mpc-api/src/testing/start-api.ts';

/** An API and a worker on one database, either of which can be killed and comes up again. */
export interface Processes {
  /** The API that runs now. */
  api(): ApiCalls;
  /** Kills one of the two, by turns, as `kill -9` does, and starts it again. */
  killOne(): Promise<void>;
  kills(): number;
  stop(): Promise<void>;
}

export async function startProcesses(first: RunningApi): Promise<Processes> {
  let api: ApiCalls & { readonly server: StartedServer } = first;
  let worker = await first.worker();
  let kills = 0;
  return {
    api: () => api,
    kills: () => kills,
    async killOne() {
      const isWorker = kills % 2 === 1;
      kills += 1;
      const { process } = isWorker ? worker : api.server;
      process.kill('SIGKILL');
      await once(process, 'exit');
      if (isWorker) worker = await started(() => first.worker());
      else api = await started(() => first.beside());
    },
    stop: async () => void (await worker.stop()),
  };
}

const MOST_STARTS = 5;

/** A busy machine may take longer for a start than a test waits for it. */
async function started<Server>(start: () => Promise<Server>): Promise<Server> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await start();
    } catch (error) {
      if (tried === MOST_STARTS) throw error;
    }
  }
}
