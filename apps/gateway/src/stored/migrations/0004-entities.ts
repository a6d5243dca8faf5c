import type { Migration } from '@showrunner/store';

/**
 * Who may call and what it costs them: keys, teams, users, members, organizations, customers, tags, budgets and access
 * groups in one shape; the digests by which keys are found; and what each has spent (docs/decisions/0031).
 */
export const entitiesStep: Migration = {
  id: '0004-entities',
  async up({ schema }) {
    await schema
      .createTable('entities')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('alias', 'text')
      .addColumn('team_id', 'text')
      .addColumn('user_id', 'text')
      .addColumn('organization_id', 'text')
      .addColumn('budget_id', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('created_by', 'text')
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_by', 'text')
      .addColumn('settings', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('entities_key', ['kind', 'id'])
      .execute();
    for (const column of ['alias', 'team_id', 'user_id', 'organization_id', 'budget_id', 'created_at'] as const) {
      await schema.createIndex(`entities_${column}`).on('entities').columns(['kind', column, 'id']).execute();
    }
    await schema
      .createTable('unique_aliases')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('alias', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('unique_aliases_key', ['kind', 'alias'])
      .execute();
    await schema.createIndex('unique_aliases_of').on('unique_aliases').columns(['kind', 'id']).execute();
    await schema
      .createTable('key_digests')
      .addColumn('digest', 'text', (column) => column.primaryKey())
      .addColumn('key_id', 'text', (column) => column.notNull())
      .addColumn('valid_until', 'bigint')
      .execute();
    await schema.createIndex('key_digests_of').on('key_digests').column('key_id').execute();
    await schema
      .createTable('purses')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('total', 'double precision', (column) => column.notNull())
      .addColumn('spent', 'double precision', (column) => column.notNull())
      .addColumn('window_ends_at', 'bigint')
      .addColumn('epoch', 'integer', (column) => column.notNull())
      .execute();
    await schema
      .createTable('purse_batches')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('written_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createTable('entity_changes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('entity_id', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema.createIndex('entity_changes_time').on('entity_changes').column('changed_at').execute();
  },
};
