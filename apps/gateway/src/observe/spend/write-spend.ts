import { randomBytes } from 'node:crypto';
import { RecentMap, type Database } from '@showrunner/store';
import type { FinishedRecord } from '../../exchange/record/record.ts';
import type { SpendSeries, SpendTables } from '../../stored/spend-tables.ts';
import type { WrittenSpend } from './written-spend.ts';
import { insertSpend } from './insert-spend.ts';
import { addLabelsOf, isLabelled } from './label-sums.ts';
import { seriesOf } from './spend-series.ts';

/** About 10 MB. Beyond it the database is told again what it has: a wildcard's callers name as many models as they like. */
const MOST_WRITTEN_SERIES = 200_000;

/** Digits of a row's number: all ids of a writer are as long, and stand in the order in which they were given. */
const NUMBER_DIGITS = 12;

/** Writes batches of requests. A batch that failed may come again, with more behind it: no request counts twice. */
export class SpendWriter {
  /** Those that the database has. */
  readonly #series = new RecentMap<number, true>(MOST_WRITTEN_SERIES);
  /** Every writer's ids are its own. */
  readonly #name = randomBytes(10).toString('hex');
  /** How many requests are written, and so the number of the next one. */
  #count = 0;

  async write(database: Database<SpendTables>, records: readonly FinishedRecord[]): Promise<void> {
    if (records.length === 0) return;
    const spends = records.map((record, index) => ({
      rowId: this.#idOf(this.#count + index),
      record,
      series: seriesOf(record),
    }));
    try {
      await this.#addMissing(
        database,
        spends.map(({ series }) => series),
      );
      await writeBatch(database, spends);
    } catch (error) {
      // Whatever it was, it may be that the series are gone: another database came in the place of this one.
      this.#series.clear();
      throw error;
    }
    this.#count += records.length;
  }

  #idOf(number: number): string {
    return `${this.#name}-${String(number).padStart(NUMBER_DIGITS, '0')}`;
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

/**
 * In SQLite rows alone: `sumNewRows` adds them to the sums of their days later. In Postgres both, together or not at all;
 * rows that an earlier try has written count no second time.
 */
async function writeBatch({ kind, query }: Database<SpendTables>, spends: readonly WrittenSpend[]): Promise<void> {
  if (kind === 'sqlite' || !spends.some(({ record }) => isLabelled(record))) {
    await query.executeQuery(insertSpend(kind, spends));
    return;
  }
  await query.transaction().execute(async (transaction) => {
    const { rows } = await transaction.executeQuery<{ row_id: string }>(insertSpend(kind, spends));
    const written = new Set(rows.map(({ row_id: id }) => id));
    await addLabelsOf(
      transaction,
      spends.filter(({ rowId }) => written.has(rowId)),
    );
  });
}
