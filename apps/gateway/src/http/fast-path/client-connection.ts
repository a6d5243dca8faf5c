import type { Socket } from 'node:net';
import type { TextEncoding } from '../reply.ts';
import { ConnectionReply, type AnsweringConnection } from './connection-reply.ts';
import { readRequest, type RequestLines, type WholeRequest } from './read-request.ts';

/** What a connection needs of the server that it belongs to. */
export interface ConnectionOwner<Target> {
  readonly lines: RequestLines<Target>;
  serve(request: WholeRequest<Target>, reply: ConnectionReply): void;
  /** Gives the socket, with the bytes that were read of it, to Node's HTTP server for good. */
  handOver(connection: ClientConnection<Target>, socket: Socket, bytes: Buffer | undefined): void;
  lastHeadLines(isLast: boolean): string;
  forget(connection: ClientConnection<Target>): void;
}

/**
 * A client's connection while it sends requests that `readRequest` reads. Requests are answered one after the other; a
 * client that sends more before its answer is there waits. With the first request of another kind the connection goes
 * over to Node's HTTP server, and so does one on which a request is late: its time-outs are Node's to keep.
 */
export class ClientConnection<Target> implements AnsweringConnection {
  readonly #socket: Socket;
  readonly #owner: ConnectionOwner<Target>;
  #reply: ConnectionReply | undefined;
  /** What was read and is not served yet. */
  #pending: Buffer | undefined;
  #hasServed = false;
  /** `performance.now()` milliseconds. */
  #quietSince = performance.now();

  constructor(socket: Socket, owner: ConnectionOwner<Target>) {
    this.#socket = socket;
    this.#owner = owner;
    socket.on('data', this.#onData);
    socket.on('drain', this.#onDrain);
    socket.on('end', this.#onEnd);
    socket.on('error', this.#onError);
    socket.on('close', this.#onClose);
  }

  /** Whether nothing was asked that is not answered, and every answer is out. */
  get isIdle(): boolean {
    return !this.#reply && !this.#pending && this.#socket.writableLength === 0;
  }

  lastHeadLines(isLast: boolean): string {
    return this.#owner.lastHeadLines(isLast);
  }

  write(text: string, encoding: TextEncoding): boolean {
    return this.#socket.write(text, encoding);
  }

  answered(isLast: boolean): void {
    this.#reply = undefined;
    if (isLast) {
      this.#socket.destroySoon();
      return;
    }
    this.#hasServed = true;
    this.#quietSince = performance.now();
    // Not at once: answers that come at once would pile up on the stack.
    if (this.#pending) process.nextTick(this.#readPending);
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** Ends a connection that nobody uses; gives one whose request is late to Node. */
  sweep(now: number, keepAliveMs: number, arrivesWithinMs: number): void {
    if (this.#reply || this.#socket.writableLength > 0) return;
    const quietMs = now - this.#quietSince;
    const isBetweenRequests = this.#hasServed && !this.#pending;
    if (isBetweenRequests && quietMs > keepAliveMs) this.#socket.destroy();
    else if (!isBetweenRequests && quietMs > arrivesWithinMs) this.#handOver(this.#pending);
  }

  readonly #onData = (chunk: Buffer): void => {
    const isSecondPiece = this.#pending !== undefined;
    const bytes = this.#pending ? Buffer.concat([this.#pending, chunk]) : chunk;
    if (this.#reply) {
      this.#pending = bytes;
      this.#socket.pause();
    } else {
      this.#read(bytes, isSecondPiece);
    }
  };

  readonly #readPending = (): void => {
    const bytes = this.#pending;
    // A client that reads nothing gets no further answers.
    if (!bytes || this.#reply || this.#socket.destroyed || this.#socket.writableNeedDrain) return;
    this.#pending = undefined;
    this.#socket.resume();
    this.#read(bytes, false);
  };

  /** A request comes in one piece, or its head in one and its body in another; what comes in more is Node's. */
  #read(bytes: Buffer, isSecondPiece: boolean): void {
    const request = readRequest(bytes, this.#owner.lines);
    if (request === 'other' || (request === 'incomplete' && isSecondPiece)) {
      this.#handOver(bytes);
    } else if (request === 'incomplete') {
      this.#pending = bytes;
      this.#quietSince = performance.now();
    } else {
      this.#pending = request.end < bytes.length ? bytes.subarray(request.end) : undefined;
      if (this.#pending) this.#socket.pause();
      this.#reply = new ConnectionReply(this);
      this.#owner.serve(request, this.#reply);
    }
  }

  #handOver(bytes: Buffer | undefined): void {
    const socket = this.#socket;
    socket.off('data', this.#onData);
    socket.off('drain', this.#onDrain);
    socket.off('end', this.#onEnd);
    socket.off('error', this.#onError);
    socket.off('close', this.#onClose);
    this.#owner.handOver(this, socket, bytes);
  }

  readonly #onDrain = (): void => {
    if (this.#reply) this.#reply.drained();
    else this.#readPending();
  };

  /** The client sends nothing more; as with Node's server, one that waits for an answer has left. */
  readonly #onEnd = (): void => {
    if (this.#reply) this.#socket.destroy();
    else this.#socket.destroySoon();
  };

  readonly #onError = (): void => {
    // The socket closes by itself, and that is what matters.
  };

  readonly #onClose = (): void => {
    this.#owner.forget(this);
    this.#reply?.lost();
  };
}
