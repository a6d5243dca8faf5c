import { join } from 'node:path';
import type { Logger } from '@showrunner/service';
import { openDatabase, type Database } from '@showrunner/store';
import { migrations } from './migrations/migrations.ts';
import type { GatewayTables } from './tables.ts';

export interface GatewayDatabaseOptions {
  /** Postgres; otherwise a SQLite file in the data folder. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  readonly logger: Logger;
}

/** The one database of a gateway, for all that it keeps. It is opened by whoever needs it first, and closed once. */
export class GatewayDatabase {
  readonly #options: GatewayDatabaseOptions;
  #database: Promise<Database<GatewayTables>> | undefined;

  constructor(options: GatewayDatabaseOptions) {
    this.#options = options;
  }

  /** Opens it, and brings it to the newest schema. Rejects while it cannot be used; the next call tries again. */
  open(): Promise<Database<GatewayTables>> {
    const { databaseUrl, dataFolder } = this.#options;
    this.#database ??= openDatabase<GatewayTables>(
      { url: databaseUrl, file: join(dataFolder, 'gateway.sqlite'), owner: 'gateway' },
      migrations,
    ).catch((error: unknown) => {
      this.#database = undefined;
      throw error;
    });
    return this.#database;
  }

  /** Makes the tables behind the start; a database that is not there yet is tried again with the first row. */
  prepare(): void {
    this.open().catch((error: unknown) => {
      this.#options.logger.warn({ error: String(error) }, 'the database is not there yet');
    });
  }

  /** Call it when all who keep something have written what waits. */
  async dispose(): Promise<void> {
    const database = await this.#database?.catch(() => undefined);
    await database?.dispose();
  }
}
