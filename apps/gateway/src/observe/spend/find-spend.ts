import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import type { SpendTables } from '../../stored/spend-tables.ts';
import { DAY_MS } from './day-figures.ts';
import { ROW_COLUMNS, shownSpend, type ShownSpend } from './shown-spend.ts';
import { matching, type SpendFilter } from './spend-filter.ts';

/** What was spent on one day: in all, by key and by model. */
export interface SpendOfDay {
  readonly startTime: string;
  readonly spend: number;
  readonly users: Readonly<Record<string, number>>;
  readonly models: Readonly<Record<string, number>>;
  /** LiteLLM puts the keys beside the other members. */
  readonly [apiKey: string]: unknown;
}

/** What rows can be sorted by, under LiteLLM's names. */
export type SpendOrder =
  | 'startTime'
  | 'endTime'
  | 'spend'
  | 'total_tokens'
  | 'request_duration_ms'
  | 'model'
  | 'ttft_ms';

/** A part of the matching rows, in an order. */
export interface SpendPage {
  readonly orderBy: SpendOrder;
  readonly direction: 'asc' | 'desc';
  readonly offset: number;
  readonly limit: number;
}

/** LiteLLM returns 10,000, which are 10 MB of JSON; the paged list has all of them. */
const MOST_ROWS = 1_000;
const NEWEST: SpendPage = { orderBy: 'startTime', direction: 'desc', offset: 0, limit: MOST_ROWS };

/** Matching rows, a page of them; else the newest first, at most 1,000. */
export async function findSpend(
  query: Kysely<SpendTables>,
  filter: SpendFilter,
  { orderBy, direction, offset, limit }: SpendPage = NEWEST,
): Promise<ShownSpend[]> {
  const rows = await matching(query, filter)
    .select(ROW_COLUMNS)
    .orderBy(ORDERS[orderBy], (order) => (direction === 'asc' ? order.asc() : order.desc()).nullsLast())
    .orderBy('row_id', direction)
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(shownSpend);
}

const ORDERS = {
  startTime: sql.ref('started_at'),
  endTime: sql.ref('ended_at'),
  spend: sql.ref('spend'),
  total_tokens: sql.ref('total_tokens'),
  request_duration_ms: sql`ended_at - started_at`,
  model: sql.ref('model'),
  ttft_ms: sql`first_content_at - started_at`,
} as const satisfies Record<SpendOrder, unknown>;

/** How many match. */
export async function countSpend(query: Kysely<SpendTables>, filter: SpendFilter): Promise<number> {
  const { count } = await matching(query, filter)
    .select((row) => row.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * What matching rows cost, by day. Each day is a query of its own, and requests get their turn between two: SQLite holds
 * the event loop while it sums, 0.3 s for a million rows.
 */
export async function sumSpendByDay(query: Kysely<SpendTables>, filter: SpendFilter): Promise<SpendOfDay[]> {
  const days: SpendOfDay[] = [];
  let { from } = filter;
  for (;;) {
    const first = await findFirst(query, { ...filter, from });
    if (first === undefined) return days;
    const day = Math.floor(first / DAY_MS) * DAY_MS;
    const until = Math.min(day + DAY_MS, filter.until ?? Infinity);
    days.push(await sumDay(query, { ...filter, from: Math.max(day, from ?? day), until }, day));
    from = day + DAY_MS;
    await nextTurn();
  }
}

async function findFirst(query: Kysely<SpendTables>, filter: SpendFilter): Promise<number | undefined> {
  const first = await matching(query, filter).select('started_at').orderBy('started_at').limit(1).executeTakeFirst();
  return first?.started_at;
}

async function sumDay(query: Kysely<SpendTables>, filter: SpendFilter, day: number): Promise<SpendOfDay> {
  const parts = await matching(query, filter)
    .select((row) => ['key_hash', 'api_key', 'model', 'user_id', row.fn.sum<number | null>('spend').as('spend')])
    .groupBy(['key_hash', 'api_key', 'model', 'user_id'])
    .execute();
  return {
    ...sumBy(parts, ({ key_hash: hash, api_key: id }) => hash || id),
    startTime: new Date(day).toISOString().slice(0, 10),
    spend: parts.reduce((sum, { spend }) => sum + (spend ?? 0), 0),
    users: sumBy(parts, ({ user_id: user }) => user),
    models: sumBy(parts, ({ model }) => model),
  };
}

function sumBy<Row extends { spend: number | null }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Record<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + (row.spend ?? 0));
  return Object.fromEntries(sums);
}
