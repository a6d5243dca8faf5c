import type { Migration } from '@showrunner/store';

/** Many requests as one. An item keeps the last state of its job, which may be removed before it. */
export const batchesStep: Migration = {
  id: '0008-batches',
  async up({ schema }) {
    await schema
      .createTable('batches')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('webhook_url', 'text')
      .addColumn('size', 'integer', (column) => column.notNull())
      .addColumn('ended', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('completed_at', 'text')
      .execute();
    await schema.createIndex('batches_by_workspace').on('batches').columns(['workspace', 'id']).execute();
    await schema.createIndex('batches_completed').on('batches').column('completed_at').execute();
    await schema
      .createTable('batch_items')
      .addColumn('batch_id', 'text', (column) => column.notNull().references('batches.id').onDelete('cascade'))
      .addColumn('item', 'integer', (column) => column.notNull())
      .addColumn('job_id', 'text', (column) => column.notNull().unique())
      .addColumn('recipe', 'text', (column) => column.notNull())
      .addColumn('client_ref', 'text')
      .addColumn('ended_as', 'text')
      .addPrimaryKeyConstraint('batch_items_key', ['batch_id', 'item'])
      .execute();
  },
};
