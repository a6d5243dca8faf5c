import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

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
 * A failed batch stays at the head of the queue and is tried again after a growing pause. The signal that `write` gets
 * aborts when the deadline of `dispose` has passed.
 */
export function createBatchWriter<Row>(
  write: (rows: readonly Row[], signal: AbortSignal) => Promise<void>,
  { maxRows = 500, maxDelayMs = 200, maxQueuedRows = 10_000, onError = () => undefined }: BatchWriterOptions = {},
): BatchWriter<Row> {
  const queue: Row[] = [];
  const end = new AbortController();
  let dropped = 0;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let emptying: Promise<void> | undefined;

  const empty = async (): Promise<void> => {
    try {
      while (queue.length > 0) {
        const batch = queue.slice(0, maxRows);
        await write(batch, end.signal);
        queue.splice(0, batch.length);
        failures = 0;
      }
    } catch (error) {
      failures += 1;
      onError(error);
      clearTimeout(timer);
      timer = undefined;
      schedule();
      throw error;
    }
  };
  const flush = (): Promise<void> => {
    emptying ??= empty().finally(() => {
      emptying = undefined;
    });
    return emptying;
  };
  const flushAlone = (): void => {
    // A failure has been told and scheduled again; nobody waits for this flush.
    flush().catch(() => undefined);
  };
  const schedule = (): void => {
    timer ??= setTimeout(
      () => {
        timer = undefined;
        flushAlone();
      },
      failures === 0 ? maxDelayMs : retryDelay(failures),
    );
  };

  let disposed = false;
  return {
    add: (row) => {
      if (disposed || queue.length >= maxQueuedRows) {
        dropped += 1;
        return false;
      }
      queue.push(row);
      schedule();
      if (queue.length >= maxRows && failures === 0) flushAlone();
      return true;
    },
    get queued() {
      return queue.length;
    },
    get dropped() {
      return dropped;
    },
    flush,
    dispose: async ({ deadlineMs = DISPOSE_DEADLINE_MS } = {}) => {
      disposed = true;
      const deadline = setTimeout(() => end.abort(new Error('the deadline for the last rows has passed')), deadlineMs);
      const passed = once(end.signal, 'abort');
      while (queue.length > 0 && !end.signal.aborted) {
        await Promise.race([passed, flush().catch(() => pause(RETRY_FIRST_MS))]);
      }
      clearTimeout(deadline);
      clearTimeout(timer);
      dropped += queue.length;
      queue.length = 0;
    },
  };
}

function retryDelay(failures: number): number {
  return Math.min(RETRY_FIRST_MS * 2 ** (failures - 1), RETRY_AT_MOST_MS);
}
