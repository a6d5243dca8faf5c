import { join } from 'node:path';
import { CannotStartError, type Logger, type Secret } from '@showrunner/service';
import { openDatabase } from '@showrunner/store';
import { holdDatabase, type HeldDatabase } from './held-database.ts';
import { createJobStore, type JobStore } from './job-store.ts';
import { migrations } from './migrations/migrations.ts';
import { PendingJobs } from './pending-jobs.ts';
import { sweepRegularly } from './retention.ts';
import type { JobsDatabase } from './schema.ts';

export interface JobsOptions {
  /** Postgres; without one, a SQLite file in the data folder. */
  readonly databaseUrl: Secret | undefined;
  readonly dataFolder: string;
  readonly retentionDays: number;
  readonly logger: Logger;
}

export interface Jobs {
  readonly store: JobStore;
  /** Where other parts of this server keep their tables. */
  readonly database: HeldDatabase<JobsDatabase>;
  /** Rejects, with the reason, when jobs cannot be kept. */
  ping(): Promise<void>;
  /** Writes what is pending and closes the database. */
  dispose(): Promise<void>;
}

/**
 * Opens the job store. A file that cannot be used stops the start, for waiting would not help; a Postgres that is not
 * there yet does not: answers go out meanwhile, and what they leave to be kept is written when it comes.
 */
export async function openJobs({ databaseUrl, dataFolder, retentionDays, logger }: JobsOptions): Promise<Jobs> {
  const file = join(dataFolder, 'mpc-api.sqlite');
  const open = () => openDatabase<JobsDatabase>({ url: databaseUrl?.reveal(), file, owner: 'mpc-api' }, migrations);
  const database = await holdDatabase(open, (error) => {
    const reason = error instanceof Error ? error.message : String(error);
    if (!databaseUrl) throw new CannotStartError(reason, { cause: error });
    logger.error({ reason }, 'the job store cannot be opened; answers go out and are kept when it can');
  });
  const pending = new PendingJobs(database, (error) => logger.error({ err: error }, 'jobs could not be written'));
  const store = createJobStore(database, pending);
  const stopSweeping = sweepRegularly(store, retentionDays, logger);
  return {
    store,
    database,
    async ping() {
      await database.ping();
      await pending.ping();
    },
    async dispose() {
      stopSweeping();
      await pending.dispose();
      await database.dispose();
    },
  };
}
