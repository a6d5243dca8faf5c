import { sql, type Transaction } from 'kysely';
import { HISTORY, historyOf, recordedSteps, type AppliedStep } from './step-history.ts';

/** A schema of Postgres that its owner's tables have for themselves. */
export interface PostgresSchema {
  readonly name: string;
  /** Tables that earlier versions made where their connections began: they are moved, with the history of their steps. */
  readonly formerTables: readonly string[];
}

/** A role that may not make schemas can use one that somebody made for it. */
export async function makeSchema(transaction: Transaction<unknown>, { name }: PostgresSchema): Promise<void> {
  const { rows } = await sql<{ oid: string | null }>`SELECT to_regnamespace(${name})::text AS oid`.execute(transaction);
  if ((rows[0]?.oid ?? null) !== null) return;
  await sql`CREATE SCHEMA ${sql.id(name)}`.execute(transaction).catch((error: unknown) => {
    throw new Error(
      `the schema ${name} cannot be made (${String(error)}). ` +
        `Let an administrator run: CREATE SCHEMA ${name} AUTHORIZATION the role that connects.`,
      { cause: error },
    );
  });
}

/** Moves what an earlier version made elsewhere, tables with their indexes and the record of their steps. */
export async function takeOver(
  transaction: Transaction<unknown>,
  owner: string,
  schema: PostgresSchema,
): Promise<void> {
  const former = await schemaOf(transaction, HISTORY);
  if (former === undefined || former === schema.name || (await recordedSteps(transaction, owner)).length > 0) return;
  const history = sql.id(former, HISTORY);
  const { rows } = await sql<AppliedStep>`SELECT owner, id, applied_at FROM ${history} WHERE owner = ${owner}`.execute(
    transaction,
  );
  // Where they were moved once and their schema is gone since, they begin anew.
  if (rows.length === 0 || rows.some(({ id }) => id === movedTo(schema))) return;
  for (const table of schema.formerTables) {
    await sql`ALTER TABLE IF EXISTS ${sql.id(former, table)} SET SCHEMA ${sql.id(schema.name)}`.execute(transaction);
  }
  await historyOf(transaction).insertInto(HISTORY).values(rows).execute();
  // A version that knows nothing of the schema would begin anew there, with nobody's keys; it refuses what it does not know.
  const now = new Date().toISOString();
  await sql`INSERT INTO ${history} (owner, id, applied_at) VALUES (${owner}, ${movedTo(schema)}, ${now})`.execute(
    transaction,
  );
}

function movedTo({ name }: PostgresSchema): string {
  return `moved to the schema ${name}`;
}

/** In which schema a table lies that is found without naming one; nothing where it is another role's. */
async function schemaOf(transaction: Transaction<unknown>, table: string): Promise<string | undefined> {
  const { rows } = await sql<{ schema: string }>`
    SELECT pg_namespace.nspname AS schema FROM pg_class
    JOIN pg_namespace ON pg_namespace.oid = pg_class.relnamespace
    WHERE pg_class.oid = to_regclass(${table}) AND has_table_privilege(pg_class.oid, 'SELECT')
  `.execute(transaction);
  return rows[0]?.schema;
}
