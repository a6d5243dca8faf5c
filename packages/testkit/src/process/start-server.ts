import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { temporaryFolder } from '../temporary-folder.ts';

/** How long a server may take to say that it listens, and to end when asked. */
const START_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 30_000;

/** What a child inherits of the developer's environment: never their keys. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SystemRoot', 'TEMP'];

export interface StartServerOptions {
  readonly args?: readonly string[];
  /** What Node itself is told. */
  readonly nodeArgs?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface StartedServer {
  /** The `url` of its `listening` line. */
  readonly url: string;
  readonly process: ChildProcess;
  /** Every line of stdout and stderr so far. */
  readonly logs: readonly string[];
  /** Asks it to end (SIGTERM), waits, and gives its exit code; `null` where a signal ended it. */
  stop(): Promise<number | null>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts one of the servers as its own process and waits for its JSON line `{"msg":"listening","url":…}`.
 *
 * It gets a `DATA_DIR` of its own and none of the developer's environment but the path and the home folder. Its stdin
 * is a pipe that this process holds and `SHOWRUNNER_SUPERVISED` is set, so it ends even when the test runner is killed.
 * Rejects with the server's own output when it ends or stays silent instead.
 */
export async function startServer(entryFile: string, options: StartServerOptions = {}): Promise<StartedServer> {
  const dataFolder = await temporaryFolder();
  const child = spawn(process.execPath, [...(options.nodeArgs ?? []), entryFile, ...(options.args ?? [])], {
    env: {
      ...inheritedEnvironment(),
      DATA_DIR: dataFolder.path,
      SHOWRUNNER_SUPERVISED: '1',
      // What one server of a run has compiled, the next need not.
      NODE_COMPILE_CACHE: join(tmpdir(), 'compile-cache'),
      ...options.env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const exited = once(child, 'close');
  const logs: string[] = [];
  const listening = Promise.withResolvers<string>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    logs.push(line);
    const url = listeningUrl(line);
    if (url !== undefined) listening.resolve(url);
  });
  createInterface({ input: child.stderr }).on('line', (line) => logs.push(line));

  const stop = async (): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    const impatience = new AbortController();
    void setTimeout(STOP_DEADLINE_MS, undefined, { signal: impatience.signal, ref: false }).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    );
    await exited;
    impatience.abort();
    await dataFolder.remove();
    return child.exitCode;
  };

  const failed = (reason: string): Error => new Error([`${entryFile} ${reason}`, ...logs.slice(-20)].join('\n  '));
  const impatience = new AbortController();
  try {
    const url = await Promise.race([
      listening.promise,
      exited.then(() => Promise.reject(failed(`ended with ${child.exitCode ?? child.signalCode} before it listened`))),
      setTimeout(START_DEADLINE_MS, undefined, { signal: impatience.signal }).then(() =>
        Promise.reject(failed(`did not listen within ${START_DEADLINE_MS / 1000} s`)),
      ),
    ]);
    return { url, process: child, logs, stop, [Symbol.asyncDispose]: async () => void (await stop()) };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    impatience.abort();
  }
}

function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    INHERITED.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function listeningUrl(line: string): string | undefined {
  try {
    const { msg, url } = JSON.parse(line) as { msg?: unknown; url?: unknown };
    return msg === 'listening' && typeof url === 'string' ? url : undefined;
  } catch {
    return undefined;
  }
}
