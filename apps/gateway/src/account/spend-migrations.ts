import type { Migration } from '@showrunner/store';

/** The gateway's tables. A released step is never changed. */
export const spendMigrations: readonly Migration[] = [
  {
    id: '0001-spend-logs',
    up: async (query, kind) => {
      await query.schema
        .createTable('spend_logs')
        .addColumn('row_id', 'text', (column) => column.notNull())
        .addColumn('request_id', 'text', (column) => column.notNull())
        .addColumn('call_type', 'text', (column) => column.notNull())
        .addColumn('api_key', 'text', (column) => column.notNull())
        .addColumn('spend', 'double precision')
        .addColumn('total_tokens', 'bigint', (column) => column.notNull())
        .addColumn('prompt_tokens', 'bigint', (column) => column.notNull())
        .addColumn('completion_tokens', 'bigint', (column) => column.notNull())
        .addColumn('startTime', 'text', (column) => column.notNull())
        .addColumn('endTime', 'text', (column) => column.notNull())
        .addColumn('completionStartTime', 'text')
        .addColumn('model', 'text', (column) => column.notNull())
        .addColumn('model_id', 'text', (column) => column.notNull())
        .addColumn('model_group', 'text', (column) => column.notNull())
        .addColumn('custom_llm_provider', 'text', (column) => column.notNull())
        .addColumn('cache_hit', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .execute();
      await query.schema.createIndex('spend_logs_start').on('spend_logs').column('startTime').execute();
      await query.schema.createIndex('spend_logs_request').on('spend_logs').column('request_id').execute();
      // Only over a network can a commit be done and its answer lost; then the batch comes again and must not count twice.
      if (kind === 'postgres') {
        await query.schema.createIndex('spend_logs_row').unique().on('spend_logs').column('row_id').execute();
      }
    },
  },
];
