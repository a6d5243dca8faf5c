import type { Socket } from 'node:net';
import { destroyBehindWrites, writeGathered } from '../../sockets/gather-writes.ts';
import type { TextEncoding } from '../answer/reply.ts';
import { ConnectionReply, type AnsweringConnection } from './connection-reply.ts';
import { KnownHead } from './known-head.ts';
import { readRequest, type RequestLines, type WholeRequest } from './read-request.ts';

/** Nobody has been asked for a key yet, so that no connection may fill much of the memory. */
const MOST_GATHERED = 512 * 1024;
/** A head of 16 KB comes in so many segments over Ethernet; one in more of them trickles in, and is Node's to watch. */
const MOST_HEAD_PIECES = 12;
/** A body that trickles in is given to Node, which has a time-out for it. */
const LONGEST_ARRIVAL_MS = 10_000;

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
  /** In how many pieces the head that is being read has come. */
  #headPieces = 0;
  /** A request whose head was read, in the pieces in which it came; none where none arrives. */
  #pieces: Buffer[] = [];
  #arrived = 0;
  /** How long it is when it is whole. */
  #wholeAt = 0;
  #arrivesSince = 0;
  #hasServed = false;
  readonly #known = new KnownHead<Target>();
  /** The other end's address: asked for once, because a socket makes it anew each time. */
  readonly peer: string | undefined;
  /** `performance.now()` milliseconds. */
  #quietSince = performance.now();

  constructor(socket: Socket, owner: ConnectionOwner<Target>) {
    this.#socket = socket;
    this.peer = socket.remoteAddress;
    this.#owner = owner;
    socket.on('data', this.#onData);
    socket.on('drain', this.#onDrain);
    socket.on('end', this.#onEnd);
    socket.on('error', this.#onError);
    socket.on('close', this.#onClose);
  }

  /** Whether nothing was asked that is not answered, and every answer is out. */
  get isIdle(): boolean {
    return !this.#reply && !this.#pending && this.#wholeAt === 0 && this.#socket.writableLength === 0;
  }

  lastHeadLines(isLast: boolean): string {
    return this.#owner.lastHeadLines(isLast);
  }

  write(text: string, encoding: TextEncoding): boolean {
    return writeGathered(this.#socket, text, encoding);
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
    destroyBehindWrites(this.#socket);
  }

  /** Ends a connection that nobody uses; gives one whose request is late to Node. */
  sweep(now: number, keepAliveMs: number, arrivesWithinMs: number): void {
    if (this.#reply || this.#socket.writableLength > 0) return;
    const quietMs = now - this.#quietSince;
    const isArriving = this.#wholeAt > 0;
    const isBetweenRequests = this.#hasServed && !this.#pending && !isArriving;
    const isSlow = isArriving && now - this.#arrivesSince > LONGEST_ARRIVAL_MS;
    if (isBetweenRequests && quietMs > keepAliveMs) this.#socket.destroy();
    else if (isSlow || (!isBetweenRequests && quietMs > arrivesWithinMs)) this.#handOver(this.#takeArrived());
  }

  readonly #onData = (chunk: Buffer): void => {
    if (this.#wholeAt > 0) {
      this.#gather(chunk);
      return;
    }
    const bytes = this.#pending ? Buffer.concat([this.#pending, chunk]) : chunk;
    if (this.#reply) {
      this.#pending = bytes;
      this.#socket.pause();
    } else {
      this.#read(bytes);
    }
  };

  readonly #readPending = (): void => {
    const bytes = this.#pending;
    // A client that reads nothing gets no further answers.
    if (!bytes || this.#reply || this.#socket.destroyed || this.#socket.writableNeedDrain) return;
    this.#pending = undefined;
    this.#socket.resume();
    this.#read(bytes);
  };

  /** The next piece of a request; they are put together once, when all are there. */
  #gather(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#arrived += piece.length;
    this.#quietSince = performance.now();
    if (this.#arrived < this.#wholeAt) return;
    const bytes = this.#takeArrived();
    if (bytes) this.#read(bytes);
  }

  /** What was read of a request that is not whole; it is no longer waited for. */
  #takeArrived(): Buffer | undefined {
    const bytes = this.#wholeAt > 0 ? Buffer.concat(this.#pieces, this.#arrived) : this.#pending;
    this.#pieces = [];
    this.#arrived = 0;
    this.#wholeAt = 0;
    return bytes;
  }

  /** A head comes in a few pieces, a body in any number; what is longer than `MOST_GATHERED` is Node's. */
  #read(bytes: Buffer): void {
    const request = readRequest(bytes, this.#owner.lines, this.#known);
    if (request === 'incomplete' && this.#headPieces < MOST_HEAD_PIECES) {
      if (this.#headPieces === 0) this.#quietSince = performance.now();
      this.#headPieces++;
      this.#pending = bytes;
      return;
    }
    this.#headPieces = 0;
    if (request === 'other' || request === 'incomplete') {
      this.#handOver(bytes);
    } else if (!('readBody' in request)) {
      this.#await(bytes, request.end);
    } else {
      this.#pending = request.end < bytes.length ? bytes.subarray(request.end) : undefined;
      if (this.#pending) this.#socket.pause();
      this.#reply = new ConnectionReply(this);
      this.#owner.serve(request, this.#reply);
    }
  }

  #await(bytes: Buffer, wholeAt: number): void {
    if (wholeAt > MOST_GATHERED) {
      this.#handOver(bytes);
      return;
    }
    this.#pending = undefined;
    this.#pieces = [bytes];
    this.#arrived = bytes.length;
    this.#wholeAt = wholeAt;
    this.#quietSince = performance.now();
    this.#arrivesSince = this.#quietSince;
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
