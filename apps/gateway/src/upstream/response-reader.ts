import { malformed, readAnswerHead, type Framing } from './read-head.ts';
import type { ResponseHandler } from './upstream.ts';

const HEAD_END = '\r\n\r\n';
const MOST_HEAD_BYTES = 64 * 1024;
/** A chunk's size with its extensions, which nobody uses; a trailer's line. */
const MOST_LINE_BYTES = 8 * 1024;
const MOST_TRAILERS = 100;
const SIZE_LINE = /^([0-9a-fA-F]{1,8})[ \t]*(?:;[^\0\r\n]*)?$/;

type State = 'head' | 'length' | 'until close' | 'size' | 'chunk' | 'chunk end' | 'trailers' | 'done';

/**
 * Reads one answer of HTTP/1.1 out of its bytes, however they are sliced (RFC 9112). What could be read in two ways is
 * an error. Chunks that came together are handed over as one piece.
 */
export class ResponseReader {
  readonly #handler: ResponseHandler;
  #state: State = 'head';
  /** A head or a line of which the end has not come. */
  #text = '';
  /** Bytes of the body, or of its chunk, that are still to come. */
  #left = 0;
  #trailers = 0;
  #framing: Framing | undefined;
  #hasExtraBytes = false;
  /** Where the data stands that this slice held so far. */
  #dataStart = 0;
  #dataEnd = 0;

  constructor(handler: ResponseHandler) {
    this.#handler = handler;
  }

  get isDone(): boolean {
    return this.#state === 'done';
  }

  /** For how long the connection may wait as far as the vendor says; nothing where it may not. Known when it is done. */
  get reusableMs(): number | undefined {
    return this.#hasExtraBytes ? undefined : this.#framing?.reusableMs;
  }

  /** Reads bytes, which are the handler's from then on. Throws an `UpstreamError` where they are no answer. */
  read(bytes: Buffer): void {
    this.#dataStart = 0;
    this.#dataEnd = 0;
    let at = 0;
    while (at < bytes.length && this.#state !== 'done') at = this.#step(bytes, at);
    this.#hasExtraBytes = at < bytes.length;
    if (this.#dataEnd > this.#dataStart) this.#handler.onData(bytes.subarray(this.#dataStart, this.#dataEnd));
  }

  /** The vendor closed the connection. Throws where the answer is not whole. */
  end(): void {
    if (this.#state === 'until close') this.#state = 'done';
    else if (this.#state !== 'done') throw malformed('its end');
  }

  /** Reads from `at` on; returns how far. */
  #step(bytes: Buffer, at: number): number {
    switch (this.#state) {
      case 'head':
        return this.#readHead(bytes, at);
      case 'length':
      case 'chunk':
        return this.#readData(bytes, at, Math.min(bytes.length, at + this.#left));
      case 'until close':
        return this.#readData(bytes, at, bytes.length);
      case 'size':
      case 'chunk end':
      case 'trailers':
        return this.#readLine(bytes, at);
      case 'done':
        return at;
    }
  }

  #readHead(bytes: Buffer, at: number): number {
    const isFirst = this.#text === '';
    const found = isFirst ? bytes.indexOf(HEAD_END, at) : -1;
    if (found !== -1) {
      this.#takeHead(bytes.toString('latin1', at, found + 2));
      return found + HEAD_END.length;
    }
    const before = this.#text.length;
    this.#text += bytes.toString('latin1', at);
    const end = this.#text.indexOf(HEAD_END, Math.max(0, before - HEAD_END.length));
    if (end === -1) {
      if (this.#text.length > MOST_HEAD_BYTES) throw malformed('its head, of more than 64 KB,');
      return bytes.length;
    }
    const head = this.#text.slice(0, end + 2);
    this.#text = '';
    this.#takeHead(head);
    return at + end + HEAD_END.length - before;
  }

  #takeHead(text: string): void {
    if (text.length > MOST_HEAD_BYTES) throw malformed('its head, of more than 64 KB,');
    const { status, headers, framing } = readAnswerHead(text);
    // 100 Continue, 103 Early Hints: the answer is still to come.
    if (status < 200) return;
    this.#framing = framing;
    const { body } = framing;
    if (typeof body === 'number') {
      this.#left = body;
      this.#state = body === 0 ? 'done' : 'length';
    } else {
      this.#state = body === 'chunked' ? 'size' : 'until close';
    }
    this.#handler.onHead(status, headers);
  }

  /** Data of several chunks moves together, over the lines between them. */
  #readData(bytes: Buffer, at: number, end: number): number {
    if (this.#dataEnd === 0) {
      this.#dataStart = at;
      this.#dataEnd = end;
    } else {
      bytes.copyWithin(this.#dataEnd, at, end);
      this.#dataEnd += end - at;
    }
    if (this.#state !== 'until close') {
      this.#left -= end - at;
      if (this.#left === 0) this.#state = this.#state === 'chunk' ? 'chunk end' : 'done';
    }
    return end;
  }

  #readLine(bytes: Buffer, at: number): number {
    const lineFeed = bytes.indexOf('\n', at);
    const end = lineFeed === -1 ? bytes.length : lineFeed;
    const text = this.#text + bytes.toString('latin1', at, end);
    if (text.length > MOST_LINE_BYTES) throw malformed('a line between its chunks');
    if (lineFeed === -1) {
      this.#text = text;
      return bytes.length;
    }
    this.#text = '';
    if (!text.endsWith('\r')) throw malformed('a line between its chunks');
    this.#takeLine(text.slice(0, -1));
    return end + 1;
  }

  #takeLine(line: string): void {
    if (this.#state === 'size') this.#takeSize(line);
    else if (this.#state === 'chunk end' && line === '') this.#state = 'size';
    else if (this.#state === 'trailers' && line === '') this.#state = 'done';
    else if (this.#state !== 'trailers' || ++this.#trailers > MOST_TRAILERS) throw malformed('the end of a chunk');
  }

  #takeSize(line: string): void {
    const digits = SIZE_LINE.exec(line)?.[1];
    if (digits === undefined) throw malformed('the size of a chunk');
    this.#left = Number.parseInt(digits, 16);
    this.#state = this.#left === 0 ? 'trailers' : 'chunk';
  }
}
