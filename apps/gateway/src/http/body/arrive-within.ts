import type { IncomingMessage } from 'node:http';

/** How long a body may take that is waited for; one that trickles in is slow on purpose. */
export const BODY_ARRIVES_WITHIN_MS = 30_000;

/** How long a form may take to come, however slowly it is sent: half a gigabyte over a line of one megabit. */
export const FORM_ARRIVES_WITHIN_MS = 75 * 60_000;

const TOO_SLOW = 'HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n\r\n';

/** Ends the connection of a request that is not there whole in time, as Node's own limit does. */
export function arriveWithin(request: IncomingMessage, milliseconds: number): void {
  if (request.complete) return;
  const timer = setTimeout(() => {
    if (!request.complete) request.socket.end(TOO_SLOW, () => request.socket.destroy());
  }, milliseconds).unref();
  request.once('close', () => clearTimeout(timer));
}
