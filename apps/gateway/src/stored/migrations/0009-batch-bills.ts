import type { Migration } from '@showrunner/store';

/** Batches that vendors carry out, until what they cost is written down. */
export const batchBillsStep: Migration = {
  id: '0009-batch-bills',
  async up({ schema }) {
    await schema
      .createTable('batch_bills')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('key_id', 'text', (column) => column.notNull())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('keeper', 'text', (column) => column.notNull())
      .addColumn('vendor_id', 'text', (column) => column.notNull())
      .addColumn('route', 'text', (column) => column.notNull())
      .addColumn('customer', 'text')
      .addColumn('tags', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('due_at', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .execute();
    await schema.createIndex('batch_bills_due').on('batch_bills').columns(['state', 'due_at']).execute();
  },
};
