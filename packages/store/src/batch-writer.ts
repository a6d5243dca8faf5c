import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** Writes a batch, in order. The signal aborts when the deadline of `dispose` has passed. */
export type WriteBatch<Row> = (rows: readonly Row[], signal: AbortSignal) => Promise<void>;

export interface BatchWriterOptions {
  /** Rows in one write. Default 500. */
  readonly maxRows?: number;
  /** How long a row waits for others, in milliseconds. Default 200. */
  readonly maxDelayMs?: number;
  /** Rows kept while writes fail or fall behind; beyond it new rows are dropped and counted. Default 10,000. */
  readonly maxQueuedRows?: number;
  /** Called for each failed write; its rows are kept and tried again. */
  readonly onError?: (error: unknown) => void;
}

export interface BatchWriter<Row> {
  /** Queues a row; never waits. `false` where the queue is full, or the writer disposed, and the row is dropped. */
  add(row: Row): boolean;
  /** Rows that wait or are being written now. */
  readonly queued: number;
  /** Rows lost since the start: the queue was full, or writes still failed at the end. */
  readonly dropped: number;
  /** Why the last write failed; nothing where it did not. */
  readonly failure: unknown;
  /** Writes what is queued now and resolves when the queue is empty; rejects with a failed write, whose rows are kept. */
  flush(): Promise<void>;
  /** Takes no more rows and writes what is queued, trying again until `deadlineMs` (default 5,000) has passed. */
  dispose(options?: { deadlineMs?: number }): Promise<void>;
}

const RETRY_FIRST_MS = 100;
const RETRY_AT_MOST_MS = 5_000;
const DISPOSE_DEADLINE_MS = 5_000;

/**
 * Writes rows behind the answer: `add` returns at once; `write` gets the rows in batches, in order, one batch at a time.
 * A failed batch stays at the head of the queue and is tried again after a growing pause.
 */
export function createBatchWriter<Row>(write: WriteBatch<Row>, options: BatchWriterOptions = {}): BatchWriter<Row> {
  return new QueuedBatchWriter(write, options);
}

class QueuedBatchWriter<Row> implements BatchWriter<Row> {
  readonly #write: WriteBatch<Row>;
  readonly #options: Required<BatchWriterOptions>;
  readonly #queue: Row[] = [];
  readonly #end = new AbortController();
  #isDisposed = false;
  #dropped = 0;
  #failures = 0;
  #failure: unknown;
  #timer: NodeJS.Timeout | undefined;
  #emptying: Promise<void> | undefined;
  /** Fewer rows than these are not written now. */
  #least: number;

  constructor(
    write: WriteBatch<Row>,
    { maxRows = 500, maxDelayMs = 200, maxQueuedRows = 10_000, onError = () => undefined }: BatchWriterOptions,
  ) {
    this.#write = write;
    this.#options = { maxRows, maxDelayMs, maxQueuedRows, onError };
    this.#least = maxRows;
  }

  add(row: Row): boolean {
    if (this.#isDisposed || this.#queue.length >= this.#options.maxQueuedRows) {
      this.#dropped += 1;
      return false;
    }
    this.#queue.push(row);
    if (this.#queue.length === this.#options.maxRows && this.#failures === 0) this.#writeFull();
    this.#schedule();
    return true;
  }

  get queued(): number {
    return this.#queue.length;
  }

  get dropped(): number {
    return this.#dropped;
  }

  get failure(): unknown {
    return this.#failure;
  }

  flush(): Promise<void> {
    this.#least = 1;
    return this.#emptyOnce();
  }

  async dispose({ deadlineMs = DISPOSE_DEADLINE_MS } = {}): Promise<void> {
    this.#isDisposed = true;
    const deadline = setTimeout(
      () => this.#end.abort(new Error('the deadline for the last rows has passed')),
      deadlineMs,
    );
    const passed = once(this.#end.signal, 'abort');
    while (this.#queue.length > 0 && !this.#end.signal.aborted) {
      await Promise.race([passed, this.flush().catch(() => pause(RETRY_FIRST_MS))]);
    }
    clearTimeout(deadline);
    clearTimeout(this.#timer);
    this.#dropped += this.#queue.length;
    this.#queue.length = 0;
  }

  #emptyOnce(): Promise<void> {
    this.#emptying ??= this.#empty();
    return this.#emptying;
  }

  async #empty(): Promise<void> {
    // Whoever begins it has it in hand before it can end.
    await Promise.resolve();
    try {
      while (this.#queue.length >= this.#least) await this.#writeOne();
    } catch (error) {
      this.#failures += 1;
      this.#failure = error;
      this.#options.onError(error);
      this.#reschedule();
      throw error;
    } finally {
      this.#emptying = undefined;
      this.#least = this.#options.maxRows;
    }
  }

  async #writeOne(): Promise<void> {
    const batch = this.#queue.slice(0, this.#options.maxRows);
    await this.#write(batch, this.#end.signal);
    this.#queue.splice(0, batch.length);
    this.#failures = 0;
    this.#failure = undefined;
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#flushAlone();
    }, this.#delay());
  }

  /** The pause after a failure counts from the failure, whatever was scheduled before it. */
  #reschedule(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#schedule();
  }

  #delay(): number {
    return this.#failures === 0
      ? this.#options.maxDelayMs
      : Math.min(RETRY_FIRST_MS * 2 ** (this.#failures - 1), RETRY_AT_MOST_MS);
  }

  /** A failure has been told and scheduled again; nobody waits for this flush. */
  #flushAlone(): void {
    this.flush().catch(() => undefined);
  }

  /** What does not fill a batch goes on waiting for more: under load all batches are as long, and prepared once. */
  #writeFull(): void {
    this.#emptyOnce().catch(() => undefined);
  }
}
