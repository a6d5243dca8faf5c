import type { Logger, Metrics } from '@showrunner/service';
import { createBatchWriter, type BatchWriter } from '@showrunner/store';
import type { GatewayDatabase } from '../stored/gateway-database.ts';
import { PurseWriter, type SpentAmount } from '../stored/entities/write-purses.ts';
import { Purse } from './purse.ts';
import type { Calendar } from './window-end.ts';

/** A killed process loses what waits, so it waits below a second. */
const MAX_DELAY_MS = 400;
const MAX_ROWS = 1_000;
/** Kept while the database is away. */
const MAX_QUEUED_ROWS = 200_000;
/** Estimated at 200 bytes each, not measured. One that is forgotten and still used is made again with what the database has. */
const MOST_PURSES = 500_000;

export interface PursesOptions {
  readonly database: Pick<GatewayDatabase, 'open'>;
  readonly calendar: () => Calendar;
  readonly logger: Pick<Logger, 'error'>;
  readonly metrics: Metrics;
}

/** What everybody has spent, as this process knows it; what is added is written behind the answers. */
export class Purses {
  readonly #calendar: () => Calendar;
  readonly #purses = new Map<string, Purse>();
  readonly #writer: BatchWriter<SpentAmount>;

  constructor({ database, calendar, logger, metrics }: PursesOptions) {
    this.#calendar = calendar;
    const rows = new PurseWriter();
    this.#writer = createBatchWriter(async (amounts) => rows.write(await database.open(), amounts), {
      maxDelayMs: MAX_DELAY_MS,
      maxRows: MAX_ROWS,
      maxQueuedRows: MAX_QUEUED_ROWS,
      onError: (error) => logger.error({ error: String(error) }, 'what keys have spent cannot be written; it waits'),
    });
    metrics.figure({
      name: 'showrunner_spent_amounts_dropped_total',
      type: 'counter',
      help: 'Amounts that were spent and not written, because the database did not take them in time.',
      read: () => this.#writer.dropped,
    });
  }

  /** The one of this name, for all who pay out of it. */
  get(name: string): Purse {
    let purse = this.#purses.get(name);
    if (purse) return purse;
    const [oldest] = this.#purses.keys();
    if (oldest !== undefined && this.#purses.size >= MOST_PURSES) this.#purses.delete(oldest);
    this.#purses.set(name, (purse = new Purse(name, this.#calendar)));
    return purse;
  }

  /** Pays a call, in counted units, out of all of these. */
  spend(purses: readonly Purse[], amount: number): void {
    if (amount === 0) return;
    const now = Date.now();
    for (const purse of purses) this.#writer.add(purse.spend(amount, now));
  }

  /** Writes what waits, so that whoever reads next finds it. */
  flush(): Promise<void> {
    return this.#writer.flush();
  }

  dispose(): Promise<void> {
    return this.#writer.dispose();
  }
}
