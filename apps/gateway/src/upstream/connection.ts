import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { BodySource } from '../exchange/asked/body-source.ts';
import { writeGathered } from '../sockets/gather-writes.ts';
import { BodyWriter } from './body-writer.ts';
import { ResponseReader } from './response-reader.ts';
import type { RequestText } from './request-text.ts';
import { UpstreamError, type ResponseHandler } from './upstream.ts';

/** Where connections lead, and what they tell. */
export interface ConnectionOwner {
  readonly isTls: boolean;
  readonly host: string;
  readonly port: number;
  /** The session of an earlier connection, so that the next handshake is short. */
  tlsSession: Buffer | undefined;
  /** The answer is whole, and the connection may wait for another request, for so long as far as the vendor says. */
  free(connection: Connection, reusableMs: number): void;
  closed(connection: Connection): void;
}

const CONNECT_TIMEOUT_MS = 10_000;
/** undici's. Keeps the way through address translators open while a vendor thinks, and finds dead peers. */
const PROBE_AFTER_MS = 60_000;
const READ_BYTES = 64 * 1024;

/** All connections read into the same bytes: what was read is copied out before anybody else reads. */
const readBuffer = Buffer.allocUnsafeSlow(READ_BYTES);

/** One socket to a vendor, with one request at a time. */
export class Connection {
  /** Since when it is idle, and until when it may be used again; `performance.now()` milliseconds. */
  idleSince = 0;
  idleUntil = 0;
  readonly #owner: ConnectionOwner;
  readonly #socket: Socket;
  readonly #connectTimer: NodeJS.Timeout;
  #handler: ResponseHandler | undefined;
  #reader: ResponseReader | undefined;
  #isReady = false;
  #isPaused = false;
  /** Whether more of a body is to be sent. */
  #isSending = false;
  /** How long the vendor may be silent; 0 where nobody minds. */
  #silenceMs = 0;

