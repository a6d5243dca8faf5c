import type { Migration } from '@showrunner/store';

/** Files and batches that lie with vendors: whose they are, and what the vendor last said of them. */
export const vendorThingsStep: Migration = {
  id: '0003-vendor-things',
  async up({ schema }) {
    await schema
      .createTable('vendor_things')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('deployment_id', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('object', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createIndex('vendor_things_of')
      .on('vendor_things')
      .columns(['owner', 'kind', 'created_at', 'id'])
      .execute();
    await schema.createIndex('vendor_things_expiry').on('vendor_things').column('expires_at').execute();
  },
};
