import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database, DatabaseKind } from '@showrunner/store';
import { CompiledQuery, sql, type Kysely } from 'kysely';
import { tableName } from '../../stored/gateway-schema.ts';
import type { SpendTables } from '../../stored/spend-tables.ts';
import { DAY_MS, FIGURES } from './day-figures.ts';
import { addLabelsOfRows } from './label-sums.ts';

const ADDED = FIGURES.map((figure) => `${figure} = daily_spend.${figure} + excluded.${figure}`).join(', ');

/**
 * Adds rows to the sums of their days, within the database: a row is read where it was just written. In one order, so that
 * two who add at once do not wait for one another.
 *
 * @param from where the rows are: a table, or the name of a part of the same statement
 * @param condition which of them; needed where a table is read (SQLite)
 */
export function addDays(kind: DatabaseKind, from: string, condition = 'true'): string {
  return `insert into ${tableName(kind, 'daily_spend')} (day, series_id, ${FIGURES.join(', ')})
    select started_at / ${DAY_MS}, series_id, coalesce(sum(spend), 0), sum(prompt_tokens), sum(completion_tokens),
      coalesce(sum(cache_read_tokens), 0), coalesce(sum(cache_write_tokens), 0), count(*), sum(ended_at - started_at)
    from ${from} where ${condition} group by 1, 2 order by 1, 2
    on conflict (day, series_id) do update set ${ADDED}`;
}

/** So many rows are added in some milliseconds, for which SQLite holds the event loop. */
const ROWS_A_STEP = 1_000;

const ADD_STEP = addDays('sqlite', 'spend_logs', 'rowid > ? and rowid <= ?');

/**
 * Adds to the sums of their days, and to those by what callers say, what SQLite does not have there yet. Each row of a day
 * is another place in the file where many keys call, which would double what a request costs: so it is done when somebody
 * asks, and now and then. Where the process is killed nothing is lost or counted twice: how far it is done is written with
 * what was added.
 */
export async function sumNewRows({ kind, query }: Database<SpendTables>, signal?: AbortSignal): Promise<void> {
  if (kind === 'postgres') return;
  for (;;) {
    const isDone = await query.transaction().execute(async (transaction) => {
      const { until: from } = await transaction.selectFrom('summed_spend').select('until').executeTakeFirstOrThrow();
      const last = await lastRow(transaction);
      const until = Math.min(from + ROWS_A_STEP, last);
      if (until > from) {
        await transaction.executeQuery(CompiledQuery.raw(ADD_STEP, [from, until]));
        await addLabelsOfRows(transaction, from, until);
        await transaction.updateTable('summed_spend').set({ until }).execute();
      }
      return until >= last;
    });
    if (isDone || signal?.aborted === true) return;
    await nextTurn();
  }
}

/** With rows that are deleted: SQLite gives the numbers of the last ones again. */
export async function forgetSummed(transaction: Kysely<SpendTables>): Promise<void> {
  const last = await lastRow(transaction);
  await transaction.updateTable('summed_spend').set({ until: last }).where('until', '>', last).execute();
}

async function lastRow(query: Kysely<SpendTables>): Promise<number> {
  const { rows } = await sql<{ last: number }>`select coalesce(max(rowid), 0) as last from spend_logs`.execute(query);
  return rows[0]?.last ?? 0;
}
