import type { Socket } from 'node:net';

const LAST_CHUNK = '0\r\n\r\n';

/** Writes a body to a socket piece by piece, in chunks where its length was not announced (RFC 9112, 7.1). */
export class BodyWriter {
  readonly #socket: Socket;
  readonly #isChunked: boolean;

  constructor(socket: Socket, isChunked: boolean) {
    this.#socket = socket;
    this.#isChunked = isChunked;
  }

  /** Resolves when the socket wants more, or has closed. */
  async write(piece: Buffer): Promise<void> {
    // A chunk without bytes would be the last one.
    if (piece.length === 0) return;
    if (this.#isChunked) this.#socket.write(`${piece.length.toString(16)}\r\n`);
    const isTaken = this.#socket.write(piece);
    if (this.#isChunked) this.#socket.write('\r\n');
    if (!isTaken) await this.#drained();
  }

  end(): void {
    if (this.#isChunked) this.#socket.write(LAST_CHUNK);
  }

  #drained(): Promise<void> {
    const socket = this.#socket;
    return new Promise((resolve) => {
      const done = (): void => {
        socket.off('drain', done).off('close', done);
        resolve();
      };
      if (socket.destroyed) resolve();
      else socket.on('drain', done).on('close', done);
    });
  }
}
