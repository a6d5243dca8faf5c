import type { Logger } from '@showrunner/service';
import { countPeers, openDatabase, type Database } from '@showrunner/store';
import { gatewaySchema } from './gateway-schema.ts';
import { migrations } from './migrations/migrations.ts';
import type { GatewayTables } from './tables.ts';

/** Where what the gateway keeps lies. */
export interface DatabasePlace {
  /** Postgres; nothing where it is the file. */
  readonly url: string | undefined;
  /** Of SQLite. */
  readonly file: string;
}

export interface GatewayDatabaseOptions {
  /** Asked before it is opened. Rejects while that cannot be said yet. */
  readonly place: () => Promise<DatabasePlace>;
  /** Done before anybody uses it, again where it failed. */
  readonly onOpened?: (database: Database<GatewayTables>) => Promise<void>;
  readonly logger: Pick<Logger, 'warn'>;
}

const OWNER = 'gateway';

/**
 * What many callers have spent is written several times a second. By SQLite's own measures the cache holds less than one
 * such transaction changes, which then writes pages, throws them away and reads them again; and a journal as short is put
 * into the file behind each of them, although the same pages change again with the next.
 */
const TUNING = { cacheKib: 32_768, checkpointPages: 8_000 };

/** Opens what the gateway keeps, and brings it to the newest schema. */
export function openGatewayDatabase({ url, file }: DatabasePlace): Promise<Database<GatewayTables>> {
  return openDatabase<GatewayTables>({ url, file, tuning: TUNING, owner: OWNER, schema: gatewaySchema }, migrations);
}

/** The one database of a gateway, for all that it keeps. It is opened by whoever needs it first, and closed once. */
export class GatewayDatabase {
  readonly #options: GatewayDatabaseOptions;
  #database: Promise<Database<GatewayTables>> | undefined;
  #isFile = false;
  readonly #opened = Promise.withResolvers<void>();

  constructor(options: GatewayDatabaseOptions) {
    this.#options = options;
  }

  /** Opens it, and brings it to the newest schema. Rejects while it cannot be used; the next call tries again. */
  open(): Promise<Database<GatewayTables>> {
    this.#database ??= this.#open().catch((error: unknown) => {
      this.#database = undefined;
      throw error;
    });
    return this.#database;
  }

  async #open(): Promise<Database<GatewayTables>> {
    const { place, onOpened } = this.#options;
    const database = await openGatewayDatabase(await place());
    this.#isFile = database.kind === 'sqlite';
    try {
      await onOpened?.(database);
      this.#opened.resolve();
      return database;
    } catch (error) {
      await database.dispose();
      throw error;
    }
  }

  /** Resolves once it can be used for the first time, however late that is. */
  get opened(): Promise<void> {
    return this.#opened.promise;
  }

  /** Whether no replica writes there: it is a file of this gateway. */
  get isOwn(): boolean {
    return this.#isFile;
  }

  /** How many processes of gateways use it now, this one among them. Rejects while it cannot be used. */
  async countGateways(): Promise<number> {
    const { query, kind } = await this.open();
    return kind === 'postgres' ? countPeers(query, OWNER) : 1;
  }

  /** Whether it can be used now. One that is not there yet is tried again by whoever needs it next. */
  async prepare(): Promise<boolean> {
    try {
      await this.open();
      return true;
    } catch (error) {
      this.#options.logger.warn({ error: String(error) }, 'the database is not there yet');
      return false;
    }
  }

  /** Call it when all who keep something have written what waits. */
  async dispose(): Promise<void> {
    const database = await this.#database?.catch(() => undefined);
    await database?.dispose();
  }
}
