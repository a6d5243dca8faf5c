import type { Migration } from '@showrunner/store';

/** What a workspace keeps to ask with: presets and brand voices. */
export const libraryStep: Migration = {
  id: '0006-library',
  async up(database) {
    await database.schema
      .createTable('library_items')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'text', (column) => column.notNull())
      .execute();
    await database.schema
      .createIndex('library_items_by_workspace')
      .on('library_items')
      .columns(['workspace', 'kind', 'id'])
      .execute();
  },
};
