import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@showrunner/testkit';
import { startOnCore } from '../gateway/processes.ts';
import type { Peer } from './peers.ts';

/** One of those that are compared: it listens and has answered once. */
export interface Contender {
  readonly name: string;
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
  readonly key: string;
  /** A folder for files of this run. */
  readonly folder: string;
}

/** LiteLLM took 8 to 40 s where this was tried. */
const START_LIMIT_MS = 180_000;
const PATH = '/v1/chat/completions';

/** Starts one of our own programs, which says on its standard output where it listens. */
export async function startOwn(
  name: string,
  { core, key, folder }: Place,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Contender> {
  const startedAt = performance.now();
  const server = await startOnCore(core, args, env);
  const request = await chatRequest(folder, name, { authorization: `Bearer ${key}` });
  const url = server.url + PATH;
  await firstAnswer(url, request, AbortSignal.timeout(START_LIMIT_MS));
  const startMs = performance.now() - startedAt;
  return { name, url, pid: server.pid, script: request.script, startMs, stop: () => server.stop() };
}

/** Installs a peer where need be and starts it. What it prints goes into a file, which is shown if it does not start. */
export async function startPeer(peer: Peer, place: Place): Promise<Contender> {
  const { core, folder } = place;
  await peer.install();
  const port = await freePort();
  const { argv, env, headers } = await peer.command({ ...place, port });
  const request = await chatRequest(folder, peer.name, headers);
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
  const url = `http://127.0.0.1:${port}${PATH}`;
  try {
    await firstAnswer(url, request, AbortSignal.any([ended.signal, AbortSignal.timeout(START_LIMIT_MS)]));
  } catch (cause) {
    child.kill('SIGKILL');
    throw new Error(`${peer.name} gave no answer.\n${await readFile(logFile, 'utf8')}`, { cause });
  }
  return {
    name: peer.name,
    url,
    pid: child.pid ?? 0,
    script: request.script,
    startMs: performance.now() - startedAt,
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

interface ChatRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly script: string;
}

/** A request of about 0.5 KB, for `fetch` and as a script for wrk. */
async function chatRequest(folder: string, name: string, own: Readonly<Record<string, string>>): Promise<ChatRequest> {
  const messages = [
    { role: 'system', content: 'You are a helpful assistant that answers briefly and precisely. '.repeat(3) },
    { role: 'user', content: 'Tell me in a few words what a gateway does. '.repeat(3) },
  ];
  const body = JSON.stringify({ model: 'gpt', messages, max_tokens: 100, user: 'user-1' });
  const headers = { 'content-type': 'application/json', ...own };
  const script = join(folder, `${name.replaceAll(/\W+/g, '-')}.lua`);
  const headerLines = Object.entries(headers).map(([key, value]) => `wrk.headers["${key}"] = "${value}"\n`);
  await writeFile(script, `wrk.method = "POST"\n${headerLines.join('')}wrk.body = [==[${body}]==]\n`);
  return { headers, body, script };
}

/** Asks until the answer has status 200. */
async function firstAnswer(url: string, { headers, body }: ChatRequest, signal: AbortSignal): Promise<void> {
  for (;;) {
    const answered = await fetch(url, { method: 'POST', headers, body, signal }).then(
      async (response) => {
        await response.text();
        return response.ok;
      },
      () => false,
    );
    if (answered) return;
    await sleep(20, undefined, { signal });
  }
}
