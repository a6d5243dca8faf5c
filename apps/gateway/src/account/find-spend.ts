import type { Kysely } from 'kysely';
import type { SpendTables } from './spend-log.ts';
import { spendColumns, type ShownSpend } from './spend-row.ts';

/** Which rows are asked for. Days are ISO dates, both included, in UTC. */
export interface SpendFilter {
  readonly requestId: string | undefined;
  readonly apiKey: string | undefined;
  readonly firstDay: string | undefined;
  readonly lastDay: string | undefined;
}

/** What was spent on one day: in all, by key and by model. */
export interface SpendOfDay {
  readonly startTime: string;
  readonly spend: number;
  readonly users: Readonly<Record<string, number>>;
  readonly models: Readonly<Record<string, number>>;
  /** LiteLLM puts the keys beside the other members. */
  readonly [apiKey: string]: unknown;
}

/** LiteLLM returns all there are, which a year's table turns into an outage. */
const MOST_ROWS = 1_000;

/** Matching rows, the newest first, at most 1,000. */
export async function findSpend(query: Kysely<SpendTables>, filter: SpendFilter): Promise<ShownSpend[]> {
  return await filtered(query, filter).select(spendColumns).orderBy('startTime', 'desc').limit(MOST_ROWS).execute();
}

/** What matching rows cost, by day. */
export async function sumSpendByDay(query: Kysely<SpendTables>, filter: SpendFilter): Promise<SpendOfDay[]> {
  const rows = await filtered(query, filter)
    .select((row) => [
      row.fn<string>('substr', [row.ref('startTime'), row.val(1), row.val(10)]).as('day'),
      'api_key',
      'model',
      row.fn.sum<number | null>('spend').as('spend'),
    ])
    .groupBy(['day', 'api_key', 'model'])
    .orderBy('day')
    .execute();
  const days = Map.groupBy(rows, ({ day }) => day);
  return [...days].map(([day, parts]) => ({
    ...sumBy(parts, ({ api_key }) => api_key),
    startTime: day,
    spend: parts.reduce((sum, { spend }) => sum + (spend ?? 0), 0),
    // Nobody has users here yet; LiteLLM counts such spend under the empty name.
    users: sumBy(parts, () => ''),
    models: sumBy(parts, ({ model }) => model),
  }));
}

function filtered(query: Kysely<SpendTables>, { requestId, apiKey, firstDay, lastDay }: SpendFilter) {
  return (
    query
      .selectFrom('spend_logs')
      .$if(requestId !== undefined, (rows) => rows.where('request_id', '=', requestId ?? ''))
      .$if(apiKey !== undefined, (rows) => rows.where('api_key', '=', apiKey ?? ''))
      .$if(firstDay !== undefined, (rows) => rows.where('startTime', '>=', firstDay ?? ''))
      // `~` sorts behind every time of that day.
      .$if(lastDay !== undefined, (rows) => rows.where('startTime', '<=', `${lastDay}~`))
  );
}

function sumBy<Row extends { spend: number | null }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Record<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + (row.spend ?? 0));
  return Object.fromEntries(sums);
}
