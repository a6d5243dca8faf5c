import { join } from 'node:path';
import { CannotStartError, type Logger, type Secret } from '@showrunner/service';
import { openDatabase } from '@showrunner/store';
import { Bell } from './events/bell.ts';
import type { StartTeller } from './statements/claim.ts';
import { createListeningDelivery } from './delivery/listening-delivery.ts';
import { createPollingDelivery } from './delivery/polling-delivery.ts';
import { holdDatabase, type HeldDatabase } from './held-database.ts';
import { tellAll, type JobEnds } from './job-ends.ts';
import { createJobQueue, type JobQueue } from './job-queue.ts';
import { createJobStore, type JobStore } from './job-store.ts';
import { migrations } from './migrations/migrations.ts';
import { PendingJobs } from './pending-jobs.ts';
import { sweepRegularly } from './retention.ts';
import type { RunLimits } from './run-limits.ts';
import type { JobsDatabase } from './schema.ts';
import { watchEvents } from './events/watch-events.ts';
import type { NeededJobs } from './statements/sweep.ts';
import type { Delivery } from './delivery/delivery.ts';

export interface JobsOptions {
  /** Postgres; without one, a SQLite file in the data folder. */
  readonly databaseUrl: Secret | undefined;
  readonly dataFolder: string;
  readonly retentionDays: number;
  /** How long a job stays with a worker that is not heard of; by the database where absent. */
  readonly leaseMs?: number | undefined;
  readonly logger: Logger;
  /** The data of a job's `start` event, as JSON. */
  readonly startOf: StartTeller;
  /** What running jobs count against. */
  readonly limits: RunLimits;
  /** Who hears of the ends of jobs, in the transactions that make them: webhooks, batches. */
  readonly ends?: readonly JobEnds[];
  /** Who needs jobs longer than they are retained. */
  readonly needed?: readonly NeededJobs[];
}

export interface Jobs {
  /** For the tables of others beside the jobs, and their transactions. */
  readonly database: HeldDatabase<JobsDatabase>;
  readonly store: JobStore;
  readonly queue: JobQueue;
  readonly delivery: Delivery;
  /** Rings when events may have become visible. */
  readonly bell: Bell;
  /** Rejects, with the reason, when jobs cannot be kept. */
  ping(): Promise<void>;
  /** Writes what is pending and closes the database. */
  dispose(): Promise<void>;
}

/** A job whose worker was killed runs again within these times (content-api.md, "Jobs and webhooks"). */
const SQLITE_LEASE_MS = 25_000;
const POSTGRES_LEASE_MS = 80_000;
/** A worker that is stopping beats four times in this; who kills it then leaves nobody waiting. */
const LEAVING_LEASE_MS = 1_500;

/**
 * Opens the job store. A file that cannot be used stops the start, for waiting would not help; a Postgres that is not
 * there yet does not: answers go out meanwhile, and what they leave to be kept is written when it comes.
 */
export async function openJobs(options: JobsOptions): Promise<Jobs> {
  const { databaseUrl, retentionDays, logger } = options;
  const database = await openHeld(options);
  const pending = new PendingJobs(database, (error) => logger.error({ err: error }, 'jobs could not be written'));
  const delivery = databaseUrl ? createListeningDelivery(databaseUrl.reveal()) : createPollingDelivery();
  const bell = new Bell();
  const shared = { database, delivery, ends: tellAll(options.ends ?? []), onEvents: bell.ring };
  const store = createJobStore({ ...shared, pending, needed: options.needed ?? [] });
  const queue = createJobQueue({
    ...shared,
    startOf: options.startOf,
    limits: options.limits,
    leases: {
      workingMs: options.leaseMs ?? (databaseUrl ? POSTGRES_LEASE_MS : SQLITE_LEASE_MS),
      leavingMs: LEAVING_LEASE_MS,
    },
  });
  const stopWatching = watchEvents(database, bell);
  const stopSweeping = sweepRegularly(
    { name: 'jobs', sweep: (endedBefore) => store.sweep(endedBefore) },
    retentionDays,
    logger,
  );
  return {
    database,
    store,
    queue,
    delivery,
    bell,
    async ping() {
      await database.ping();
      await pending.ping();
      await delivery.ping();
    },
    async dispose() {
      stopSweeping();
      stopWatching();
      await pending.dispose();
      await delivery.dispose();
      await database.dispose();
    },
  };
}

function openHeld({ databaseUrl, dataFolder, logger }: JobsOptions): Promise<HeldDatabase<JobsDatabase>> {
  const file = join(dataFolder, 'mpc-api.sqlite');
  const open = () => openDatabase<JobsDatabase>({ url: databaseUrl?.reveal(), file, owner: 'mpc-api' }, migrations);
  return holdDatabase(open, (error) => {
    const reason = error instanceof Error ? error.message : String(error);
    if (!databaseUrl) throw new CannotStartError(reason, { cause: error });
    logger.error({ reason }, 'the job store cannot be opened; answers go out and are kept when it can');
  });
}
