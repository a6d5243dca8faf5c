import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { retryWhileBusy } from './retry-while-busy.ts';
import { Turns } from './turns.ts';

/** How long a statement or a transaction is tried while another process writes. */
const BUSY_FOR_MS = 10_000;

/**
 * One file, opened once, for all who ask in this process. A transaction has it for itself; whoever waits because another
 * process writes leaves it to those who read. Nothing but the statement itself holds up the event loop.
 */
export class SqliteDriver implements Driver {
  readonly #open: () => DatabaseSync;
  #file: SharedFile | undefined;

  constructor(open: () => DatabaseSync) {
    this.#open = open;
  }

  async init(): Promise<void> {
    this.#file = new SharedFile(this.#open());
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#file === undefined) throw new Error('The database is not open.');
    return new SqliteConnection(this.#file);
  }

  async releaseConnection(): Promise<void> {}

  beginTransaction(connection: DatabaseConnection): Promise<void> {
    return ours(connection).begin();
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    ours(connection).commit();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    ours(connection).rollBack();
  }

  async destroy(): Promise<void> {
    this.#file?.database.close();
  }
}

/** Kysely gives back the connections that it was given. */
function ours(connection: DatabaseConnection): SqliteConnection {
  if (!(connection instanceof SqliteConnection)) throw new TypeError('This is no connection of SQLite.');
  return connection;
}

/** Preparing costs more than running a small statement; what is run often stays prepared. */
const MOST_PREPARED = 100;

interface Prepared {
  readonly statement: StatementSync;
  /** Whether it gives rows. */
  readonly isReader: boolean;
}

class SharedFile {
  readonly database: DatabaseSync;
  /** Who may use the file: for a statement, or for a whole transaction. */
  readonly users = new Turns();
  /** Who may ask for a transaction next: of many that wait for another process one asks again and again. */
  readonly writers = new Turns();
  readonly #prepared = new Map<string, Prepared>();

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  run<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    const { statement, isReader } = this.#prepare(sql);
    const values = parameters as SQLInputValue[];
    if (isReader) return { rows: statement.all(...values) as Row[] };
    const { changes, lastInsertRowid } = statement.run(...values);
    return { insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes), rows: [] };
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.database.prepare(sql);
    const prepared = { statement, isReader: statement.columns().length > 0 };
    if (this.#prepared.size < MOST_PREPARED) this.#prepared.set(sql, prepared);
    return prepared;
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #file: SharedFile;
  /** Ends the use of the file by the transaction that is open here. */
  #leave: (() => void) | undefined;

  constructor(file: SharedFile) {
    this.#file = file;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#leave !== undefined) return this.#file.run(query);
    return retryWhileBusy(async () => {
      const leave = await this.#file.users.take();
      try {
        return this.#file.run<Row>(query);
      } finally {
        leave();
      }
    }, BUSY_FOR_MS);
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncGenerator<QueryResult<Row>, void> {
    yield await this.executeQuery<Row>(query);
  }

  async begin(): Promise<void> {
    const leaveWriters = await this.#file.writers.take();
    try {
      await retryWhileBusy(() => this.#beginOnce(), BUSY_FOR_MS);
    } finally {
      leaveWriters();
    }
  }

  commit(): void {
    this.#file.database.exec('commit');
    this.#end();
  }

  rollBack(): void {
    try {
      // On a full or failing disk SQLite may have rolled back by itself (sqlite.org, "Transaction", 2.3); rolling back
      // again fails, and that failure would stand in place of the reason.
      if (this.#file.database.isTransaction) this.#file.database.exec('rollback');
    } finally {
      this.#end();
    }
  }

  async #beginOnce(): Promise<void> {
    const leave = await this.#file.users.take();
    try {
      // One that reads first and writes later fails at once when another process wrote in between, however long it
      // would wait; one that takes the lock at its beginning waits for it instead.
      this.#file.database.exec('begin immediate');
      this.#leave = leave;
    } catch (error) {
      leave();
      throw error;
    }
  }

  #end(): void {
    this.#leave?.();
    this.#leave = undefined;
  }
}
