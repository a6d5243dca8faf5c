import { foreignPagesAt } from '@showrunner/access';
import { ErrorTypes } from '@showrunner/errors';
import { createLogger, drainOnSignal, listen, startInternalServer, type ProcessEnvironment } from '@showrunner/service';
import { createAdmission } from './admit/admit.ts';
import { checkOpenness } from './admit/check-openness.ts';
import { mpcApiEnvironment } from './environment.ts';
import { createGeneration, type Generation } from './answers/answer.ts';
import { ModelCatalogue } from './gateway/model-catalogue.ts';
import { buildServer } from './http/build-server.ts';
import { PublicUrl } from './serving/public-url.ts';
import { readAddress } from './serving/read-address.ts';
import { secretsOf, type Settings } from './settings.ts';
import { openWorkshop, type Workshop } from './serving/workshop.ts';

/** Starts the content API: reads what it is told, opens what it stands on, listens, and drains when it is to stop. */
export async function serve(argv: readonly string[], environment: ProcessEnvironment): Promise<void> {
  const settings = mpcApiEnvironment.read(environment);
  const address = readAddress(argv, settings);
  const logger = createLogger({ service: 'mpc-api', level: settings.LOG_LEVEL, secrets: secretsOf(settings) });
  checkOpenness(settings.MPC_API_KEY, address.host, logger);
  const publicUrl = new PublicUrl(settings.MPC_PUBLIC_URL, address);
  const workshop = await openWorkshop(settings, { logger, publicUrl });
  const { foundations, metrics, webhooks } = workshop;
  const { health, jobs, access, usage } = foundations;
  const worker = workshop.start(settings.MPC_WORKERS);
  const stopping = new AbortController();
  const draining = new AbortController();

  const app = buildServer({
    logger,
    health,
    metrics,
    generation: generationOn(workshop, settings),
    jobs: jobs.store,
    work: jobs,
    worker,
    idempotency: foundations.idempotency,
    batches: foundations.batches,
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
    publicUrl: settings.MPC_PUBLIC_URL,
    bodyLimit: settings.MPC_BODY_LIMIT,
    batchBodyLimit: settings.MPC_BATCH_BODY_LIMIT,
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
  const drain = drainOnSignal(app, {
    health,
    deadlineMs: settings.MPC_DRAIN_SECONDS * 1_000,
    onStop(deadline) {
      draining.abort();
      return worker.stop(deadline);
    },
    isSupervised: settings.SHOWRUNNER_SUPERVISED,
    onDrain: () => workshop.dispose(),
  });
  drain.deadline.addEventListener('abort', () =>
    stopping.abort(ErrorTypes.SERVICE_UNAVAILABLE('The server is stopping.')),
  );
  publicUrl.listensAt(await listen(app, { ...address, portSetBy: '--port or MPC_API_PORT' }));
}

function generationOn({ foundations, performing, cache }: Workshop, settings: Settings): Generation {
  const { gateway, jobs, library } = foundations;
  return createGeneration({
    ...performing,
    library,
    cache,
    catalogue: new ModelCatalogue(gateway),
    preset: { preset: settings.MPC_DEFAULT_MODEL, strategy: settings.MPC_STRATEGY },
    jobs: jobs.store,
    results: jobs.store,
  });
}
