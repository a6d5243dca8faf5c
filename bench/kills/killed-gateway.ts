import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startServer, type StartedServer } from '@showrunner/testkit';

const MASTER_KEY = 'sk-kills';
const main = fileURLToPath(new URL('../../apps/gateway/src/main.ts', import.meta.url));

/** What a gateway says that was spent, in dollars by the user of the calls, and how many rows it has of late. */
export interface Booked {
  readonly dollars: Readonly<Record<string, number>>;
  readonly rows: number;
}

/** A gateway that can be killed, and is another process each time it starts. */
export interface KilledGateway {
  /** The status of a call. Rejects where the gateway dies meanwhile. */
  ask(key: string, user: string): Promise<number>;
  makeKey(members: object): Promise<string>;
  /** @param since when the first row counts that it has to tell of, in milliseconds since 1970; it tells of the newest 1,000 */
  booked(keys: Readonly<Record<string, string>>, since: number): Promise<Booked>;
  /** As `kill -9` does. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function startKilledGateway(config: string, env: Record<string, string>): Promise<KilledGateway> {
  const args = ['--config', config, '--port', '0', '--host', '127.0.0.1'];
  let server: StartedServer = await startServer(main, { args, env });
  const send = (path: string, body?: object, key = MASTER_KEY): Promise<Response> =>
    fetch(server.url + path, {
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
  const read = async <Body>(path: string): Promise<Body> => (await (await send(path)).json()) as Body;
  return {
    async ask(key, user) {
      const messages = [{ role: 'user', content: 'Say hello' }];
      const response = await send('/v1/chat/completions', { model: 'm', messages, user, max_tokens: 10 }, key);
      await response.text();
      return response.status;
    },
    makeKey: async (members) => ((await (await send('/key/generate', members)).json()) as { key: string }).key,
    async booked(keys, since) {
      const dollars: Record<string, number> = {};
      for (const [user, key] of Object.entries(keys)) {
        dollars[user] = (await read<{ info: { spend: number } }>(`/key/info?key=${key}`)).info.spend;
      }
      const rows = await read<{ startTime: string }[]>('/spend/logs');
      return { dollars, rows: rows.filter(({ startTime }) => Date.parse(startTime) >= since).length };
    },
    async kill() {
      server.process.kill('SIGKILL');
      await once(server.process, 'exit');
    },
    async start() {
      server = await startServer(main, { args, env });
    },
    stop: async () => void (await server.stop()),
  };
}
