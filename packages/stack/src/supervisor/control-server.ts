import { rmSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import {
  type Progress,
  type ServiceReport,
  type SupervisorStatus,
  type UpRequest,
  PROTOCOL_VERSION,
} from '../control/protocol.ts';
import { readUpRequest } from '../control/read-protocol.ts';
import { readLogs } from '../logs/read-logs.ts';
import type { LogLine } from '../logs/log-line.ts';
import { OperatorError, type Problem } from '../operator-error.ts';
import type { Supervisor } from './supervisor.ts';

const { createServer } = process.getBuiltinModule('node:http');

export interface ControlServerOptions {
  readonly supervisor: Supervisor;
  readonly logFolder: string;
  readonly startedAt: number;
  /** Called when an operation has left nothing running. */
  readonly onEnd: () => void;
}

/** The supervisor's socket; `control/protocol.ts` says what is spoken on it. */
export function createControlServer(options: ControlServerOptions): Server {
  const { supervisor } = options;
  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://supervisor');
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /status':
        answer(response, 200, statusOf(options));
        return;
      case 'POST /up':
        void operate(request, response, options, (body) => supervisor.up(body));
        return;
      case 'POST /restart':
        void operate(request, response, options, (body) => supervisor.restart(body));
        return;
      case 'POST /down':
        void operate(request, response, options, () => supervisor.down());
        return;
      case 'GET /logs':
        void followLogs(url.searchParams, response, options);
        return;
      default:
        answer(response, 404, { what: `The supervisor knows no ${request.method} ${url.pathname}` } satisfies Problem);
    }
  });
}

/** Listens. The caller holds the lock, so a socket that is there already is a dead one's. */
export async function listenOn(server: Server, address: string): Promise<void> {
  if (process.platform !== 'win32') rmSync(address, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
}

function statusOf({ supervisor, startedAt }: ControlServerOptions): SupervisorStatus {
  return { protocol: PROTOCOL_VERSION, pid: process.pid, startedAt, services: supervisor.services };
}

/** Runs an operation while telling every change of state, a line each; the last line is its outcome. */
async function operate(
  request: IncomingMessage,
  response: ServerResponse,
  { supervisor, onEnd }: ControlServerOptions,
  operation: (body: UpRequest) => Promise<void>,
): Promise<void> {
  const tell = (progress: Progress): void => {
    response.write(`${JSON.stringify(progress)}\n`);
  };
  const tellState = (service: ServiceReport): void => tell({ type: 'state', service });
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  supervisor.on('state', tellState);
  try {
    await operation(readUpRequest(await readText(request)));
    tell({ type: 'done', services: supervisor.services });
  } catch (error) {
    tell({ type: 'problem', problem: problemOf(error) });
  } finally {
    supervisor.off('state', tellState);
    response.end();
  }
  if (!supervisor.isIdle) return;
  if (response.closed) onEnd();
  else response.once('close', onEnd);
}

/** Lines that wait while the kept ones are still being sent. */
const MOST_WAITING = 10_000;

/** What was kept, then what comes; one that reads too slowly is told how many lines it missed. */
async function followLogs(
  query: URLSearchParams,
  response: ServerResponse,
  options: ControlServerOptions,
): Promise<void> {
  const services = query.getAll('service');
  const since = query.get('since');
  const tail = query.get('tail');
  let missed = 0;
  let waiting: LogLine[] | undefined = [];
  const send = (lines: readonly LogLine[]): void => {
    const wanted = lines.filter(({ service }) => services.includes(service));
    if (waiting && waiting.length < MOST_WAITING) {
      waiting.push(...wanted);
      return;
    }
    if (waiting || response.writableNeedDrain) {
      missed += wanted.length;
      return;
    }
    if (missed > 0) response.write(`${JSON.stringify(missedLines(services[0] ?? '', missed))}\n`);
    missed = 0;
    if (wanted.length > 0) response.write(wanted.map((line) => `${JSON.stringify(line)}\n`).join(''));
  };
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  response.flushHeaders();
  options.supervisor.on('lines', send);
  response.once('close', () => options.supervisor.off('lines', send));
  // In one step with the subscription: the files end where the new lines begin.
  const kept = readLogs(options.logFolder, {
    services,
    ...(since === null ? {} : { since }),
    ...(tail === null ? {} : { tail: Number(tail) }),
  });
  for (const line of kept) {
    if (response.closed) return;
    if (!response.write(`${JSON.stringify(line)}\n`)) await drained(response);
  }
  const meanwhile = waiting;
  waiting = undefined;
  send(meanwhile);
}

/** Resolves when the reader has caught up, or has gone. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    response.once('drain', resolve).once('close', resolve);
  });
}

function missedLines(service: string, count: number): LogLine {
  const text = `${count} lines came faster than they could be shown; they are in the log file`;
  return { service, time: new Date().toISOString(), stream: 'supervisor', text };
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function problemOf(error: unknown): Problem {
  if (error instanceof OperatorError) return error.problem;
  return { what: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
