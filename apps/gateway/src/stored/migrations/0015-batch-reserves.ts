import type { Migration } from '@showrunner/store';

/** What of whose budgets is kept free for a batch until it is known what it cost. */
export const batchReservesStep: Migration = {
  id: '0015-batch-reserves',
  async up({ schema }) {
    await schema
      .alterTable('batch_bills')
      .addColumn('reserved', 'text', (column) => column.notNull().defaultTo('{}'))
      .execute();
  },
};
