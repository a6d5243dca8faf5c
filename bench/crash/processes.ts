import { once } from 'node:events';
import { join } from 'node:path';
import { startServer, type StartedServer } from '@showrunner/testkit';
import { KEY, type ApiCalls, type RunningApi } from '../../apps/mpc-api/src/testing/start-api.ts';

/** An API and a worker on one database, either of which can be killed and comes up again. */
export interface Processes {
  /** The API that runs now. */
  api(): ApiCalls;
  /** Kills one of the two, by turns, as `kill -9` does, and starts it again. */
  killOne(): Promise<void>;
  kills(): number;
  stop(): Promise<void>;
}

export async function startProcesses(first: RunningApi, env: Readonly<Record<string, string>>): Promise<Processes> {
  const startWorker = () =>
    startServer(join(import.meta.dirname, '../../apps/mpc-api/src/worker-main.ts'), {
      env: { LITELLM_BASE_URL: first.gatewayUrl, LITELLM_API_KEY: KEY, MPC_API_KEY: KEY, INTERNAL_PORT: '0', ...env },
    });
  let api: ApiCalls & { readonly server: StartedServer } = first;
  let worker = await startWorker();
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
      if (isWorker) worker = await startWorker();
      else api = await first.beside();
    },
    stop: async () => void (await worker.stop()),
  };
}
