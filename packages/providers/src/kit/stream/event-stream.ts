import { isAscii } from 'node:buffer';
import { wholeAsStream } from '../../other-form/whole-as-stream.ts';
import { latin1, positionIn, utf8 } from '../latin1.ts';

/** The longest event that is kept in memory, in bytes: whole images and tool calls come in one, but not beyond this. */
const MOST_EVENT_BYTES = 16 * 1024 * 1024;

/** How much of an answer that is no event stream is kept to say what it was. */
const MOST_STRAY_CHARACTERS = 4096;

/** How an answer begins that is JSON in place of a stream. */
const JSON_BEGINNING = /^\s*[[{]/;

const BYTE_ORDER_MARK = '\u00EF\u00BB\u00BF';
const LINE_FEED = 0x0a;
const COLON = 0x3a;
const SPACE = 0x20;

export class EventTooLargeError extends Error {
  constructor() {
    super(`A single event is longer than ${MOST_EVENT_BYTES} bytes`);
    this.name = 'EventTooLargeError';
  }
}

/**
 * Server-sent events out of bytes, however they are sliced (WHATWG HTML, "Server-sent events", 2026-11). A cursor, so
 * that an event costs no object:
 *
 *     reader.push(bytes);
 *     while (reader.next()) use(reader.data);
 *
 * Bytes are handled as latin1 text, one character a byte: positions in it are positions in the bytes, and what is passed
 * on as `latin1` is what came. What describes an event holds until the next call of `next` or `push`.
 *
 * Some servers pass over the wish for a stream: a whole answer of JSON gives the events of the same answer, at its end.
 */
export class EventStreamReader {
  /** Holds the event from `start`, its first line, to `end`, behind the blank line that closes it. */
  text = '';
  start = 0;
  end = 0;
  /**
   * Holds the event's data, as latin1, from `dataStart` to `dataEnd`. It is `text` itself where the data stands in one
   * line, as almost all data does.
   */
  dataText = '';
  dataStart = 0;
  dataEnd = 0;
  /** The id of this event or of the last before it that had one (`id:`), as latin1. */
  lastEventId = '';
  /** How long a client is to wait before it connects again, as the stream said last (`retry:`). */
  retryMilliseconds: number | undefined;
  /** The first lines that are neither fields nor comments: what came where the answer is no event stream. As latin1. */
  stray = '';

  #type = '';
  /** The event under way: where it begins, and its data as far as it has been read. */
  #begin = 0;
  #hasData = false;
  #dataStart = 0;
  #dataEnd = 0;
  #joinedData: string | undefined;
  #nextType = '';
  /** Where the next line begins, and the next end of a line of each sort; -1 where there is none in `text`. */
  #position = 0;
  #lineFeed = -1;
  #carriageReturn = -1;
  /** The line before ended with a carriage return; a line feed right behind it belongs to it. */
  #isAfterReturn = false;
  #isAtStart = true;
  /** Whether `text` is the same in latin1 and in UTF-8, as most is. */
  #isAscii = true;
  /** What came as JSON in place of a stream, as latin1; nothing where that began otherwise. */
  #document: string | undefined;
  #isFinished = false;

  /** The event's data: all its `data:` lines. */
  get data(): string {
    const data = this.dataText.slice(this.dataStart, this.dataEnd);
    return this.#isAscii ? data : utf8(data);
  }

  /** What `event:` says, else `message`. */
  get type(): string {
    return this.#type === '' ? 'message' : utf8(this.#type);
  }

  /** Takes in bytes. */
  push(bytes: Uint8Array): void {
    const isAlone = this.#begin === this.text.length;
    this.#isAscii = (isAlone || this.#isAscii) && isAscii(bytes);
    this.#append(latin1(bytes));
  }

  /** The bytes have ended. An event that lacks only its blank line is handed out, though WHATWG would drop it. */
  finish(): void {
    this.#isFinished = true;
    this.#append('\n\n');
  }

  /** Moves on to the next event that is there as a whole. Throws `EventTooLargeError`. */
  next(): boolean {
    for (let lineEnd = this.#nextLineEnd(); lineEnd !== -1; lineEnd = this.#nextLineEnd()) {
      if (this.#isAtStart) this.#skipByteOrderMark();
      const lineStart = this.#position;
      this.#movePast(lineEnd);
      if (lineEnd > lineStart) this.#readLine(lineStart, lineEnd);
      else if (this.#closeEvent()) return true;
    }
    if (this.text.length - this.#begin > MOST_EVENT_BYTES) throw new EventTooLargeError();
    return this.#isFinished && this.#splitDocument() && this.next();
  }

  /** Whether what came in place of a stream is an answer, whose events stand behind it now. */
  #splitDocument(): boolean {
    const document = this.#document;
    this.#document = undefined;
    const events = document === undefined ? undefined : wholeAsStream(utf8(document));
    if (events === undefined) return false;
    this.push(Buffer.from(events));
    return true;
  }

  /** Only the new piece is searched for line ends, so that an event of many pieces is not read again with each. */
  #append(piece: string): void {
    const begin = this.#begin;
    const kept = this.text.length - begin;
    this.text = kept === 0 ? piece : this.text.slice(begin) + piece;
    this.#begin = 0;
    this.#position -= begin;
    this.#dataStart -= begin;
    this.#dataEnd -= begin;
    const skipped = this.#skipLineFeed(piece);
    this.#lineFeed = this.#lineFeed === -1 ? positionIn(piece, '\n', skipped, kept) : this.#lineFeed - begin;
    this.#carriageReturn =
      this.#carriageReturn === -1 ? positionIn(piece, '\r', skipped, kept) : this.#carriageReturn - begin;
  }

  /** The second half of a line end of two characters, which came apart. */
  #skipLineFeed(piece: string): number {
    if (!this.#isAfterReturn || piece === '') return 0;
    this.#isAfterReturn = false;
    if (piece.charCodeAt(0) !== LINE_FEED) return 0;
    if (this.#begin === this.#position) this.#begin++;
    this.#position++;
    return 1;
  }

  #skipByteOrderMark(): void {
    this.#isAtStart = false;
    if (!this.text.startsWith(BYTE_ORDER_MARK)) return;
    this.#position = BYTE_ORDER_MARK.length;
    this.#begin = this.#position;
  }

  #nextLineEnd(): number {
    if (this.#carriageReturn === -1) return this.#lineFeed;
    if (this.#lineFeed === -1) return this.#carriageReturn;
    return Math.min(this.#lineFeed, this.#carriageReturn);
  }

  #movePast(lineEnd: number): void {
    const { text } = this;
    this.#position = lineEnd + 1;
    if (lineEnd === this.#carriageReturn) {
      if (this.#lineFeed === this.#position) this.#position++;
      else this.#isAfterReturn = this.#position === text.length;
      this.#carriageReturn = text.indexOf('\r', this.#position);
    }
    if (this.#lineFeed !== -1 && this.#lineFeed < this.#position) {
      const isBlankLine = text.charCodeAt(this.#position) === LINE_FEED;
      this.#lineFeed = isBlankLine ? this.#position : text.indexOf('\n', this.#position);
    }
  }

  /** A blank line: an event ends here, if its lines held data; all else that they held is dropped. */
  #closeEvent(): boolean {
    const hasData = this.#hasData;
    if (hasData) {
      this.#document = undefined;
      this.start = this.#begin;
      this.end = this.#position;
      this.dataText = this.#joinedData ?? this.text;
      this.dataStart = this.#joinedData === undefined ? this.#dataStart : 0;
      this.dataEnd = this.#joinedData === undefined ? this.#dataEnd : this.#joinedData.length;
      this.#type = this.#nextType;
    }
    this.#begin = this.#position;
    this.#hasData = false;
    this.#joinedData = undefined;
    this.#nextType = '';
    return hasData;
  }

  #readLine(from: number, to: number): void {
    const data = this.#valueOf('data', from, to);
    if (data !== -1) {
      this.#addData(data, to);
      return;
    }
    if (this.text.charCodeAt(from) === COLON) return;
    if (!this.#readRareField(from, to)) this.#addStray(this.text.slice(from, to));
  }

  #readRareField(from: number, to: number): boolean {
    const event = this.#valueOf('event', from, to);
    if (event !== -1) this.#nextType = this.text.slice(event, to);
    const id = this.#valueOf('id', from, to);
    if (id !== -1) this.#readId(this.text.slice(id, to));
    const retry = this.#valueOf('retry', from, to);
    if (retry !== -1) this.#readRetry(this.text.slice(retry, to));
    return event !== -1 || id !== -1 || retry !== -1;
  }

  /** Where the value of the field begins in this line; -1 where the line is of another field. */
  #valueOf(name: string, from: number, to: number): number {
    const { text } = this;
    if (!text.startsWith(name, from)) return -1;
    const nameEnd = from + name.length;
    if (nameEnd === to) return to;
    if (text.charCodeAt(nameEnd) !== COLON) return -1;
    return text.charCodeAt(nameEnd + 1) === SPACE ? nameEnd + 2 : nameEnd + 1;
  }

  #addData(from: number, to: number): void {
    if (this.#hasData) {
      const before = this.#joinedData ?? this.text.slice(this.#dataStart, this.#dataEnd);
      this.#joinedData = `${before}\n${this.text.slice(from, to)}`;
      return;
    }
    this.#hasData = true;
    this.#dataStart = from;
    this.#dataEnd = to;
  }

  #readId(id: string): void {
    if (!id.includes('\0')) this.lastEventId = id;
  }

  #readRetry(value: string): void {
    if (/^[0-9]+$/.test(value)) this.retryMilliseconds = Number(value);
  }

  #addStray(line: string): void {
    if (this.stray === '' ? JSON_BEGINNING.test(line) : this.#document !== undefined) {
      if ((this.#document?.length ?? 0) > MOST_EVENT_BYTES) throw new EventTooLargeError();
      this.#document = `${this.#document ?? ''}${line}\n`;
    }
    if (this.stray.length >= MOST_STRAY_CHARACTERS) return;
    this.stray = `${this.stray}${line.slice(0, MOST_STRAY_CHARACTERS)}\n`;
  }
}
