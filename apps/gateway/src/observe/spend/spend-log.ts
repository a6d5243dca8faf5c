import type { Metrics } from '@showrunner/service';
import { createBatchWriter, type BatchWriter, type Database } from '@showrunner/store';
import type { Observer } from '../../exchange/record/observers.ts';
import type { FinishedRecord } from '../../exchange/record/record.ts';
import type { GatewayDatabase } from '../../stored/gateway-database.ts';
import type { SpendTables } from '../../stored/spend-tables.ts';
import { SpendWriter } from './write-spend.ts';

export interface SpendLogOptions {
  readonly database: Pick<GatewayDatabase, 'open'>;
  readonly logger: { error(fields: object, message: string): void };
  readonly metrics: Metrics;
}

/** A killed process loses what waits, so it waits below a second; a full batch holds the event loop half a millisecond. */
const MAX_DELAY_MS = 400;
const MAX_ROWS = 250;
/** Kept while the database is away: about 20 MB. */
const MAX_QUEUED_ROWS = 20_000;

/**
 * Writes down what each request used and cost, behind the answers. A request costs one push; its row is made with its
 * batch. A database that is away or full fails no request: rows wait for it up to a bound, what is beyond is counted,
 * and health says so until a batch is written again.
 */
export class SpendLog implements Observer {
  readonly #options: SpendLogOptions;
  readonly #writer: BatchWriter<FinishedRecord>;

  constructor(options: SpendLogOptions) {
    this.#options = options;
    const rows = new SpendWriter();
    this.#writer = createBatchWriter(async (records) => rows.write(await this.open(), records), {
      maxDelayMs: MAX_DELAY_MS,
      maxRows: MAX_ROWS,
      maxQueuedRows: MAX_QUEUED_ROWS,
      onError: (error) => options.logger.error({ error: String(error) }, 'spend rows cannot be written; they wait'),
    });
    countRows(options.metrics, this.#writer);
  }

  exchangeEnded(record: FinishedRecord): void {
    if (isSpend(record)) this.#writer.add(record);
  }

  /** The database with its tables. Rejects while it cannot be used. */
  open(): Promise<Database<SpendTables>> {
    return this.#options.database.open();
  }

  /** Why rows wait or are lost; nothing while they are written. */
  get problem(): string | undefined {
    const { failure, queued, dropped } = this.#writer;
    if (failure === undefined) return undefined;
    return `spend rows cannot be written (${describe(failure)}); ${queued} wait, ${dropped} are lost`;
  }

  /** Writes what waits, so that whoever reads next finds it. */
  flush(): Promise<void> {
    return this.#writer.flush();
  }

  /** Writes what waits. */
  async dispose(): Promise<void> {
    await this.#writer.dispose();
    if (this.#writer.dropped > 0) this.#options.logger.error({ dropped: this.#writer.dropped }, 'spend rows were lost');
  }
}

/**
 * Whether a vendor or the cache had a part in it, or a guardrail refused it within its caller's limits. What was refused
 * before costs nothing and could fill any disk.
 */
function isSpend({ deployment, upstreamMs, guardrails }: FinishedRecord): boolean {
  return deployment !== undefined || upstreamMs > 0 || guardrails !== undefined;
}

function describe(failure: unknown): string {
  return failure instanceof Error ? failure.message : 'for no known reason';
}

function countRows(metrics: Metrics, writer: BatchWriter<FinishedRecord>): void {
  metrics.figure({
    name: 'showrunner_spend_rows_queued',
    type: 'gauge',
    help: 'Spend rows that wait to be written.',
    read: () => writer.queued,
  });
  metrics.figure({
    name: 'showrunner_spend_rows_dropped_total',
    type: 'counter',
    help: 'Spend rows lost, because the database did not take them in time.',
    read: () => writer.dropped,
  });
}
