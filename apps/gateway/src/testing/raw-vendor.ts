import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { Origin } from '../upstream/origin.ts';
import type { UpstreamCall } from '../upstream/upstream.ts';

/** A vendor of raw bytes, on a port of its own. */
export interface Vendor {
  readonly url: URL;
  /** Sockets that were ever opened. */
  readonly sockets: Socket[];
  /** All that was received. */
  received: string;
}

/** A vendor that does with each request what it is told; by default it answers `ok`. */
export async function startVendor(onRequest: (socket: Socket, text: string) => void = sayOk): Promise<Vendor> {
  return listen(createServer(), onRequest, 'http');
}

/** As `startVendor`, with a server of TLS for example; the test ends it. */
export async function listen(
  server: Server,
  onRequest: (socket: Socket, text: string) => void,
  scheme: string,
): Promise<Vendor> {
  const sockets: Socket[] = [];
  server.on(scheme === 'https' ? 'secureConnection' : 'connection', (socket: Socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      vendor.received += bytes.toString();
      onRequest(socket, bytes.toString());
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const vendor: Vendor = {
    url: new URL(`${scheme}://localhost:${(server.address() as AddressInfo).port}`),
    sockets,
    received: '',
  };
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return vendor;
}

export function sayOk(socket: Socket): void {
  socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
}

/** The origin under test; the test ends it. */
export function open(url: URL, mostConnections?: number): Origin {
  const origin = new Origin(url, mostConnections);
  onTestFinished(() => origin.dispose());
  return origin;
}

/** One request, and what has come of it. */
export interface Asked {
  readonly call: UpstreamCall;
  readonly answer: Promise<string>;
  readonly body: string;
}

/** Sends a request, and collects status and body as one text. */
export function ask(
  origin: Origin,
  {
    headers = {},
    body = '{}',
    idleSeconds,
  }: { headers?: Record<string, string>; body?: string; idleSeconds?: number } = {},
): Asked {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  // A test may look at it late.
  promise.catch(() => {});
  let text = '';
  const call = origin.send(
    { method: 'POST', path: '/v1/chat', headers, body, idleSeconds },
    {
      onHead: (status) => (text += `${status} `),
      onData: (bytes) => (text += bytes.toString()),
      onEnd: () => resolve(text),
      onError: reject,
    },
  );
  return {
    call,
    answer: promise,
    get body() {
      return text;
    },
  };
}
