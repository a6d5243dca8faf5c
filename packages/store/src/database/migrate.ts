import { sql, type Kysely, type Transaction } from 'kysely';
import type { DatabaseKind, Migration } from './migration.ts';
import { makeSchema, takeOver, type PostgresSchema } from './postgres-schema.ts';
import { retryWhileBusy } from './retry-while-busy.ts';
import { createHistory, HISTORY, historyOf, recordedSteps } from './step-history.ts';

/** How long one process waits for another that migrates. */
const LOCK_DEADLINE_MS = 60_000;

/** What is to be there when a database is open. */
export interface MigrationPlan {
  readonly kind: DatabaseKind;
  readonly owner: string;
  readonly migrations: readonly Migration[];
  readonly schema: PostgresSchema | undefined;
}

/**
 * Brings a database to the schema that this code knows: all missing steps in one transaction, under a lock, so that of
 * many processes that start at once one migrates and the others wait and find it done. Two owners (the gateway and the
 * API) may share one database; each has its own history.
 *
 * Rejects, and changes nothing, where the database knows steps that this code does not: it belongs to a newer version.
 */
export async function migrate(
  query: Kysely<unknown>,
  { kind, owner, migrations, schema }: MigrationPlan,
): Promise<void> {
  const run = (): Promise<void> =>
    query.transaction().execute(async (transaction) => {
      await lock(transaction, kind);
      if (schema) await makeSchema(transaction, schema);
      await createHistory(transaction);
      if (schema) await takeOver(transaction, owner, schema);
      for (const migration of missingSteps(await recordedSteps(transaction, owner), owner, migrations)) {
        await migration.up(transaction, kind);
        await historyOf(transaction)
          .insertInto(HISTORY)
          .values({ owner, id: migration.id, applied_at: new Date().toISOString() })
          .execute();
      }
    });
  await retryWhileBusy(run, LOCK_DEADLINE_MS);
}

/** SQLite is locked by the transaction itself, which begins IMMEDIATE; Postgres until its end by an advisory lock. */
async function lock(transaction: Transaction<unknown>, kind: DatabaseKind): Promise<void> {
  if (kind === 'sqlite') return;
  await sql`SET LOCAL lock_timeout = ${sql.lit(LOCK_DEADLINE_MS)}`.execute(transaction);
  await sql`SELECT pg_advisory_xact_lock(hashtext('showrunner migrations'))`.execute(transaction);
}

function missingSteps(recorded: readonly string[], owner: string, migrations: readonly Migration[]): Migration[] {
  const known = new Set(migrations.map(({ id }) => id));
  const unknown = recorded.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    throw new Error(
      `The database belongs to a newer version: its schema of ${owner} has the steps ${unknown.join(', ')}, which this version does not know. ` +
        'Start the newer version, or restore a backup from before its first start.',
    );
  }
  return migrations.filter(({ id }) => !recorded.includes(id));
}
