import { ApiError, ErrorTypes } from '@showrunner/errors';
import type { Database, DatabaseKind } from '@showrunner/store';
import type { Kysely, Transaction } from 'kysely';
import { ClaimLostError } from './owned.ts';

/** Writes something of another part in a transaction, with which it stands or falls. */
export type Beside = <Schema>(transaction: Transaction<Schema>) => Promise<void>;

/** The same for what comes of that transaction. */
export type BesideOf<Made> = (made: Made) => Beside;

/** A database that may not be there yet, or not now. What does not need it goes on without. */
export interface HeldDatabase<Schema> {
  /** Runs a query; throws SERVICE_UNAVAILABLE where the database cannot be asked. */
  read<Result>(action: (query: Kysely<Schema>) => Promise<Result>): Promise<Result>;
  /** The same for the tables of another part of this server. */
  part<Other>(): HeldDatabase<Other>;
  /**
   * Runs a transaction; throws SERVICE_UNAVAILABLE where the database cannot be asked, and what the action throws of
   * itself.
   */
  write<Result>(action: (transaction: Transaction<Schema>, kind: DatabaseKind) => Promise<Result>): Promise<Result>;
  /** Rejects, with the reason, when the database does not answer. */
  ping(): Promise<void>;
  dispose(): Promise<void>;
}

const RETRY_EVERY_MS = 2_000;

/** Holds a database that `open` gives, now or later: it is tried again until it comes. */
export async function holdDatabase<Schema>(
  open: () => Promise<Database<Schema>>,
  onFailure: (error: unknown) => void,
): Promise<HeldDatabase<Schema>> {
  let database: Database<Schema> | undefined;
  let failure: unknown;
  let retry: NodeJS.Timeout | undefined;
  let isDisposed = false;

  async function attempt(): Promise<void> {
    try {
      const opened = await open();
      if (isDisposed) return await opened.dispose();
      database = opened;
    } catch (error) {
      if (failure === undefined) onFailure(error);
      failure = error;
      if (!isDisposed) retry = setTimeout(() => void attempt(), RETRY_EVERY_MS);
    }
  }

  await attempt();
  const held: HeldDatabase<Schema> = {
    part: <Other>() => held as unknown as HeldDatabase<Other>,
    async read(action) {
      if (!database) throw unavailable(failure);
      try {
        return await action(database.query);
      } catch (error) {
        throw unavailable(error);
      }
    },
    async write(action) {
      if (!database) throw unavailable(failure);
      const { kind } = database;
      try {
        return await database.transaction((transaction) => action(transaction, kind));
      } catch (error) {
        // What an action means to say is said; what the database says of itself is that it is not there.
        throw isMeant(error) ? error : unavailable(error);
      }
    },
    async ping() {
      if (!database) throw failure;
      await database.ping();
    },
    async dispose() {
      isDisposed = true;
      clearTimeout(retry);
      await database?.dispose();
    },
  };
  return held;
}

function isMeant(error: unknown): boolean {
  return ApiError.isInstance(error) || error instanceof ClaimLostError;
}

function unavailable(cause: unknown): Error {
  return ErrorTypes.SERVICE_UNAVAILABLE(
    'The database cannot be reached at the moment.',
    { dependency: 'database', retryable: true },
    { cause },
  );
}
