import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** One upload as a vendor sees it, from its first byte on. */
export interface SeenUpload {
  readonly request: IncomingMessage;
  /** What came so far. */
  bytes: number;
  /** Whether all came, or the sender broke off. */
  end: 'whole' | 'aborted' | undefined;
}

export interface Listener {
  readonly url: string;
  readonly uploads: readonly SeenUpload[];
}

/**
 * A vendor that takes uploads of any length and keeps none of them; it answers as the test says when all is there.
 *
 * @param atHead what it does when the head is there
 */
export async function startListener(
  answer: (response: ServerResponse, upload: SeenUpload) => void = sayText,
  atHead: (response: ServerResponse, upload: SeenUpload) => void = () => {},
): Promise<Listener> {
  const uploads: SeenUpload[] = [];
  const server = createServer((request, response) => {
    const upload: SeenUpload = { request, bytes: 0, end: undefined };
    uploads.push(upload);
    atHead(response, upload);
    request.on('data', (piece: Buffer) => (upload.bytes += piece.length));
    request.on('end', () => {
      upload.end = 'whole';
      if (!response.headersSent) answer(response, upload);
    });
    request.on('close', () => (upload.end ??= 'aborted'));
    request.on('error', () => {});
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, uploads };
}

export function sayText(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"text":"Guten Morgen"}');
}
