import type { Migration } from '@showrunner/store';
import type { Kysely } from 'kysely';

/** Where a job stands in a chain of revisions. */
export const revisionsStep: Migration = { id: '0002-revisions', up: addRevisions };

async function addRevisions(database: Kysely<unknown>): Promise<void> {
  for (const column of ['key_id', 'revision_of', 'root', 'original'])
    await database.schema.alterTable('jobs').addColumn(column, 'text').execute();
  await database.schema.createIndex('jobs_by_root').on('jobs').columns(['root', 'id']).execute();
}
