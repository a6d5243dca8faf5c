import type { Migration } from '@showrunner/store';

/** What was brought here from elsewhere: it is brought once, whatever becomes of it here. */
export const importsStep: Migration = {
  id: '0007-imports',
  async up({ schema }) {
    await schema
      .createTable('imported_rows')
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('entity_id', 'text', (column) => column.notNull())
      .addColumn('imported_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('imported_rows_key', ['source', 'kind', 'id'])
      .execute();
  },
};
