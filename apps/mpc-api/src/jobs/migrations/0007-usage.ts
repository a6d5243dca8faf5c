import type { Migration } from '@showrunner/store';

/** What was paid, a row for each question; and what generations under way may still cost. */
export const usageStep: Migration = {
  id: '0007-usage',
  async up(database) {
    await database.schema
      .createTable('usage')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('key_id', 'text', (column) => column.notNull())
      .addColumn('recipe', 'text', (column) => column.notNull())
      .addColumn('generation', 'text', (column) => column.notNull())
      .addColumn('model', 'text')
      .addColumn('input_tokens', 'bigint', (column) => column.notNull())
      .addColumn('output_tokens', 'bigint', (column) => column.notNull())
      .addColumn('cost_usd', 'double precision')
      .addColumn('bound_usd', 'double precision', (column) => column.notNull())
      .addColumn('generations', 'integer', (column) => column.notNull())
      .execute();
    await database.schema.createIndex('usage_by_workspace').on('usage').columns(['workspace', 'at']).execute();
    await database.schema.createIndex('usage_by_key').on('usage').columns(['key_id', 'at']).execute();
    await database.schema
      .createTable('cost_holds')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('key_id', 'text', (column) => column.notNull())
      .addColumn('amount_usd', 'double precision', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .execute();
    await database.schema.createIndex('cost_holds_by_key').on('cost_holds').column('key_id').execute();
  },
};
