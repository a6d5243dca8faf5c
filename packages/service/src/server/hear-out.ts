import type { IncomingMessage } from 'node:http';

/** How long who is refused may go on sending; nginx allows 30 s (`lingering_time`). */
const PATIENCE_MS = 10_000;
/** And how much of it. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads the rest of a request that is refused, and throws it away. A connection that is closed with bytes unread is reset,
 * and what the client has not read of its answer by then is lost with it (RFC 9112, 9.6): most report a broken pipe instead
 * of the answer that says why. Resolves when the request is whole or broken off, or was listened to for long enough.
 */
export function hearOut(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    if (request.readableEnded || request.destroyed) {
      resolve();
      return;
    }
    let unread = MOST_BYTES;
    const end = (): void => {
      clearTimeout(patience);
      resolve();
    };
    const patience = setTimeout(end, PATIENCE_MS);
    // Whoever read it in pieces asks for no more of them.
    request.removeAllListeners('readable');
    request.on('data', (piece: Buffer) => {
      unread -= piece.length;
      if (unread < 0) end();
    });
    for (const event of ['end', 'error', 'close'] as const) request.once(event, end);
    request.resume();
  });
}
