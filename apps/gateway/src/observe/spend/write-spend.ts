import type { Database } from '@showrunner/store';
import { insertSpend } from './insert-spend.ts';
import type { FinishedRecord } from '../../exchange/record.ts';
import { RecentMap } from './recent-map.ts';
import { seriesOf } from './spend-series.ts';
import type { SpendSeries, SpendTables } from '../../stored/spend-tables.ts';

/** About 5 MB. Beyond it the database is told again what it has: a wildcard's callers name as many models as they like. */
const MOST_WRITTEN_SERIES = 100_000;

/** Writes batches of requests. A batch that failed may come again, with more behind it: no request counts twice. */
export class SpendWriter {
  /** Those that the database has. */
  readonly #series = new RecentMap<number, true>(MOST_WRITTEN_SERIES);
  /** How many requests are written, and so the number of the next one. */
  #count = 0;

  async write(database: Database<SpendTables>, records: readonly FinishedRecord[]): Promise<void> {
    const series = records.map((record) => seriesOf(record));
    try {
      await this.#addMissing(database, series);
      await database.query.executeQuery(insertSpend(database.kind, records, series, this.#count));
    } catch (error) {
      // Whatever it was, it may be that the series are gone: another database came in the place of this one.
      this.#series.clear();
      throw error;
    }
    this.#count += records.length;
  }

  async #addMissing({ query }: Database<SpendTables>, series: readonly SpendSeries[]): Promise<void> {
    const missing = new Map(series.filter(({ id }) => !this.#series.get(id)).map((one) => [one.id, one]));
    if (missing.size === 0) return;
    await query
      .insertInto('spend_series')
      .values([...missing.values()])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    for (const id of missing.keys()) this.#series.set(id, true);
  }
}
