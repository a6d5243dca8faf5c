import { connect } from 'node:net';
import { once } from 'node:events';
import { freePort } from '../network/loopback.ts';
import { startGuarded, type GuardedProcess } from '../process/guarded-process.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { waitUntil } from '../wait-until.ts';

export interface RedisOptions {
  readonly password?: string;
  /** Further settings as on its command line, without the dashes: `{ maxmemory: '1mb' }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface RunningRedis {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** With the password, when there is one. */
  readonly url: string;
  readonly pid: number;
  /** `SIGSTOP` freezes it without closing a connection, `SIGCONT` wakes it. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  /** Kills it (SIGKILL) and waits until nobody listens on its port. */
  crash(): Promise<void>;
  /** Starts it again on its port, empty, after a crash or in place of the running one. */
  restart(changes?: RedisOptions): Promise<void>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A redis-server of its own on 127.0.0.1, without persistence; it ends with this process at the latest. */
export async function startRedis(options: RedisOptions = {}): Promise<RunningRedis> {
  const port = await freePort();
  let running = await launch(port, options);
  const close = (): Promise<void> => running.end();
  return {
    host: '127.0.0.1',
    port,
    url: `redis://${options.password === undefined ? '' : `:${encodeURIComponent(options.password)}@`}127.0.0.1:${port}`,
    get pid() {
      return running.pid;
    },
    signal: (name) => {
      process.kill(running.pid, name);
    },
    crash: async () => {
      process.kill(running.pid, 'SIGKILL');
      await waitUntil(async () => !(await answers(port)), { what: 'the crash of redis-server' });
    },
    restart: async (changes = {}) => {
      await running.end();
      running = await launch(port, { ...options, ...changes });
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function launch(port: number, { password, settings = {} }: RedisOptions): Promise<GuardedProcess> {
  const folder = await temporaryFolder();
  const all = {
    bind: '127.0.0.1',
    port: String(port),
    save: '',
    appendonly: 'no',
    ...(password === undefined ? {} : { requirepass: password }),
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]);
  const guarded = await startGuarded(['redis-server', ...flags], folder.path);
  try {
    await waitUntil(() => answers(port), { what: `redis-server on port ${port}`, output: guarded.output });
  } catch (error) {
    await guarded.end();
    throw error;
  }
  return guarded;
}

/** Whether it answers at all: `+PONG`, or `-NOAUTH` where it wants a password. */
async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write('PING\r\n');
    const [reply] = (await once(socket, 'data')) as [Buffer];
    return /^(\+PONG|-NOAUTH)/.test(reply.toString('latin1'));
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
