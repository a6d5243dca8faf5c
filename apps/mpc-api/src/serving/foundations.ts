import { cannotStart, createHealth, type Health, type Logger } from '@showrunner/service';
import { openSharedState, type SharedState } from '@showrunner/store';
import { startOfWork } from '../drive/job-work.ts';
import { GatewayClient } from '../gateway/gateway-client.ts';
import { openBatches, type Batches } from '../batch/batches.ts';
import { openIdempotency, type Idempotency } from '../idempotency/idempotency.ts';
import { openJobs, type Jobs, type JobsOptions } from '../jobs/open-jobs.ts';
import { sweepRegularly } from '../jobs/retention.ts';
import { openLibrary, type Library } from '../library/library.ts';
import { keyRunLimits } from '../keys/key-run-limits.ts';
import { openKeys, type OpenKeys } from '../keys/open-keys.ts';
import { jobsThatReceiversNeed } from '../webhooks/tell-receivers.ts';
import type { Settings } from '../settings.ts';
import { openUsage, type Usage } from '../usage/usage.ts';

/**
 * Without Redis: room for some 2,000 answers to be given again. They stand with their jobs too. Twice as many take some
 * 30 MB more, because what is freed between them stays the process's (bench/mpc-api).
 */
const MEMORY_STATE_BYTES = 16 * 1024 * 1024;

/** What the server stands on, and how that is. */
export interface Foundations {
  readonly gateway: GatewayClient;
  readonly shared: SharedState;
  readonly jobs: Jobs;
  readonly access: OpenKeys;
  readonly usage: Usage;
  readonly library: Library;
  readonly batches: Batches;
  readonly idempotency: Idempotency;
  readonly health: Health;
  /** Writes what is still to be written and closes everything. */
  dispose(): Promise<void>;
}

/**
 * Opens the gateway's client, the shared state and the job store. Only the gateway is needed to answer.
 *
 * @param told who hears of the ends of jobs, and who needs jobs longer than they are retained
 */
export async function openFoundations(
  settings: Settings,
  dataFolder: string,
  logger: Logger,
  told: Pick<JobsOptions, 'ends' | 'needed'>,
): Promise<Foundations> {
  const gateway = new GatewayClient({
    baseUrl: settings.LITELLM_BASE_URL,
    apiKey: (settings.LITELLM_API_KEY ?? settings.LITELLM_MASTER_KEY)?.reveal(),
  });
  const shared = await openSharedState({
    redis: {
      url: settings.REDIS_URL?.reveal(),
      host: settings.REDIS_HOST,
      port: settings.REDIS_PORT,
      password: settings.REDIS_PASSWORD?.reveal(),
    },
    maxBytes: MEMORY_STATE_BYTES,
    onStatusChange: (status) => logger.warn({ status }, 'shared state'),
  }).catch(cannotStart);
  const jobs = await openJobs({
    databaseUrl: settings.DATABASE_URL,
    dataFolder,
    retentionDays: settings.JOB_RETENTION_DAYS,
    leaseMs: settings.MPC_LEASE_SECONDS && settings.MPC_LEASE_SECONDS * 1_000,
    logger,
    startOf: startOfWork,
    limits: keyRunLimits(shared),
    ...told,
  });

  const access = openKeys(jobs.database.part(), shared, (keyId) => jobs.store.cancelAllOf(keyId));
  const idempotency = openIdempotency(jobs.database.part());
  const stopSweeping = sweepRegularly({ name: 'idempotency keys', sweep: (at) => idempotency.sweep(at) }, 0, logger);
  const batches = openBatches(jobs.database, jobsThatReceiversNeed);
  const stopSweepingBatches = sweepRegularly(
    { name: 'batches', sweep: (endedBefore) => batches.sweep(endedBefore) },
    settings.JOB_RETENTION_DAYS,
    logger,
  );
  const usage = openUsage(jobs.database.part(), access.known, logger);

  const health = createHealth();
  health.register('gateway', (signal) => gateway.ping(signal));
  health.register('database', () => jobs.ping(), { required: false });
  health.register('shared_state', () => shared.ping(), { required: false });

  return {
    gateway,
    shared,
    jobs,
    access,
    usage,
    library: openLibrary(jobs.database.part()),
    health,
    batches,
    idempotency,
    async dispose() {
      stopSweeping();
      stopSweepingBatches();
      await usage.dispose();
      await jobs.dispose();
      await Promise.all([shared.dispose(), gateway.close()]);
    },
  };
}
