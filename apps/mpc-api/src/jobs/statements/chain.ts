import type { DatabaseKind } from '@showrunner/store';
import { sql, type Transaction } from 'kysely';
import { findNewest } from './find.ts';
import type { JobsDatabase } from '../schema.ts';

/**
 * The newest job of a chain of revisions, which stays that until this transaction ends: whoever else adds to the chain
 * waits here. SQLite's transactions take the write lock when they begin; Postgres has a lock for each chain.
 */
export async function newestInTurn(
  transaction: Transaction<JobsDatabase>,
  kind: DatabaseKind,
  { workspace, root }: { readonly workspace: string; readonly root: string },
): Promise<string> {
  if (kind === 'postgres') await sql`select pg_advisory_xact_lock(hashtextextended(${root}, 0))`.execute(transaction);
  return findNewest(transaction, workspace, root);
}
