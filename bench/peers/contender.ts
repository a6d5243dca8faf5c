import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@showrunner/testkit';
import { CHAT_PATH, chatBody, chatHeaders, writeChatScript } from '../gateway/load/chat-script.ts';
import type { Server } from '../gateway/servers/processes.ts';
import { KEY } from '../gateway/servers/production-gateway.ts';
import type { Peer } from './peers.ts';

/** One of those that are compared: it listens and has answered once. */
export interface Contender {
  readonly name: string;
  /** Where it takes chat completions. */
  readonly url: string;
  readonly pid: number;
  /** The script for wrk that sends its requests. */
  readonly script: string;
  /** Milliseconds from the start of the process to its first answer with status 200. */
  readonly startMs: number;
  stop(): Promise<void>;
}

export interface Place {
  readonly core: number;
  readonly upstreamUrl: string;
  /** A folder for files of this run. */
  readonly folder: string;
}

/** LiteLLM took 8 to 40 s where this was tried. */
const START_LIMIT_MS = 180_000;
const ASK_EVERY_MS = 20;
const REQUEST = { model: 'gpt' };

/** One of our own programs, which say themselves where they listen. */
export async function startOwn(name: string, { folder }: Place, start: () => Promise<Server>): Promise<Contender> {
  const startedAt = performance.now();
  const server = await start();
  const url = server.url + CHAT_PATH;
  await firstAnswer(url, {}, AbortSignal.timeout(START_LIMIT_MS));
  const startMs = performance.now() - startedAt;
  const script = await writeChatScript(folder, name, REQUEST, chatHeaders(KEY));
  return { name, url, pid: server.pid, script, startMs, stop: () => server.stop() };
}

/** Installs a peer where need be and starts it. What it prints goes into a file, which is shown if it does not start. */
export async function startPeer(peer: Peer, place: Place): Promise<Contender> {
  const { core, folder } = place;
  await peer.install();
  const port = await freePort();
  const { argv, env, headers } = await peer.command({ ...place, key: KEY, port });
  const script = await writeChatScript(folder, peer.name, REQUEST, { ...chatHeaders(KEY), ...headers });
  const logFile = join(folder, `${port}.log`);
  const log = openSync(logFile, 'w');
  const startedAt = performance.now();
  // The kernel ends it with the bench, however that ends.
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', 'taskset', '-c', String(core), ...argv], {
    env: { ...process.env, ...env },
    stdio: ['ignore', log, log],
  });
  const ended = new AbortController();
  child.once('close', () => ended.abort());
  const url = `http://127.0.0.1:${port}${CHAT_PATH}`;
  try {
    await firstAnswer(url, headers, AbortSignal.any([ended.signal, AbortSignal.timeout(START_LIMIT_MS)]));
  } catch (cause) {
    child.kill('SIGKILL');
    throw new Error(`${peer.name} gave no answer.\n${await readFile(logFile, 'utf8')}`, { cause });
  }
  const startMs = performance.now() - startedAt;
  return {
    name: peer.name,
    url,
    pid: child.pid ?? 0,
    script,
    startMs,
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** Asks until the answer has status 200. */
async function firstAnswer(url: string, headers: PeerHeaders, signal: AbortSignal): Promise<void> {
  const request = { method: 'POST', headers: { ...chatHeaders(KEY), ...headers }, body: chatBody(REQUEST), signal };
  for (;;) {
    const answered = await fetch(url, request).then(
      async (response) => {
        await response.text();
        return response.ok;
      },
      () => false,
    );
    if (answered) return;
    await sleep(ASK_EVERY_MS, undefined, { signal });
  }
}

type PeerHeaders = Readonly<Record<string, string>>;
