import type { Migration } from '@showrunner/store';

/** What writes a job, where that takes only so many at once. Jobs of before have none and are not held back. */
export const writersStep: Migration = {
  id: '0009-writers',
  async up({ schema }) {
    await schema.alterTable('jobs').addColumn('writer', 'text').execute();
    await schema.alterTable('jobs').addColumn('writer_places', 'integer').execute();
  },
};
