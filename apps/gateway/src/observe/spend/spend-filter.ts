import { sql, type ExpressionBuilder, type Expression, type Kysely, type SqlBool } from 'kysely';
import type { SpendRow, SpendSeries, SpendTables } from '../../stored/spend-tables.ts';
import { DAY_MS } from './day-figures.ts';

/** What a caller sees of what was spent: whatever fits one of these. */
export interface SeenSpend {
  readonly keyId?: string | undefined;
  readonly userId?: string | undefined;
  readonly teams: readonly string[];
  readonly organizations: readonly string[];
}

/** Which series are asked for; what is left out does not matter. */
export interface SeriesFilter {
  /** Nothing for those who see everything. */
  readonly seen?: SeenSpend | undefined;
  /** Keys by their inner ids or digests, each of one key. */
  readonly keys?: readonly string[] | undefined;
  readonly keyAliasHolds?: string | undefined;
  readonly users?: readonly string[] | undefined;
  readonly teams?: readonly string[] | undefined;
  readonly organizations?: readonly string[] | undefined;
  readonly model?: string | undefined;
  readonly modelId?: string | undefined;
  readonly modelGroup?: string | undefined;
  readonly cacheHit?: SpendSeries['cache_hit'] | undefined;
  readonly status?: string | undefined;
}

/** Which rows are asked for. Times are milliseconds since 1970, `from` included and `until` not. */
export interface SpendFilter extends SeriesFilter {
  /** A row's own id, or what its caller or the vendor calls it. */
  readonly requestId?: string | undefined;
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  readonly customer?: string | undefined;
  readonly sessionHolds?: string | undefined;
  readonly statusCode?: number | undefined;
  readonly leastSpend?: number | undefined;
  readonly mostSpend?: number | undefined;
}

/** Whole days, the last one included, as ISO dates in UTC. */
export function timesOf(
  firstDay: string | undefined,
  lastDay: string | undefined,
): Pick<SpendFilter, 'from' | 'until'> {
  return {
    from: firstDay === undefined ? undefined : Date.parse(firstDay),
    until: lastDay === undefined ? undefined : Date.parse(lastDay) + DAY_MS,
  };
}

type Series = ExpressionBuilder<SpendTables, 'spend_series'>;

/** What of a series has to be so. */
export function seriesConditions(series: Series, filter: SeriesFilter): Expression<SqlBool>[] {
  const { seen, keys, keyAliasHolds, users, teams, organizations } = filter;
  return [
    ...(seen === undefined ? [] : [isSeen(series, seen)]),
    ...(keys === undefined ? [] : [series.or([isOneOf(series, 'api_key', keys), isOneOf(series, 'key_hash', keys)])]),
    ...(keyAliasHolds === undefined ? [] : [holds('key_alias', keyAliasHolds)]),
    ...(users === undefined ? [] : [isOneOf(series, 'user_id', users)]),
    ...(teams === undefined ? [] : [isOneOf(series, 'team_id', teams)]),
    ...(organizations === undefined ? [] : [isOneOf(series, 'organization_id', organizations)]),
    ...is(series, 'model', filter.model),
    ...is(series, 'model_id', filter.modelId),
    ...is(series, 'model_group', filter.modelGroup),
    ...is(series, 'cache_hit', filter.cacheHit),
    ...is(series, 'status', filter.status),
  ];
}

function is(series: Series, column: keyof SpendSeries, value: string | undefined): Expression<SqlBool>[] {
  return value === undefined ? [] : [series(column, '=', value as never)];
}

function isOneOf(series: Series, column: keyof SpendSeries, values: readonly string[]): Expression<SqlBool> {
  return values.length === 0 ? sql<SqlBool>`1 = 0` : series(column, 'in', values as never);
}

function isSeen(series: Series, { keyId, userId, teams, organizations }: SeenSpend): Expression<SqlBool> {
  return series.or([
    ...is(series, 'api_key', keyId),
    ...is(series, 'user_id', userId),
    isOneOf(series, 'team_id', teams),
    isOneOf(series, 'organization_id', organizations),
  ]);
}

function holds(column: string, part: string): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} like ${`%${part.replaceAll(/[%_!]/g, '!$&')}%`} escape '!'`;
}

/** Rows with their series. */
export function matching(query: Kysely<SpendTables>, filter: SpendFilter) {
  return query
    .selectFrom('spend_logs')
    .innerJoin('spend_series', 'spend_series.id', 'spend_logs.series_id')
    .where((row) =>
      row.and([
        ...rowConditions(row as ExpressionBuilder<SpendTables, 'spend_logs'>, filter),
        ...seriesConditions(row as Series, filter),
      ]),
    );
}

function rowConditions(row: ExpressionBuilder<SpendTables, 'spend_logs'>, filter: SpendFilter): Expression<SqlBool>[] {
  const { requestId, from, until, customer, sessionHolds, statusCode, leastSpend, mostSpend } = filter;
  const names: readonly (keyof SpendRow)[] = ['row_id', 'request_id', 'response_id'];
  return [
    ...(requestId === undefined ? [] : [row.or(names.map((name) => row(name, '=', requestId)))]),
    ...(from === undefined ? [] : [row('started_at', '>=', from)]),
    ...(until === undefined ? [] : [row('started_at', '<', until)]),
    ...(customer === undefined ? [] : [row('end_user', '=', customer)]),
    ...(sessionHolds === undefined ? [] : [holds('session_id', sessionHolds)]),
    ...(statusCode === undefined ? [] : [row('status_code', '=', statusCode)]),
    ...(leastSpend === undefined ? [] : [row('spend', '>=', leastSpend)]),
    ...(mostSpend === undefined ? [] : [row('spend', '<=', mostSpend)]),
  ];
}
