import type { ServerResponse } from 'node:http';

/** How long the rest of a refused body is listened to; nginx allows 30 s for it (`lingering_time`). */
const LONGEST_MS = 10_000;
/** And how much of it. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Ends an answer that is sent before its request is whole. A connection that is closed with bytes unread is reset, and what
 * the client has not read of the answer by then is lost with it (RFC 9112, 9.6): so the rest of the request is read and
 * thrown away for a while, behind the answer's last byte.
 */
export function endLingering(response: ServerResponse): void {
  const { req: request } = response;
  let unread = MOST_BYTES;
  const end = (): void => {
    clearTimeout(timer);
    if (!response.writableEnded) response.end();
  };
  const timer = setTimeout(end, LONGEST_MS);
  // Whoever read it in pieces asks for no more of them.
  request.removeAllListeners('readable');
  request.on('data', (piece: Buffer) => {
    unread -= piece.length;
    if (unread < 0) end();
  });
  for (const event of ['end', 'error', 'close'] as const) request.once(event, end);
  request.resume();
}
