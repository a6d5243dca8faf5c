import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type Dialect } from 'kysely';
import { SqliteDriver } from './sqlite-driver.ts';

/** How long opening waits for another process that opens or recovers the file. */
const OPENING_TIMEOUT_MS = 2_000;

/** How SQLite works with a file, where its own measure is not the right one. */
export interface SqliteTuning {
  /** How much of the file is held in memory at most, of what was looked at, in KiB; SQLite's own bound is 2,000. */
  readonly cacheKib: number;
  /** After how many pages of 4 KiB the journal is put into the file; SQLite's own measure is 1,000. */
  readonly checkpointPages: number;
}

/**
 * SQLite in a file, by Node's own driver.
 *
 * WAL lets readers and one writer work side by side. With `synchronous = NORMAL` what is committed survives the death of
 * the process at any moment (it is in the operating system's hands); a power failure may take the last commits, but
 * never tears the database (sqlite.org, "PRAGMA synchronous").
 */
export function sqliteDialect(file: string, tuning?: SqliteTuning): Dialect {
  return {
    createAdapter: () => new SharedFileAdapter(),
    createDriver: () => new SqliteDriver(() => openFile(file, tuning)),
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

function openFile(file: string, tuning: SqliteTuning | undefined): DatabaseSync {
  createPrivately(file);
  const database = new DatabaseSync(file, { timeout: OPENING_TIMEOUT_MS, enableForeignKeyConstraints: true });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  if (tuning) {
    const { cacheKib, checkpointPages } = tuning;
    database.exec(`PRAGMA cache_size = ${-cacheKib}; PRAGMA wal_autocheckpoint = ${checkpointPages};`);
  }
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
