import type { Migration } from '@showrunner/store';

/** Named keys. Of the secret only the digest is kept; a key that is removed stays as a row without one. */
export const keysStep: Migration = {
  id: '0005-keys',
  async up(database) {
    await database.schema
      .createTable('api_keys')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('digest', 'text', (column) => column.unique())
      .addColumn('hint', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('scopes', 'text', (column) => column.notNull())
      .addColumn('priority', 'integer', (column) => column.notNull())
      .addColumn('requests_per_minute', 'integer')
      .addColumn('max_parallel', 'integer')
      .addColumn('daily_cost_usd', 'double precision')
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('rotated_at', 'text')
      .addColumn('expires_at', 'text')
      .addColumn('deleted_at', 'text')
      .execute();
  },
};
