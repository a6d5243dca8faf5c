import type { Migration } from '@showrunner/store';
import { sql } from 'kysely';

/**
 * In SQLite a purse lies where its name says, instead of where it was first made and a second time in an index: half as
 * many pages change where thousands are paid out of.
 */
export const pursesByNameStep: Migration = {
  id: '0013-purses-by-name',
  up: async (query, kind) => {
    if (kind === 'postgres') return;
    await query.schema.alterTable('purses').renameTo('former_purses').execute();
    await query.schema
      .createTable('purses')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('total', 'double precision', (column) => column.notNull())
      .addColumn('spent', 'double precision', (column) => column.notNull())
      .addColumn('window_ends_at', 'bigint')
      .addColumn('epoch', 'integer', (column) => column.notNull())
      .modifyEnd(sql`without rowid`)
      .execute();
    await sql`insert into purses select id, total, spent, window_ends_at, epoch from former_purses`.execute(query);
    await query.schema.dropTable('former_purses').execute();
  },
};
