import { createHealth, createLogger, createMetrics, type Secret } from '@showrunner/service';
import { openSharedState } from '@showrunner/store';
import { temporaryFolder } from '@showrunner/testkit';
import { createAdmission } from '../admit/admit.ts';
import { createGeneration } from '../answers/answer.ts';
import { createCarryOut } from '../answers/carry-out.ts';
import { startOfWork } from '../drive/job-work.ts';
import { createResultCache } from '../answers/result-cache.ts';
import { GatewayClient } from '../gateway/gateway-client.ts';
import { ModelCatalogue } from '../gateway/model-catalogue.ts';
import type { HttpParts } from '../http/build-server.ts';
import { openBatches } from '../batch/batches.ts';
import { openIdempotency } from '../idempotency/idempotency.ts';
import { openJobs } from '../jobs/open-jobs.ts';
import { startWorker } from '../jobs/worker/worker.ts';
import { keyRunLimits } from '../keys/key-run-limits.ts';
import { openKeys } from '../keys/open-keys.ts';
import { openLibrary } from '../library/library.ts';
import { performingOn } from '../serving/performing-on.ts';
import { openUsage } from '../usage/usage.ts';
import { jobsThatReceiversNeed } from '../webhooks/tell-receivers.ts';
import { openWebhooks, type WebhooksOptions } from '../webhooks/open-webhooks.ts';

export interface OpenHttpParts extends AsyncDisposable {
  readonly parts: HttpParts;
  /** Ends the patience of a server that is stopping. */
  stop(reason: Error): void;
}

export interface HttpPartsOptions {
  /** The administrator's; without one the server is open. */
  readonly key?: Secret;
  /** Private networks whose receivers of webhooks may be called. */
  readonly allowedNetworks?: WebhooksOptions['allowedNetworks'];
}

/** All that the HTTP side of a server stands on, in this process, before the gateway at `gatewayUrl`. */
export async function openHttpParts(
  gatewayUrl: string,
  { key, allowedNetworks = [] }: HttpPartsOptions = {},
): Promise<OpenHttpParts> {
  const gateway = new GatewayClient({ baseUrl: gatewayUrl });
  const logger = createLogger({ service: 'test', level: 'fatal', sink: { write: () => undefined } });
  const metrics = createMetrics();
  const folder = await temporaryFolder();
  const shared = await openSharedState();
  const jobs = await openJobs({
    databaseUrl: undefined,
    dataFolder: folder.path,
    retentionDays: 1,
    logger,
    startOf: startOfWork,
    limits: keyRunLimits(shared),
  });
  const { keys, known } = openKeys(jobs.database.part(), shared, (keyId) => jobs.store.cancelAllOf(keyId));
  const library = openLibrary(jobs.database.part());
  const usage = openUsage(jobs.database.part(), known, logger);
  const cache = createResultCache(shared);
  const performing = performingOn({ gateway, usage }, metrics);
  const carryOut = createCarryOut({ ...performing, queue: jobs.queue, cache });
  const worker = startWorker({ ...jobs, logger, slots: 0, carryOut });
  const stopping = new AbortController();
  return {
    parts: {
      logger,
      health: createHealth(),
      metrics,
      jobs: jobs.store,
      work: jobs,
      admission: createAdmission({ key, ...(key && { keys: known }) }),
      keys,
      usage,
      webhooks: openWebhooks({
        tables: jobs.database.part(),
        secret: undefined,
        allowedNetworks,
        course: { schedule: [0], chance: Math.random },
        retentionDays: 1,
        logger,
        metrics,
      }),
      library,
      corsOrigins: [],
      bodyLimit: 10_000,
      batchBodyLimit: 10_000,
      isProduction: true,
      retentionDays: 1,
      stopping: stopping.signal,
      draining: stopping.signal,
      worker,
      idempotency: openIdempotency(jobs.database.part()),
      batches: openBatches(jobs.database, jobsThatReceiversNeed),
      generation: createGeneration({
        ...performing,
        catalogue: new ModelCatalogue(gateway),
        preset: { strategy: 'auto' },
        cache,
        jobs: jobs.store,
        results: jobs.store,
        library,
      }),
    },
    stop: (reason) => stopping.abort(reason),
    async [Symbol.asyncDispose]() {
      await worker.stop(AbortSignal.abort());
      await usage.dispose();
      await Promise.all([jobs.dispose(), gateway.close()]);
      await folder[Symbol.asyncDispose]();
    },
  };
}
