import { Kysely, sql, type Transaction } from 'kysely';
import { migrate } from './migrate.ts';
import type { DatabaseKind, Migration } from './migration.ts';
import { postgresDialect } from './postgres-dialect.ts';
import type { PostgresSchema } from './postgres-schema.ts';
import { sqliteDialect, type SqliteTuning } from './sqlite-dialect.ts';
import { isStaleConnection } from './writable-pool.ts';

export interface DatabaseOptions {
  /** A Postgres URL; it comes before `file`. */
  readonly url?: string | undefined;
  /** The SQLite file for when there is no URL; created with mode 0600. */
  readonly file: string;
  /** For who writes much of the file again and again. */
  readonly tuning?: SqliteTuning | undefined;
  /** Whose tables these are, for the record of migrations: `gateway`, `mpc-api`. */
  readonly owner: string;
  /** Where in Postgres they lie, where that is not the schema in which a connection begins; made where it is not there. */
  readonly schema?: PostgresSchema | undefined;
}

/** Durable state: one query layer over SQLite and Postgres. `Schema` is the owner's tables, as Kysely takes them. */
export interface Database<Schema> {
  readonly kind: DatabaseKind;
  readonly query: Kysely<Schema>;
  /** Runs a transaction; once more, on a new connection, where the first one was stale. */
  transaction<Result>(action: (transaction: Transaction<Schema>) => Promise<Result>): Promise<Result>;
  /** Rejects when the database does not answer. */
  ping(signal?: AbortSignal): Promise<void>;
  dispose(): Promise<void>;
}

/** Opens the database and brings it to the newest schema. Rejects with where it is (never its password) and what is wrong. */
export async function openDatabase<Schema>(
  { url, file, tuning, owner, schema }: DatabaseOptions,
  migrations: readonly Migration[],
): Promise<Database<Schema>> {
  const usesPostgres = url !== undefined && url !== '';
  const kind: DatabaseKind = usesPostgres ? 'postgres' : 'sqlite';
  const where = usesPostgres ? displayUrl(url) : file;
  const dialect = usesPostgres ? postgresDialect(url, owner) : sqliteDialect(file, tuning);
  const connected = new Kysely<Schema>({ dialect });
  // Names are qualified, for a pooler hands what is set for one session on to others.
  const query = usesPostgres && schema ? connected.withSchema(schema.name) : connected;
  try {
    await migrate(query as Kysely<unknown>, { kind, owner, migrations, schema: usesPostgres ? schema : undefined });
  } catch (error) {
    await query.destroy();
    throw new Error(`The ${kind} database at ${where} cannot be used: ${reasonOf(error)}`, { cause: error });
  }
  return {
    kind,
    query,
    async transaction(action) {
      const run = () => query.transaction().execute(action);
      return run().catch((error: unknown) => (isStaleConnection(error) ? run() : Promise.reject(error)));
    },
    ping: async (signal) => void (await sql`SELECT 1`.execute(query, signal && { signal })),
    dispose: () => query.destroy(),
  };
}

/** Where a Postgres is, without who asks it. Throws where the text is no address of one. */
export function displayUrl(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new Error(
      'The database URL is not a Postgres URL; it looks like postgres://user:password@host:5432/database.',
    );
  }
  return `${parsed.host}${parsed.pathname}`;
}

/** A host with several addresses that all refuse gives an error without words of its own. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map((part) => reasonOf(part)).join(', ');
  return error instanceof Error ? error.message : String(error);
}
