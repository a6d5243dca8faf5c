import { createMetrics, prepareDataFolder, type Logger, type Metrics } from '@showrunner/service';
import { createCarryOut } from '../answers/carry-out.ts';
import type { PerformParts } from '../answers/perform.ts';
import { createResultCache, type ResultCache } from '../answers/result-cache.ts';
import { BatchEnds } from '../batch/batch-ends.ts';
import { openFoundations, type Foundations } from './foundations.ts';
import { jobsUnderKeys } from '../idempotency/idempotency.ts';
import { startWorker, type Worker } from '../jobs/worker/worker.ts';
import { performingOn } from './performing-on.ts';
import type { PublicUrl } from './public-url.ts';
import type { Settings } from '../settings.ts';
import { STANDARD_SCHEDULE } from '../environment/webhook-variables.ts';
import { openWebhooks, type Webhooks } from '../webhooks/open-webhooks.ts';
import { jobsThatReceiversNeed, ReceiverTeller } from '../webhooks/tell-receivers.ts';

/** Where accepted work is carried out and its ends are told, beside a server or alone; any number on one database. */
export interface Workshop {
  readonly foundations: Foundations;
  readonly metrics: Metrics;
  readonly webhooks: Webhooks;
  /** Answers that are given again, to whoever waits and to jobs alike. */
  readonly cache: ResultCache;
  readonly performing: PerformParts;
  /** Takes so many jobs at once, and sends webhooks that are due, from now on. */
  start(slots: number): Worker;
  /** Ends the webhooks that are under way, and closes everything. */
  dispose(): Promise<void>;
}

/** @param publicUrl where receivers find what is too large for a webhook */
export async function openWorkshop(
  settings: Settings,
  { logger, publicUrl }: { readonly logger: Logger; readonly publicUrl: PublicUrl },
): Promise<Workshop> {
  const course = { schedule: settings.WEBHOOK_RETRY_SCHEDULE ?? STANDARD_SCHEDULE, chance: Math.random };
  const teller = new ReceiverTeller(course, () => publicUrl.root);
  const foundations = await openFoundations(settings, prepareDataFolder(settings.DATA_DIR), logger, {
    ends: [teller, new BatchEnds((transaction, end) => teller.tellBatch(transaction, end))],
    needed: [jobsThatReceiversNeed, jobsUnderKeys],
  });
  const { jobs, shared } = foundations;
  const metrics = createMetrics();
  const cache = createResultCache(shared);
  const performing = performingOn(foundations, metrics);
  const webhooks = openWebhooks({
    course,
    logger,
    metrics,
    tables: jobs.database.part(),
    secret: settings.WEBHOOK_SECRET,
    allowedNetworks: settings.WEBHOOK_ALLOWED_NETWORKS ?? [],
    retentionDays: settings.JOB_RETENTION_DAYS,
  });
  return {
    foundations,
    metrics,
    webhooks,
    cache,
    performing,
    start(slots) {
      jobs.bell.listen(() => {
        if (teller.takeTold()) webhooks.dispatcher.look();
      });
      webhooks.dispatcher.start();
      const carryOut = createCarryOut({ ...performing, queue: jobs.queue, cache });
      return startWorker({ ...jobs, logger, slots, carryOut });
    },
    async dispose() {
      await webhooks.dispose();
      await foundations.dispose();
    },
  };
}
