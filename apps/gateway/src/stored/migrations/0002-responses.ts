import type { Migration } from '@showrunner/store';

/** Responses that were made here; each refers to the one that it goes on from. */
export const responsesStep: Migration = {
  id: '0002-responses',
  async up({ schema }) {
    await schema
      .createTable('responses')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('previous_id', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('bytes', 'bigint', (column) => column.notNull())
      .addColumn('input', 'text', (column) => column.notNull())
      .addColumn('response', 'text', (column) => column.notNull())
      .execute();
    await schema.createIndex('responses_expiry').on('responses').columns(['expires_at', 'bytes']).execute();
  },
};
