import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { DailyLabelSpend, DailySpend, SpendSeries, SpendTables } from '../../stored/spend-tables.ts';
import { DAY_MS } from './day-figures.ts';
import { seriesConditions, type SeriesFilter } from './spend-filter.ts';

/** Whole days, both included, as ISO dates in UTC. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** What of a series sums are told apart by. */
const PARTS = [
  'api_key',
  'key_hash',
  'key_alias',
  'team_id',
  'team_alias',
  'user_id',
  'organization_id',
  'model',
  'model_id',
  'model_group',
  'custom_llm_provider',
  'call_type',
  'status',
] as const satisfies readonly (keyof SpendSeries)[];

/** A day's sum of what has all of these in common. */
export type DaySum = Omit<DailySpend, 'series_id'> &
  Pick<SpendSeries, (typeof PARTS)[number]> & {
    /** The tag, or the customer, where sums by those were asked for. */
    readonly label: string;
  };

/** By what callers say of their requests, and which of it. */
export interface LabelFilter {
  readonly kind: DailyLabelSpend['kind'];
  readonly labels?: readonly string[] | undefined;
}

type Row = ExpressionBuilder<SpendTables, 'daily_label_spend' | 'spend_series'>;

/**
 * Sums of days, the first day first. Each day is a query of its own, and requests get their turn between two.
 *
 * @param label where what callers say is asked about
 */
export async function readDays(
  query: Kysely<SpendTables>,
  filter: SeriesFilter,
  { first, last }: Days,
  label?: LabelFilter,
): Promise<DaySum[]> {
  const sums: DaySum[] = [];
  for (let day = Date.parse(first) / DAY_MS; day <= Date.parse(last) / DAY_MS; day++) {
    sums.push(...(await readDay(query, filter, day, label)));
    await nextTurn();
  }
  return sums;
}

async function readDay(
  query: Kysely<SpendTables>,
  filter: SeriesFilter,
  day: number,
  label: LabelFilter | undefined,
): Promise<DaySum[]> {
  // Both tables have the figures; what only the one with labels has is asked for there alone.
  const table = (label ? 'daily_label_spend' : 'daily_spend') as 'daily_label_spend';
  const rows = await query
    .selectFrom(`${table} as days`)
    .innerJoin('spend_series', 'spend_series.id', 'days.series_id')
    .where('day', '=', day)
    .where((row) => row.and(seriesConditions(row as never, filter)))
    .$if(label !== undefined, (some) => some.where('kind', '=', label?.kind ?? 'tag'))
    .$if(label?.labels !== undefined, (some) => some.where('label', 'in', [...(label?.labels ?? []), '']))
    .select(PARTS)
    .$if(label !== undefined, (some) => some.select('label').groupBy('label'))
    .select((row) => summed(row as unknown as Row))
    .groupBy(PARTS)
    .execute();
  return rows.map((row) => ({ ...row, label: row.label ?? '', day, ...numbersOf(row) }));
}

function summed({ fn }: Row) {
  return [
    fn.sum<number | string>('spend').as('spend'),
    fn.sum<number | string>('prompt_tokens').as('prompt_tokens'),
    fn.sum<number | string>('completion_tokens').as('completion_tokens'),
    fn.sum<number | string>('cache_read_tokens').as('cache_read_tokens'),
    fn.sum<number | string>('cache_write_tokens').as('cache_write_tokens'),
    fn.sum<number | string>('requests').as('requests'),
    fn.sum<number | string>('duration_ms').as('duration_ms'),
  ] as const;
}

type Figure = Exclude<keyof DailySpend, 'day' | 'series_id'>;

/** Postgres gives sums of whole numbers as text. */
function numbersOf(row: Readonly<Record<Figure, number | string>>): Record<Figure, number> {
  return {
    spend: Number(row.spend),
    prompt_tokens: Number(row.prompt_tokens),
    completion_tokens: Number(row.completion_tokens),
    cache_read_tokens: Number(row.cache_read_tokens),
    cache_write_tokens: Number(row.cache_write_tokens),
    requests: Number(row.requests),
    duration_ms: Number(row.duration_ms),
  };
}

/** A key as it is told: by its digest, and by its inner id where it has none any more. */
export function keyOf({ key_hash: hash, api_key: id }: DaySum): string {
  return hash || id;
}

export function dayName(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** What sums of days add up to by something that they have, the dearest first. */
export function totalsBy(
  sums: readonly DaySum[],
  nameOf: (sum: DaySum) => string,
): { readonly name: string; readonly spend: number; readonly tokens: number; readonly requests: number }[] {
  const totals = [...Map.groupBy(sums, nameOf)].map(([name, own]) => ({
    name,
    spend: own.reduce((total, { spend }) => total + spend, 0),
    tokens: own.reduce((total, sum) => total + sum.prompt_tokens + sum.completion_tokens, 0),
    requests: own.reduce((total, { requests }) => total + requests, 0),
  }));
  return totals.sort((one, other) => other.spend - one.spend);
}
