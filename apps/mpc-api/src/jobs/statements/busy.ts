import type { DatabaseKind } from '@showrunner/store';
import { sql, type Transaction } from 'kysely';
import type { JobsDatabase } from '../schema.ts';

/** What has no place for another job now. The jobs that need it are passed by, and keep their place in the order. */
export interface Busy {
  readonly writers: readonly string[];
  readonly keys: readonly string[];
}

/** The writers whose places are all taken, in whichever process: none where this one has a place for another job. */
export async function busyFor(
  transaction: Transaction<JobsDatabase>,
  kind: DatabaseKind,
  writer: string,
): Promise<string[]> {
  const full = await busyWriters(transaction);
  if (full.includes(writer)) return full;
  return (await isBusyInTurn(transaction, kind, writer)) ? [...full, writer] : [];
}

async function busyWriters(transaction: Transaction<JobsDatabase>): Promise<string[]> {
  const full = await transaction
    .selectFrom('jobs')
    .select('writer')
    .where('state', '=', sql.lit('running'))
    .where('writer', 'is not', null)
    .groupBy('writer')
    .having(sql<boolean>`count(*) >= min(writer_places)`)
    .execute();
  return full.flatMap(({ writer }) => writer ?? []);
}

/** The same once nobody else can claim a job of this writer before this transaction has ended. */
async function isBusyInTurn(
  transaction: Transaction<JobsDatabase>,
  kind: DatabaseKind,
  writer: string,
): Promise<boolean> {
  // SQLite has one writer at a time anyway.
  if (kind === 'sqlite') return false;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`writer:${writer}`}, 0))`.execute(transaction);
  return (await busyWriters(transaction)).includes(writer);
}

/** The condition of a job that can be begun. */
export function mayBegin({ writers, keys }: Busy, at: Date) {
  const isDue = sql<boolean>`(run_after IS NULL OR run_after <= ${at.toISOString()})`;
  const conditions = [isDue, ...isNoneOf('writer', writers), ...isNoneOf('key_id', keys)];
  return sql<boolean>`${sql.join(conditions, sql` AND `)}`;
}

function isNoneOf(column: 'writer' | 'key_id', names: readonly string[]) {
  if (names.length === 0) return [];
  return [sql<boolean>`(${sql.ref(column)} IS NULL OR ${sql.ref(column)} NOT IN (${sql.join(names)}))`];
}
