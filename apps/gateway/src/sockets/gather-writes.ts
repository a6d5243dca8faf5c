import type { Socket } from 'node:net';

/** Sockets with something to send, until all that this turn of the event loop brought has been looked at. */
let gathering: Socket[] = [];

/**
 * Writes to a socket what leaves when this turn of the event loop ends, with what other requests of the same turn send. A
 * write wakes whoever waits at the other end, which costs more than all the rest of it; written one after the other,
 * they find the other end awake (`bench/gateway`: an eighth of a request under load). A server at leisure has one request
 * a turn, which waits for nothing.
 *
 * @returns whether the socket takes more, as its own `write` does
 */
export function writeGathered(socket: Socket, text: string, encoding: BufferEncoding): boolean {
  if (socket.writableCorked === 0) {
    if (gathering.length === 0) setImmediate(sendGathered);
    socket.cork();
    gathering.push(socket);
  }
  return socket.write(text, encoding);
}

/** Ends a connection at once, behind what was written to it: a socket that is destroyed drops what it still has. */
export function destroyBehindWrites(socket: Socket): void {
  while (socket.writableCorked > 0) socket.uncork();
  socket.destroy();
}

function sendGathered(): void {
  const sockets = gathering;
  gathering = [];
  for (const socket of sockets) socket.uncork();
}
