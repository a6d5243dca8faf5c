import type { DatabaseKind, Migration } from '@showrunner/store';
import { sql, type CreateTableBuilder } from 'kysely';
import { tableName } from '../gateway-schema.ts';

const DAY_MS = 86_400_000;

/**
 * For whom each request was and how it came; an id of its own for each row, also in SQLite; and sums by day, which stay
 * when rows go.
 */
export const spendByWhomStep: Migration = {
  id: '0006-spend-by-whom',
  up: async (query, kind) => {
    const { schema } = query;
    const rows = sql.raw(tableName(kind, 'spend_logs'));
    for (const column of ['key_hash', 'key_alias', 'team_id', 'team_alias', 'user_id', 'organization_id', 'api_base']) {
      await schema
        .alterTable('spend_series')
        .addColumn(column, 'text', (one) => one.notNull().defaultTo(''))
        .execute();
    }
    for (const column of [
      'end_user',
      'request_tags',
      'session_id',
      'requester_ip',
      'response_id',
      'details',
    ] as const) {
      await schema.alterTable('spend_logs').addColumn(column, 'text').execute();
    }
    for (const column of ['cache_read_tokens', 'cache_write_tokens', 'status_code'] as const) {
      await schema.alterTable('spend_logs').addColumn(column, 'bigint').execute();
    }
    if (kind === 'sqlite') await schema.alterTable('spend_logs').addColumn('row_id', 'text').execute();
    // What rows were known by until now they are known by for good, where that was theirs alone.
    await sql`
      update ${rows} set row_id = request_id
      where request_id in (select request_id from ${rows} group by request_id having count(*) = 1)
    `.execute(query);
    if (kind === 'sqlite') {
      await sql`update spend_logs set row_id = request_id || '-' || rowid where row_id is null`.execute(query);
      await schema.createIndex('spend_logs_row').unique().on('spend_logs').column('row_id').execute();
    }
    // In SQLite each of these would double what a row costs the process that answers requests: there rows are looked
    // through, a day at a time.
    if (kind === 'postgres') {
      await schema.createIndex('spend_logs_response').on('spend_logs').column('response_id').execute();
      await schema.createIndex('spend_logs_series').on('spend_logs').columns(['series_id', 'started_at']).execute();
      for (const column of ['api_key', 'key_hash', 'team_id', 'user_id']) {
        await schema.createIndex(`spend_series_${column}`).on('spend_series').column(column).execute();
      }
    }
    // In SQLite rows are added to the sums of their days later: up to which row that is done.
    await schema
      .createTable('summed_spend')
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute();
    const days = figures(schema.createTable('daily_spend'), kind);
    await days.addPrimaryKeyConstraint('daily_spend_key', ['day', 'series_id']).execute();
    const labels = figures(schema.createTable('daily_label_spend'), kind)
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('label', 'text', (column) => column.notNull());
    await labels.addPrimaryKeyConstraint('daily_label_spend_key', ['day', 'kind', 'label', 'series_id']).execute();
    await sql`
      insert into ${sql.raw(tableName(kind, 'daily_spend'))}
        (day, series_id, spend, prompt_tokens, completion_tokens, cache_read_tokens, cache_write_tokens, requests, duration_ms)
      select started_at / ${sql.lit(DAY_MS)}, series_id, coalesce(sum(spend), 0), sum(prompt_tokens),
        sum(completion_tokens), 0, 0, count(*), sum(ended_at - started_at)
      from ${rows}
      group by 1, 2
    `.execute(query);
    if (kind === 'sqlite') {
      await sql`insert into summed_spend (until) select coalesce(max(rowid), 0) from spend_logs`.execute(query);
    }
  },
};

/** What one day's sums hold. In SQLite such a table is one tree and not two. */
function figures(table: CreateTableBuilder<string>, kind: DatabaseKind) {
  return table
    .addColumn('day', 'bigint', (column) => column.notNull())
    .addColumn('series_id', 'bigint', (column) => column.notNull().references('spend_series.id'))
    .addColumn('spend', 'double precision', (column) => column.notNull())
    .addColumn('prompt_tokens', 'bigint', (column) => column.notNull())
    .addColumn('completion_tokens', 'bigint', (column) => column.notNull())
    .addColumn('cache_read_tokens', 'bigint', (column) => column.notNull())
    .addColumn('cache_write_tokens', 'bigint', (column) => column.notNull())
    .addColumn('requests', 'bigint', (column) => column.notNull())
    .addColumn('duration_ms', 'bigint', (column) => column.notNull())
    .$call((one) => (kind === 'sqlite' ? one.modifyEnd(sql`without rowid`) : one));
}
