import type { IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { json } from 'node:stream/consumers';
import type { LogQuery } from '../logs/read-logs.ts';
import type { LogLine } from '../logs/log-line.ts';
import { isOurs } from './address.ts';
import { PROTOCOL_VERSION, type Progress, type SupervisorStatus, type UpRequest } from './protocol.ts';
import { readLogLine, readProgress, readStatus, startedByAnother } from './read-protocol.ts';

const { request } = process.getBuiltinModule('node:http');

/** The supervisor's word on what it runs; undefined when there is no supervisor. */
export async function supervisorStatus(address: string): Promise<SupervisorStatus | undefined> {
  const response = await send(address, { method: 'GET', path: '/status' });
  return response && readStatus(await json(response));
}

/**
 * Has the supervisor do something, and yields what it tells meanwhile.
 *
 * @returns undefined when there is no supervisor.
 * @throws {OperatorError} when it speaks another version of the protocol.
 */
export async function operate(
  address: string,
  operation: 'up' | 'restart' | 'down',
  body?: UpRequest,
  signal?: AbortSignal,
): Promise<AsyncIterable<Progress> | undefined> {
  const status = await supervisorStatus(address);
  if (status && status.protocol !== PROTOCOL_VERSION && operation !== 'down') {
    throw startedByAnother();
  }
  const response = status && (await send(address, { method: 'POST', path: `/${operation}`, body, signal }));
  return response && readLines(response, readProgress);
}

/** The kept lines and then every new one, until `signal` ends it or the supervisor ends; undefined without one. */
export async function followLogs(
  address: string,
  { services, tail, since }: LogQuery,
  signal?: AbortSignal,
): Promise<AsyncIterable<LogLine> | undefined> {
  const query = new URLSearchParams(services.map((service) => ['service', service]));
  if (tail !== undefined) query.set('tail', String(tail));
  if (since !== undefined) query.set('since', since);
  const response = await send(address, { method: 'GET', path: `/logs?${query.toString()}`, signal });
  return response && readLines(response, readLogLine);
}

/** Nobody listens: no socket, one whose owner died, or one whose owner is just ending. */
const NOBODY = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

interface ControlRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: UpRequest | undefined;
  readonly signal?: AbortSignal | undefined;
}

function send(address: string, { method, path, body, signal }: ControlRequest): Promise<IncomingMessage | undefined> {
  if (!isOurs(address)) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const sent = request({ socketPath: address, method, path, agent: false, ...(signal ? { signal } : {}) }, resolve);
    sent.once('error', (error: NodeJS.ErrnoException) => {
      if (NOBODY.has(error.code ?? '')) resolve(undefined);
      else reject(error);
    });
    sent.end(body && JSON.stringify(body));
  });
}

async function* readLines<Line>(response: IncomingMessage, read: (value: unknown) => Line): AsyncGenerator<Line> {
  for await (const line of createInterface({ input: response })) yield read(JSON.parse(line));
}
