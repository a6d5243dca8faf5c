import type { Metrics } from '@showrunner/service';
import { createBatchWriter, RecentMap, type BatchWriter } from '@showrunner/store';
import type { GatewayDatabase } from '../../stored/gateway-database.ts';
import { batchesOf, writePurses, type PurseBatch, type SpentAmount } from '../../stored/entities/write-purses.ts';
import { Purse } from './purse.ts';
import type { Calendar } from './window-end.ts';

/** A killed process loses what waits, so it waits below a second. */
const MAX_DELAY_MS = 700;
/** Estimated at 200 bytes each, not measured. One that is forgotten and still used is made again with what the database has. */
const MOST_PURSES = 500_000;
/** Written together: twenty thousand purses, which keep others from SQLite for a tenth of a second or less, as estimated. */
const MOST_BATCHES = 40;
/** The purse of a key, which pays each of its calls once; not those for one model or window. */
const KEY_ITSELF = /^key:[^:]+$/;

export interface PursesOptions {
  readonly database: Pick<GatewayDatabase, 'open'>;
  readonly calendar: () => Calendar;
  readonly logger: { error(fields: object, message: string): void };
  readonly metrics: Metrics;
}

/** Whatever a call is paid out of. */
export interface Paying {
  /** Adds what was spent now, in counted units. Returns whether nothing waited to be written before. */
  spend(amount: number, now: number): boolean;
  /** Gives what waits to be written. */
  takeUnwritten(into: SpentAmount[]): void;
}

/**
 * What everybody has spent, as this process knows it. What is added is written behind the answers: a call costs an
 * addition for each purse, and what is spent of one purse meanwhile is written together. While the database is away it
 * goes on being added up, so that nothing has to be dropped.
 */
export class Purses {
  readonly #calendar: () => Calendar;
  readonly #logger: PursesOptions['logger'];
  readonly #purses = new RecentMap<string, Purse>(MOST_PURSES);
  /** Those out of which something was spent that is not on its way to the database. */
  #waiting: Paying[] = [];
  #timer: NodeJS.Timeout | undefined;
  readonly #database: PursesOptions['database'];
  /** What the database does not have yet. */
  readonly #underWay = new Set<PurseBatch>();
  readonly #writer: BatchWriter<PurseBatch>;

  constructor({ database, calendar, logger, metrics }: PursesOptions) {
    this.#calendar = calendar;
    this.#logger = logger;
    this.#database = database;
    this.#writer = createBatchWriter((batches) => this.#write(batches), {
      maxRows: MOST_BATCHES,
      maxQueuedRows: Infinity,
      onError: (error) => logger.error({ error: String(error) }, 'what keys have spent cannot be written; it waits'),
    });
    metrics.figure({
      name: 'showrunner_spent_amounts_waiting',
      type: 'gauge',
      help: 'Purses of keys, teams and all others out of which something was spent that is not written yet.',
      read: () => this.#waiting.length,
    });
  }

  /** The one of this name, for all who pay out of it. */
  get(name: string): Purse {
    let purse = this.#purses.get(name);
    if (purse) return purse;
    this.#purses.set(name, (purse = new Purse(name, this.#calendar)));
    return purse;
  }

  /** Pays a call, in counted units, out of all of these. */
  spend(purses: readonly Paying[], amount: number): void {
    if (amount === 0) return;
    const now = Date.now();
    for (const purse of purses) if (purse.spend(amount, now)) this.#waiting.push(purse);
    this.#timer ??= setTimeout(() => this.#pass(), MAX_DELAY_MS);
  }

  /** Writes what waits, so that whoever reads next finds it. */
  flush(): Promise<void> {
    this.#sendOff();
    return this.#writer.flush();
  }

  /** Writes what waits, for as long as its writer tries; what could not be written is told with its sum. */
  async dispose(): Promise<void> {
    clearTimeout(this.#timer);
    this.#sendOff();
    await this.#writer.dispose();
    const lost = [...this.#underWay].flatMap(({ amounts }) => amounts);
    if (lost.length === 0) return;
    const dollars = lost.reduce((sum, amount) => sum + (KEY_ITSELF.test(amount.purse) ? amount.dollars : 0), 0);
    this.#logger.error({ purses: lost.length, dollars }, 'what keys have spent could not be written and is lost');
  }

  /** While earlier batches wait for their database, more is added up. */
  #pass(): void {
    this.#timer = undefined;
    if (this.#underWay.size === 0) {
      this.#sendOff();
      // What fails is told and tried again by the writer.
      this.#writer.flush().catch(() => undefined);
    } else this.#timer = setTimeout(() => this.#pass(), MAX_DELAY_MS);
  }

  #sendOff(): void {
    const amounts: SpentAmount[] = [];
    for (const purse of this.#waiting) purse.takeUnwritten(amounts);
    this.#waiting = [];
    for (const batch of batchesOf(amounts)) {
      this.#underWay.add(batch);
      this.#writer.add(batch);
    }
  }

  async #write(batches: readonly PurseBatch[]): Promise<void> {
    await writePurses(await this.#database.open(), batches);
    for (const batch of batches) this.#underWay.delete(batch);
  }
}
