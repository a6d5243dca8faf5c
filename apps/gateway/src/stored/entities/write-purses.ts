import { randomUUID } from 'node:crypto';
import type { Database } from '@showrunner/store';
import { sql, type Transaction } from 'kysely';
import type { GatewayTables } from '../tables.ts';

/** What somebody spent, in US dollars. */
export interface SpentAmount {
  readonly purse: string;
  readonly dollars: number;
  /** Of the window in which it was spent; null without one. */
  readonly windowEndsAt: number | null;
  readonly epoch: number;
}

/** Adds up what was spent, batch by batch. A batch that failed comes again, with more behind it: nothing counts twice. */
export class PurseWriter {
  /** How many at the head of the queue are written, though what came with them is not. */
  #done = 0;
  /** What is being written, or was when it failed: whether it was is known to the database. */
  #attempt: { readonly id: string; readonly count: number } | undefined;

  async write(database: Database<GatewayTables>, amounts: readonly SpentAmount[]): Promise<void> {
    while (this.#done < amounts.length) {
      this.#attempt ??= { id: randomUUID(), count: amounts.length - this.#done };
      const { id, count } = this.#attempt;
      await addOnce(database, id, amounts.slice(this.#done, this.#done + count));
      this.#done += count;
      this.#attempt = undefined;
    }
    this.#done = 0;
  }
}

function addOnce({ query }: Database<GatewayTables>, id: string, amounts: readonly SpentAmount[]): Promise<void> {
  return query.transaction().execute(async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('purse_batches')
      .values({ id, written_at: Date.now() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return;
    for (const amount of summed(amounts)) await addTo(transaction, amount);
  });
}

/** One for each purse and window, in one order, so that two who write at once do not wait for one another. */
function summed(amounts: readonly SpentAmount[]): SpentAmount[] {
  const sums = new Map<string, SpentAmount>();
  for (const amount of amounts) {
    const key = `${amount.purse} ${amount.epoch} ${amount.windowEndsAt ?? ''}`;
    sums.set(key, { ...amount, dollars: amount.dollars + (sums.get(key)?.dollars ?? 0) });
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, amount]) => amount);
}

/**
 * Adds to a purse. Of a purse that was set by hand since, nothing; in a window that is over, to what was ever spent
 * alone; the first in a window begins it.
 */
async function addTo(
  transaction: Transaction<GatewayTables>,
  { purse, dollars, windowEndsAt, epoch }: SpentAmount,
): Promise<void> {
  const now = Date.now();
  await transaction
    .insertInto('purses')
    .values({ id: purse, total: dollars, spent: dollars, window_ends_at: windowEndsAt, epoch })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        total: sql`case when purses.epoch > excluded.epoch then purses.total else purses.total + excluded.total end`,
        spent: sql`case
          when purses.epoch > excluded.epoch then purses.spent
          when excluded.window_ends_at is null then purses.spent + excluded.spent
          when purses.window_ends_at is null or purses.window_ends_at <= ${now} then excluded.spent
          when excluded.window_ends_at <= ${now} then purses.spent
          else purses.spent + excluded.spent end`,
        window_ends_at: sql`case
          when purses.epoch > excluded.epoch or excluded.window_ends_at is null then purses.window_ends_at
          when excluded.window_ends_at <= ${now} and purses.window_ends_at > ${now} then purses.window_ends_at
          else excluded.window_ends_at end`,
      }),
    )
    .execute();
}
