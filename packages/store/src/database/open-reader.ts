import { Kysely, type Transaction } from 'kysely';
import { displayUrl, reasonOf } from './open-database.ts';
import { postgresDialect } from './postgres-dialect.ts';

/** A Postgres of somebody else's: it is read, and never written. */
export interface DatabaseReader<Schema> {
  /** All of it as it was at one moment, in a transaction that takes no writes. Rejects with where it is and what is wrong. */
  read<Result>(action: (query: Transaction<Schema>) => Promise<Result>): Promise<Result>;
  dispose(): Promise<void>;
}

/** Opens nothing before it is read. Throws where the text is no address of a Postgres. */
export function openReader<Schema>(url: string): DatabaseReader<Schema> {
  const where = displayUrl(url);
  const query = new Kysely<Schema>({ dialect: postgresDialect(url) });
  return {
    async read(action) {
      const reading = query.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
      try {
        return await reading.execute(action);
      } catch (error) {
        throw new Error(`The postgres database at ${where} cannot be read: ${reasonOf(error)}`, { cause: error });
      }
    },
    dispose: () => query.destroy(),
  };
}
