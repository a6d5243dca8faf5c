import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type Dialect } from 'kysely';
import { SqliteDriver } from './sqlite-driver.ts';

/** How long opening waits for another process that opens or recovers the file. */
const OPENING_TIMEOUT_MS = 2_000;

/**
 * How much of the file is held in memory at most, of what was looked at. SQLite's own bound of 2,000 KiB is less than one
 * transaction of a busy gateway changes, which then writes pages, throws them away and reads them again.
 */
const CACHE_KIB = 32_768;
/**
 * After how many pages of 4 KiB the journal is put into the file. A page that changes again and again goes there once: with
 * SQLite's 1,000, which one transaction writes, each would be written twice.
 */
const CHECKPOINT_PAGES = 8_000;

/**
 * SQLite in a file, by Node's own driver.
 *
 * WAL lets readers and one writer work side by side. With `synchronous = NORMAL` what is committed survives the death of
 * the process at any moment (it is in the operating system's hands); a power failure may take the last commits, but
 * never tears the database (sqlite.org, "PRAGMA synchronous").
 */
export function sqliteDialect(file: string): Dialect {
  return {
    createAdapter: () => new SharedFileAdapter(),
    createDriver: () => new SqliteDriver(() => openFile(file)),
    createIntrospector: (query) => new SqliteIntrospector(query),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** The driver itself lets one after the other use the file. */
class SharedFileAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

function openFile(file: string): DatabaseSync {
  createPrivately(file);
  const database = new DatabaseSync(file, { timeout: OPENING_TIMEOUT_MS, enableForeignKeyConstraints: true });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  database.exec(`PRAGMA cache_size = ${-CACHE_KIB}; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};`);
  // From here on the driver waits for other processes: SQLite would wait with the event loop.
  database.exec('PRAGMA busy_timeout = 0');
  return database;
}

/** SQLite gives its journal files the mode of the database file. */
function createPrivately(file: string): void {
  if (file === ':memory:') return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}
