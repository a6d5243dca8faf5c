import type { Reply, TextEncoding } from '../answer/reply.ts';

const { STATUS_CODES } = process.getBuiltinModule('node:http');

/** What an answer needs of its connection. */
export interface AnsweringConnection {
  /** The last lines of a head: date and connection. */
  lastHeadLines(isLast: boolean): string;
  write(text: string, encoding: TextEncoding): boolean;
  /** The answer is whole. */
  answered(isLast: boolean): void;
  destroy(): void;
  readonly peer: string | undefined;
}

const LAST_CHUNK = '0\r\n\r\n';

/** An answer as text straight to the socket: a whole one, and each piece of a stream, in one write. */
export class ConnectionReply implements Reply {
  readonly #connection: AnsweringConnection;
  #isLast = false;
  #isBegun = false;
  #isOver = false;
  /** A head that waits for the first piece. */
  #head = '';
  #onLost: (() => void) | undefined;
  #onDrain: (() => void) | undefined;

  constructor(connection: AnsweringConnection) {
    this.#connection = connection;
  }

  get isBegun(): boolean {
    return this.#isBegun;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  get peer(): string | undefined {
    return this.#connection.peer;
  }

  closeAfter(): void {
    this.#isLast = true;
  }

  send(status: number, headLines: string, body: string, encoding: TextEncoding): void {
    if (this.#isOver) return;
    const length = Buffer.byteLength(body, encoding);
    const head = `${this.#headOf(status, headLines)}content-length: ${length}\r\n\r\n`;
    this.#isBegun = true;
    // Text of ASCII alone is written faster as latin1; a head has no other.
    this.#connection.write(head + body, length === body.length ? 'latin1' : encoding);
    this.#finish();
  }

  begin(status: number, headLines: string): void {
    this.#isBegun = true;
    this.#head = `${this.#headOf(status, headLines)}transfer-encoding: chunked\r\n\r\n`;
  }

  write(text: string, encoding: TextEncoding): boolean {
    if (this.#isOver || text === '') return true;
    return this.#connection.write(this.#takeHead() + asChunk(text, encoding), encoding);
  }

  end(text: string): void {
    if (this.#isOver) return;
    const last = text === '' ? LAST_CHUNK : asChunk(text, 'utf8') + LAST_CHUNK;
    this.#connection.write(this.#takeHead() + last, 'utf8');
    this.#finish();
  }

  destroy(): void {
    this.#connection.destroy();
  }

  onLost(listener: () => void): void {
    this.#onLost = listener;
  }

  onDrain(listener: () => void): void {
    this.#onDrain = listener;
  }

  /** The client has left. */
  lost(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#onLost?.();
  }

  /** The client has read what waited. */
  drained(): void {
    this.#onDrain?.();
  }

  #headOf(status: number, headLines: string): string {
    const last = this.#connection.lastHeadLines(this.#isLast);
    return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Unknown'}\r\n${headLines}${last}`;
  }

  #takeHead(): string {
    const head = this.#head;
    this.#head = '';
    return head;
  }

  #finish(): void {
    this.#isOver = true;
    this.#connection.answered(this.#isLast);
  }
}

/** One chunk of a chunked body (RFC 9112, 7.1). */
function asChunk(text: string, encoding: TextEncoding): string {
  return `${Buffer.byteLength(text, encoding).toString(16)}\r\n${text}\r\n`;
}
