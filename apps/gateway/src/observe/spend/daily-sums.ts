import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database, DatabaseKind } from '@showrunner/store';
import { CompiledQuery, sql, type Kysely } from 'kysely';
import { tableName } from '../../stored/gateway-schema.ts';
import type { FinishedRecord } from '../../exchange/record.ts';
import type { DailyLabelSpend, DailySpend, SpendTables } from '../../stored/spend-tables.ts';
import type { WrittenSpend } from './insert-spend.ts';
import { MadeUpNames } from './made-up-names.ts';

/** Milliseconds of a day; days are in UTC, and have no leap seconds. */
export const DAY_MS = 86_400_000;

const FIGURES = [
  'spend',
  'prompt_tokens',
  'completion_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
  'requests',
  'duration_ms',
] as const satisfies readonly (keyof DailySpend)[];

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
 * Adds to the sums of their days what SQLite does not have there yet. Each row of a day is another place in the file where
 * many keys call, which would double what a request costs: so it is done when somebody asks, and now and then. Where the
 * process is killed nothing is lost or counted twice: how far it is done is written with what was added.
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

/** Callers name their customers and tags themselves. */
const names = { customer: new MadeUpNames(), tag: new MadeUpNames() };

/** What stands for all that have a tag, whichever. */
const TAGGED = '';

/** Adds what was said of requests to the sums of their days. */
export async function addLabels(query: Kysely<SpendTables>, spends: readonly WrittenSpend[]): Promise<void> {
  const sums = new Map<string, DailyLabelSpend>();
  for (const spend of spends) for (const label of labelsIn(spend.record)) addTo(sums, label, spend);
  if (sums.size === 0) return;
  const rows = [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  await query
    .insertInto('daily_label_spend')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'kind', 'label', 'series_id'])
        .doUpdateSet(
          Object.fromEntries(
            FIGURES.map((figure) => [figure, sql`daily_label_spend.${sql.ref(figure)} + excluded.${sql.ref(figure)}`]),
          ),
        ),
    )
    .execute();
}

/** Whether a request of the batch names a customer or a tag, so that sums by label are written with its rows. */
export function haveLabels(spends: readonly WrittenSpend[]): boolean {
  return spends.some(({ record: { customer, tags } }) => customer !== undefined || tags.length > 0);
}

type Label = Pick<DailyLabelSpend, 'kind' | 'label'>;

function labelsIn({ customer, tags }: FinishedRecord): Label[] {
  return [
    ...(customer === undefined ? [] : [{ kind: 'customer', label: names.customer.bounded(customer) } as const]),
    ...[...new Set(tags.map((tag) => names.tag.bounded(tag)))].map((label) => ({ kind: 'tag', label }) as const),
    ...(tags.length === 0 ? [] : [{ kind: 'tagged', label: TAGGED } as const]),
  ];
}

function addTo(sums: Map<string, DailyLabelSpend>, { kind, label }: Label, { record, series }: WrittenSpend): void {
  const { usage, durationMs } = record;
  const day = Math.floor((Date.now() - performance.now() + record.startedAt) / DAY_MS);
  const key = `${day} ${kind} ${series.id} ${label}`;
  const before = sums.get(key);
  const cached = usage?.prompt_tokens_details;
  sums.set(key, {
    day,
    kind,
    label,
    series_id: series.id,
    spend: (before?.spend ?? 0) + (record.cost ?? 0),
    prompt_tokens: (before?.prompt_tokens ?? 0) + (usage?.prompt_tokens ?? 0),
    completion_tokens: (before?.completion_tokens ?? 0) + (usage?.completion_tokens ?? 0),
    cache_read_tokens: (before?.cache_read_tokens ?? 0) + (cached?.cached_tokens ?? 0),
    cache_write_tokens: (before?.cache_write_tokens ?? 0) + (cached?.cache_creation_tokens ?? 0),
    requests: (before?.requests ?? 0) + 1,
    duration_ms: (before?.duration_ms ?? 0) + Math.trunc(durationMs),
  });
}
