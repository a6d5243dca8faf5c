import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { SqliteDialect, type SqliteDatabase } from 'kysely';

/** How long a statement waits for another process's lock. The event loop stands still meanwhile, so it is short. */
const BUSY_TIMEOUT_MS = 2_000;

/**
 * SQLite in a file, by Node's own driver.
 *
 * WAL lets readers and one writer work side by side. With `synchronous = NORMAL` what is committed survives the death of
 * the process at any moment (it is in the operating system's hands); a power failure may take the last commits, but
 * never tears the database (sqlite.org, "PRAGMA synchronous").
 */
export function sqliteDialect(file: string): SqliteDialect {
  return new SqliteDialect({ database: async () => openFile(file) });
}

function openFile(file: string): SqliteDatabase {
  createPrivately(file);
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  return asKyselyExpects(database);
}

/** SQLite gives its journal files the mode of the database file. */
function createPrivately(file: string): void {
  if (file === ':memory:') return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

/** Preparing costs more than running a small statement; what is run often stays prepared. */
const MOST_PREPARED = 100;

function asKyselyExpects(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    if (prepared.size < MOST_PREPARED) prepared.set(sql, statement);
    return statement;
  };
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = prepare(asSqliteNeeds(sql, database));
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        // An iteration may be under way while the same text runs again.
        iterate: (parameters) => database.prepare(sql).iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}

function asSqliteNeeds(sql: string, database: DatabaseSync): string {
  // A transaction that reads first and writes later fails at once when another process wrote in between, whatever the
  // busy time-out; one that takes the write lock at its beginning waits for it instead.
  if (sql === 'begin') return 'begin immediate';
  // On a full or failing disk SQLite may have rolled back by itself (sqlite.org, "Transaction", 2.3); rolling back again
  // fails, and that failure would stand in place of the reason.
  if (sql === 'rollback' && !database.isTransaction) return 'select null limit 0';
  return sql;
}
