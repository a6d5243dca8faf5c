import type { Migration } from '@showrunner/store';

/** What was answered under an `Idempotency-Key`. */
export const idempotencyStep: Migration = {
  id: '0008-idempotency',
  async up({ schema }) {
    await schema
      .createTable('idempotency_keys')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('job_id', 'text')
      .addColumn('answer', 'text')
      .addColumn('busy_until', 'text')
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .execute();
    await schema.createIndex('idempotency_keys_old').on('idempotency_keys').column('expires_at').execute();
  },
};