  constructor(owner: ConnectionOwner) {
    this.#owner = owner;
    this.#socket = owner.isTls ? this.#openTls() : connect({ ...this.#place(), host: owner.host, port: owner.port });
    this.#connectTimer = setTimeout(() => {
      this.fail(new UpstreamError('CONNECT_TIMEOUT', 'The connection was not made in time'));
    }, CONNECT_TIMEOUT_MS);
    this.#socket
      .once(owner.isTls ? 'secureConnect' : 'connect', () => this.#onReady())
      .on('timeout', () => this.#onSilence())
      .on('error', (error) => this.fail(error))
      .on('end', () => this.#onEnd())
      .on('close', () => this.#onClose());
  }

  /** Whether it can still be written to, and its other side has not closed. */
  get isOpen(): boolean {
    return this.#socket.writable && !this.#socket.readableEnded;
  }

  /** Whether the answer of that handler is still to come. */
  serves(handler: ResponseHandler): boolean {
    return this.#handler === handler;
  }

  send({ text, encoding, rest }: RequestText, handler: ResponseHandler, idleSeconds: number | undefined): void {
    this.#handler = handler;
    this.#reader = new ResponseReader(handler);
    if (idleSeconds !== undefined) this.#watchSilence(idleSeconds * 1000);
    writeGathered(this.#socket, text, encoding);
    if (rest) void this.#sendRest(rest, handler);
  }

  pause(): void {
    this.#isPaused = true;
    this.#socket.pause();
  }

  resume(): void {
    this.#isPaused = false;
    this.#watchSilence(this.#silenceMs);
    this.#socket.resume();
  }

  /** A body in pieces, no faster than the vendor takes them, as long as its answer is awaited. */
  async #sendRest(rest: BodySource, handler: ResponseHandler): Promise<void> {
    const writer = new BodyWriter(this.#socket, rest.length === undefined);
    this.#isSending = true;
    try {
      for await (const piece of rest.open()) {
        if (!this.serves(handler)) return;
        await writer.write(piece);
      }
      if (!this.serves(handler)) return;
      writer.end();
      this.#isSending = false;
    } catch (error) {
      if (this.serves(handler)) this.fail(error);
    }
  }

  /** Ends it; whoever waits for its answer is told why. */
  fail(error: unknown): void {
    const handler = this.#handler;
    this.#handler = undefined;
    this.#socket.destroy();
    handler?.onError(error);
  }

  /** Ends it while nobody waits. */
  destroy(): void {
    this.#socket.destroy();
  }

  #openTls(): TLSSocket {
    const { host, port, tlsSession } = this.#owner;
    const socket = connectTls({
      ...this.#place(),
      host,
      port,
      ALPNProtocols: ['http/1.1'],
      // A name of a certificate is never an address (RFC 6066, 3).
      ...(isIP(host) === 0 && { servername: host }),
      ...(tlsSession && { session: tlsSession }),
    });
    return socket.on('session', (session) => {
      this.#owner.tlsSession = session;
    });
  }

  #place() {
    return {
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: PROBE_AFTER_MS,
      onread: {
        buffer: readBuffer,
        callback: (length: number, buffer: Uint8Array): boolean => {
          this.#onRead(Buffer.from(buffer.subarray(0, length)));
          return true;
        },
      },
    };
  }

  #onRead(bytes: Buffer): void {
    const reader = this.#reader;
    if (!reader) {
      // Nobody asked for it: what came is no answer to the next request either.
      this.#socket.destroy();
      return;
    }
    try {
      reader.read(bytes);
    } catch (error) {
      this.fail(error);
      return;
    }
    if (reader.isDone && this.#handler) this.#finish(reader);
  }

  #finish(reader: ResponseReader): void {
    const handler = this.#handler;
    this.#handler = undefined;
    this.#reader = undefined;
    this.#watchSilence(0);
    if (this.#isPaused) this.resume();
    if (reader.reusableMs === undefined || this.#isSending) this.#socket.destroy();
    else if (this.#isOut) this.#owner.free(this, reader.reusableMs);
    else setImmediate(() => this.#freeIfOut(reader.reusableMs));
    try {
      handler?.onEnd();
    } catch (error) {
      handler?.onError(error);
    }
  }

  get #isOut(): boolean {
    return this.#socket.writableLength === 0;
  }

  /**
   * A vendor that is near answers before Node has told that an encrypted request is written, which it does at the end of
   * the turn. What is not out then answered a request that it had not read: the rest of it is still on its way.
   */
  #freeIfOut(reusableMs = 0): void {
    if (this.#isOut && this.isOpen) this.#owner.free(this, reusableMs);
    else this.#socket.destroy();
  }

  #onReady(): void {
    this.#isReady = true;
    clearTimeout(this.#connectTimer);
  }

  #watchSilence(milliseconds: number): void {
    if (milliseconds === 0 && this.#silenceMs === 0) return;
    this.#silenceMs = milliseconds;
    this.#socket.setTimeout(milliseconds);
  }

  /** While it is paused it is our side that is silent. */
  #onSilence(): void {
    if (!this.#isPaused) this.fail(new UpstreamError('IDLE_TIMEOUT', 'Nothing came in time'));
  }

  #onEnd(): void {
    const reader = this.#reader;
    if (!reader || !this.#handler) {
      this.#socket.destroy();
      return;
    }
    try {
      reader.end();
      this.#finish(reader);
    } catch {
      this.fail(new UpstreamError('CONNECTION_CLOSED', 'The vendor closed the connection before its answer was whole'));
    }
  }

  #onClose(): void {
    clearTimeout(this.#connectTimer);
    // It may be the old session that the vendor cannot read: the next handshake does without.
    if (!this.#isReady) this.#owner.tlsSession = undefined;
    this.#owner.closed(this);
    this.fail(new UpstreamError('CONNECTION_CLOSED', 'The connection was closed before the answer was whole'));
  }
}
