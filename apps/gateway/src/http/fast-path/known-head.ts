import type { IncomingHttpHeaders } from 'node:http';

/** A head that says plainly how long its body is. */
export interface PlainHead<Target> {
  /** What its request line leads to. */
  readonly target: Target;
  readonly headers: IncomingHttpHeaders;
  /** Where the body begins in the bytes that were read. */
  readonly start: number;
  /** In bytes. */
  readonly length: number;
}

type SaidByHead<Target> = Pick<PlainHead<Target>, 'target' | 'headers'>;

/** In bytes of ASCII. */
const ZERO = 0x30;
const NINE = 0x39;
const MOST_DIGITS = 7;

/** A proxy's heads differ with those for whom it asks: so many were learned for nothing, and no further one is. */
const MOST_LEARNED = 4;

/** The name stands at the beginning of a line: a value has no line end. */
const LENGTH_LINE = /\r\ncontent-length:[ \t]*/i;

/**
 * The head of a connection's last request. A client writes the same one each time, but for the length of the body: one
 * whose every other byte is as in the last says the same, and taking it apart again was a fortieth of a plain request.
 */
export class KnownHead<Target> {
  /** Its bytes up to the digits of the length, and those behind them up to the body; none before one was read. */
  #before: Buffer | undefined;
  #behind: Buffer = NOTHING;
  #read: SaidByHead<Target> | undefined;
  #learned = 0;

  /** The head with which these bytes begin, if it is the known one with whatever length. */
  recognise(bytes: Buffer): PlainHead<Target> | undefined {
    const before = this.#before;
    const read = this.#read;
    if (!before || !read || bytes.length < before.length) return undefined;
    if (bytes.compare(before, 0, before.length, 0, before.length) !== 0) return undefined;
    let at = before.length;
    let length = 0;
    for (let digit = bytes[at] ?? 0; digit >= ZERO && digit <= NINE; digit = bytes[++at] ?? 0)
      length = length * 10 + digit - ZERO;
    const digits = at - before.length;
    const start = at + this.#behind.length;
    if (digits === 0 || digits > MOST_DIGITS || start > bytes.length) return undefined;
    if (bytes.compare(this.#behind, 0, this.#behind.length, at, start) !== 0) return undefined;
    const headers = { ...read.headers, 'content-length': bytes.toString('latin1', before.length, at) };
    return { target: read.target, headers, start, length };
  }

  /** Notes a head that was read of these bytes, up to where its body begins. */
  learn(bytes: Buffer, head: string, start: number, read: SaidByHead<Target>): void {
    if (this.#learned === MOST_LEARNED) return;
    const line = LENGTH_LINE.exec(head);
    if (!line) return;
    this.#learned++;
    const from = line.index + line[0].length;
    const digits = read.headers['content-length']?.length ?? 0;
    // Their own bytes: what came holds the body as well.
    this.#before = Buffer.from(bytes.subarray(0, from));
    this.#behind = Buffer.from(bytes.subarray(from + digits, start));
    this.#read = read;
  }
}

const NOTHING = Buffer.alloc(0);
