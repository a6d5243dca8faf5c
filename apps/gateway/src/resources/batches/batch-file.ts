import type { Lifetime } from '../../exchange/time/lifetime.ts';
import type { AnswerReceiver, Transports } from '../../exchange/transports.ts';
import { parseMapping, type Mapping } from '../../json/mapping.ts';
import type { Keeper } from '../at-vendors/keeper.ts';
import { readingOf, streamFile } from '../at-vendors/vendor-desk.ts';

const LINE_FEED = 0x0a;

/** Far above any request or answer; a longer line is passed over. */
const MOST_LINE_BYTES = 32 * 1024 * 1024;
/** Of a refusal. */
const MOST_REFUSAL_BYTES = 64 * 1024;

/** Where a file of lines lies, and until when it is waited for. */
export interface LinesSource {
  readonly keeper: Keeper;
  /** The vendor's. */
  readonly fileId: string;
  readonly transports: Transports;
  readonly lifetime: Lifetime;
}

/** Reads a file of JSON lines at its vendor, one line after the other. Rejects with what the vendor says against it. */
export async function readLines(
  { keeper, fileId, transports, lifetime }: LinesSource,
  onLine: (line: Mapping) => void,
): Promise<void> {
  const answerOf = readingOf(keeper, fileId)?.answerOf;
  let read: Promise<void> = Promise.resolve();
  const lines = new Lines(answerOf ? (line) => (read = read.then(async () => onLine(await answerOf(line)))) : onLine);
  await streamFile(keeper, { fileId }, { transports, lifetime }, lines);
  lines.end();
  await read;
  if (lines.refusal) throw keeper.vendor.decodeError(lines.refusal.status, {}, lines.refusal.body);
}

class Lines implements AnswerReceiver {
  readonly #onLine: (line: Mapping) => unknown;
  #pieces: Buffer[] = [];
  #bytes = 0;
  #status = 0;

  constructor(onLine: (line: Mapping) => unknown) {
    this.#onLine = onLine;
  }

  get refusal(): { readonly status: number; readonly body: Buffer } | undefined {
    return this.#isRefused ? { status: this.#status, body: Buffer.concat(this.#pieces) } : undefined;
  }

  begin(status: number): void {
    this.#status = status;
  }

  write(bytes: Buffer): boolean {
    if (this.#isRefused) {
      if (this.#bytes < MOST_REFUSAL_BYTES) this.#add(bytes);
      return true;
    }
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, from)) {
      this.#add(bytes.subarray(from, end));
      this.#take();
      from = end + 1;
    }
    this.#add(bytes.subarray(from));
    return true;
  }

  onDrain(): void {
    // It never asks to wait.
  }

  /** The last line may have no end. */
  end(): void {
    if (!this.#isRefused) this.#take();
  }

  get #isRefused(): boolean {
    return this.#status >= 300;
  }

  /** What is too long is forgotten, but for how long it is. */
  #add(bytes: Buffer): void {
    this.#bytes += bytes.length;
    if (this.#bytes > MOST_LINE_BYTES) this.#pieces = [];
    else this.#pieces.push(bytes);
  }

  #take(): void {
    const line = this.#bytes > MOST_LINE_BYTES ? undefined : parseMapping(Buffer.concat(this.#pieces).toString());
    this.#pieces = [];
    this.#bytes = 0;
    if (line) this.#onLine(line);
  }
}
