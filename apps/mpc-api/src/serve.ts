import { foreignPagesAt } from '@showrunner/access';
import { ErrorTypes } from '@showrunner/errors';
import {
  createLogger,
  createMetrics,
  drainOnSignal,
  listen,
  prepareDataFolder,
  startInternalServer,
  type ProcessEnvironment,
} from '@showrunner/service';
import { createAdmission } from './admit/admit.ts';
import { checkOpenness } from './admit/check-openness.ts';
import { mpcApiEnvironment } from './environment.ts';
import { openFoundations, type Foundations } from './foundations.ts';
import { createGeneration, type Generation } from './answers/answer.ts';
import { createCarryOut } from './answers/carry-out.ts';
import { ModelCatalogue } from './gateway/model-catalogue.ts';
import type { PerformParts } from './answers/perform.ts';
import { createResultCache } from './answers/result-cache.ts';
import { buildServer } from './http/build-server.ts';
import { startWorker } from './jobs/worker/worker.ts';
import { PublicUrl } from './public-url.ts';
import { performingOn } from './performing-on.ts';
import { readAddress } from './read-address.ts';
import { secretsOf, type Settings } from './settings.ts';
import { STANDARD_SCHEDULE } from './webhook-variables.ts';
import { openWebhooks, type Webhooks, type WebhooksOptions } from './webhooks/open-webhooks.ts';
import { jobsThatReceiversNeed, ReceiverTeller } from './webhooks/tell-receivers.ts';

/** Starts the content API: reads what it is told, opens what it stands on, listens, and drains when it is to stop. */
export async function serve(argv: readonly string[], environment: ProcessEnvironment): Promise<void> {
  const settings = mpcApiEnvironment.read(environment);
  const address = readAddress(argv, settings);
  const logger = createLogger({ service: 'mpc-api', level: settings.LOG_LEVEL, secrets: secretsOf(settings) });
  checkOpenness(settings.MPC_API_KEY, address.host, logger);
  const publicUrl = new PublicUrl(settings.MPC_PUBLIC_URL, address);
  const course = { schedule: settings.WEBHOOK_RETRY_SCHEDULE ?? STANDARD_SCHEDULE, chance: Math.random };
  const teller = new ReceiverTeller(course, () => publicUrl.root);
  const foundations = await openFoundations(settings, prepareDataFolder(settings.DATA_DIR), logger, {
    ends: [teller],
    needed: [jobsThatReceiversNeed],
  });
  const { health, jobs, access, usage } = foundations;
  const metrics = createMetrics();
  const webhooks = webhooksOn(foundations, settings, { course, logger, metrics });
  const performing = performingOn(foundations, metrics);
  const stopping = new AbortController();
  const draining = new AbortController();

  const app = buildServer({
    logger,
    health,
    metrics,
    generation: generationOn(foundations, settings, performing),
    jobs: jobs.store,
    work: jobs,
    library: foundations.library,
    keys: access.keys,
    usage,
    admission: createAdmission({
      key: settings.MPC_API_KEY,
      keys: access.known,
      allowedHosts: settings.ALLOWED_HOSTS,
    }),
    retentionDays: settings.JOB_RETENTION_DAYS,
    webhooks,
    corsOrigins: settings.CORS_ORIGINS ?? [],
    bodyLimit: settings.MPC_BODY_LIMIT,
    isProduction: settings.NODE_ENV === 'production',
    stopping: stopping.signal,
    draining: draining.signal,
  });
  if (settings.INTERNAL_PORT !== undefined) {
    await startInternalServer({
      health,
      metrics,
      host: settings.INTERNAL_HOST,
      port: settings.INTERNAL_PORT,
      isForeign: foreignPagesAt(settings.INTERNAL_HOST, settings.ALLOWED_HOSTS),
    });
  }
  const worker = startWorker({
    ...jobs,
    logger,
    slots: settings.MPC_WORKERS,
    carryOut: createCarryOut({ ...performing, queue: jobs.queue }),
  });
  const drain = drainOnSignal(app, {
    health,
    deadlineMs: settings.MPC_DRAIN_SECONDS * 1_000,
    onStop(deadline) {
      draining.abort();
      return worker.stop(deadline);
    },
    isSupervised: settings.SHOWRUNNER_SUPERVISED,
    async onDrain() {
      await webhooks.dispose();
      await foundations.dispose();
    },
  });
  drain.deadline.addEventListener('abort', () =>
    stopping.abort(ErrorTypes.SERVICE_UNAVAILABLE('The server is stopping.')),
  );
  jobs.bell.listen(() => {
    if (teller.takeTold()) webhooks.dispatcher.look();
  });
  webhooks.dispatcher.start();
  publicUrl.listensAt(await listen(app, { ...address, portSetBy: '--port or MPC_API_PORT' }));
}

function webhooksOn(
  { jobs }: Foundations,
  settings: Settings,
  parts: Pick<WebhooksOptions, 'course' | 'logger' | 'metrics'>,
): Webhooks {
  return openWebhooks({
    ...parts,
    tables: jobs.database.part(),
    secret: settings.WEBHOOK_SECRET,
    allowedNetworks: settings.WEBHOOK_ALLOWED_NETWORKS ?? [],
    retentionDays: settings.JOB_RETENTION_DAYS,
  });
}

function generationOn(foundations: Foundations, settings: Settings, parts: PerformParts): Generation {
  const { gateway, shared, jobs, library } = foundations;
  return createGeneration({
    ...parts,
    library,
    catalogue: new ModelCatalogue(gateway),
    preset: { preset: settings.MPC_DEFAULT_MODEL, strategy: settings.MPC_STRATEGY },
    cache: createResultCache(shared),
    jobs: jobs.store,
    results: jobs.store,
  });
}
