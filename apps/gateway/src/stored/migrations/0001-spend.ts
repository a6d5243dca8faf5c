import type { Migration } from '@showrunner/store';

/** What requests used and cost, a row each, and in a series what repeats from row to row. */
export const spendStep: Migration = {
  id: '0001-spend',
  up: async (query, kind) => {
    await query.schema
      .createTable('spend_series')
      .addColumn('id', 'bigint', (column) => column.primaryKey())
      .addColumn('call_type', 'text', (column) => column.notNull())
      .addColumn('api_key', 'text', (column) => column.notNull())
      .addColumn('model', 'text', (column) => column.notNull())
      .addColumn('model_id', 'text', (column) => column.notNull())
      .addColumn('model_group', 'text', (column) => column.notNull())
      .addColumn('custom_llm_provider', 'text', (column) => column.notNull())
      .addColumn('cache_hit', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .execute();
    await query.schema
      .createTable('spend_logs')
      .addColumn('request_id', 'text', (column) => column.notNull())
      .addColumn('series_id', 'bigint', (column) => column.notNull().references('spend_series.id'))
      .addColumn('spend', 'double precision')
      .addColumn('total_tokens', 'bigint', (column) => column.notNull())
      .addColumn('prompt_tokens', 'bigint', (column) => column.notNull())
      .addColumn('completion_tokens', 'bigint', (column) => column.notNull())
      .addColumn('started_at', 'bigint', (column) => column.notNull())
      .addColumn('ended_at', 'bigint', (column) => column.notNull())
      .addColumn('first_content_at', 'bigint')
      .execute();
    await query.schema.createIndex('spend_logs_start').on('spend_logs').column('started_at').execute();
    await query.schema.createIndex('spend_logs_request').on('spend_logs').column('request_id').execute();
    // Only over a network can a commit be done and its answer lost; then the batch comes again and must not count twice.
    if (kind === 'postgres') {
      await query.schema
        .alterTable('spend_logs')
        .addColumn('row_id', 'text', (column) => column.notNull().unique())
        .execute();
    }
  },
};
