import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { askRedis } from './ask-redis.ts';
import type { Probe } from './service-definition.ts';

const { request } = process.getBuiltinModule('node:http');

export type ProbeResult =
  | { readonly ok: true; readonly output: string }
  /** `answered`: it said no. Otherwise it said nothing in time, or nobody was there. */
  | { readonly ok: false; readonly answered: boolean; readonly output: string };

/** How much of an answer is kept: a health report, not a download. */
const MAX_OUTPUT_BYTES = 64 * 1024;

/** Asks once. Never throws: a probe that cannot be asked has failed, and says why. */
export async function ask(probe: Probe, timeoutMs: number, signal?: AbortSignal): Promise<ProbeResult> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
  try {
    switch (probe.kind) {
      case 'http':
        return await askHttp(probe.url, either);
      case 'tcp':
        return await askTcp(probe.host, probe.port, either);
      case 'redis': {
        const { isWell, text } = await askRedis(probe, either);
        return isWell
          ? { ok: true, output: text }
          : { ok: false, answered: true, output: `${describeProbe(probe)}: ${text}` };
      }
      case 'exec':
        return await askExec(probe, either);
    }
  } catch (error) {
    const output = timeout.aborted ? `no answer within ${timeoutMs} ms` : messageOf(error);
    return { ok: false, answered: false, output: `${describeProbe(probe)}: ${output}` };
  }
}

export function describeProbe(probe: Probe): string {
  switch (probe.kind) {
    case 'http':
      return `GET ${probe.url}`;
    case 'tcp':
      return `connect to ${probe.host}:${probe.port}`;
    case 'redis':
      return `PING to Redis at ${probe.host}:${probe.port}`;
    case 'exec':
      return [probe.command, ...probe.args].join(' ');
  }
}

async function askHttp(url: string, signal: AbortSignal): Promise<ProbeResult> {
  // A fresh connection each time: a kept one would pass while the service takes no new ones.
  const asked = request(url, { agent: false, signal, headers: { accept: 'application/json' } });
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const body = await collect(response);
  const status = response.statusCode ?? 0;
  if (status >= 200 && status < 300) return { ok: true, output: body };
  return { ok: false, answered: true, output: `GET ${url}: status ${status} ${body}`.trim() };
}

async function askTcp(host: string, port: number, signal: AbortSignal): Promise<ProbeResult> {
  const socket = connect({ host, port, signal });
  await once(socket, 'connect');
  socket.destroy();
  return { ok: true, output: '' };
}

async function askExec(probe: Extract<Probe, { kind: 'exec' }>, signal: AbortSignal): Promise<ProbeResult> {
  const child = spawn(probe.command, probe.args, {
    env: { ...process.env, ...probe.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    signal,
    killSignal: 'SIGKILL',
  });
  const [stdout, stderr, [code]] = await Promise.all([
    collect(child.stdout),
    collect(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  if (code === 0) return { ok: true, output: stdout };
  return { ok: false, answered: true, output: `${describeProbe(probe)}: exit ${code} ${stderr || stdout}`.trim() };
}

async function collect(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    if (bytes < MAX_OUTPUT_BYTES) chunks.push(chunk);
    bytes += chunk.length;
  }
  return Buffer.concat(chunks).toString('utf8').slice(0, MAX_OUTPUT_BYTES);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
