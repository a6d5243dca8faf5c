import { ErrorTypes } from '@showrunner/errors';
import {
  createHealth,
  createLogger,
  createMetrics,
  drainOnSignal,
  listen,
  prepareDataFolder,
  startInternalServer,
} from '@showrunner/service';
import type { ProcessEnvironment } from '@showrunner/service';
import { openSharedState } from '@showrunner/store';
import { createAdmission } from './admit/admit.ts';
import { chooseAuthenticator } from './admit/choose-authenticator.ts';
import { mpcApiEnvironment } from './environment.ts';
import { createGeneration } from './generate/answer.ts';
import { createGatewayClient } from './generate/gateway-client.ts';
import { createGenerationMetrics } from './generate/generation-metrics.ts';
import { createModelCatalogue } from './generate/model-catalogue.ts';
import { createModelLimits } from './generate/model-limits.ts';
import { createResultCache } from './generate/result-cache.ts';
import { buildServer } from './http/build-server.ts';
import { openJobs } from './jobs/open-jobs.ts';
import { readAddress } from './read-address.ts';

/** Starts the content API: reads what it is told, opens what it stands on, listens, and drains when it is to stop. */
export async function serve(argv: readonly string[], environment: ProcessEnvironment): Promise<void> {
  const settings = mpcApiEnvironment.read(environment);
  const address = readAddress(argv, settings);
  const secrets = secretsIn(settings);
  const logger = createLogger({ service: 'mpc-api', level: settings.LOG_LEVEL, secrets });
  const authenticator = chooseAuthenticator(settings.MPC_API_KEY, address.host, logger);
  const dataFolder = prepareDataFolder(settings.DATA_DIR);

  const metrics = createMetrics();
  const health = createHealth();
  const stopping = new AbortController();

  const gateway = createGatewayClient({
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
    onStatusChange: (status) => logger.warn({ status }, 'shared state'),
  });
  const jobs = await openJobs({
    databaseUrl: settings.DATABASE_URL,
    dataFolder,
    retentionDays: settings.JOB_RETENTION_DAYS,
    logger,
  });
  health.register('gateway', (signal) => gateway.ping(signal));
  health.register('database', () => jobs.ping(), { required: false });
  health.register('shared_state', () => shared.ping(), { required: false });

  const generation = createGeneration({
    gateway,
    catalogue: createModelCatalogue(gateway),
    limits: createModelLimits(),
    preset: { preset: settings.MPC_DEFAULT_MODEL, strategy: settings.MPC_STRATEGY },
    cache: createResultCache(shared),
    jobs: jobs.store,
    results: jobs.store,
    metrics: createGenerationMetrics(metrics),
  });
  const app = buildServer({
    logger,
    health,
    metrics,
    generation,
    jobs: jobs.store,
    admission: createAdmission(authenticator),
    bodyLimit: settings.MPC_BODY_LIMIT,
    isProduction: settings.NODE_ENV === 'production',
    stopping: stopping.signal,
  });
  if (settings.INTERNAL_PORT !== undefined) {
    await startInternalServer({ health, metrics, host: settings.INTERNAL_HOST, port: settings.INTERNAL_PORT });
  }
  const { deadline } = drainOnSignal(app, {
    health,
    isSupervised: settings.SHOWRUNNER_SUPERVISED,
    onDrain: async () => {
      await jobs.dispose();
      await Promise.all([shared.dispose(), gateway.close()]);
    },
  });
  deadline.addEventListener('abort', () => stopping.abort(ErrorTypes.SERVICE_UNAVAILABLE('The server is stopping.')));
  await listen(app, { ...address, portSetBy: '--port or MPC_API_PORT' });
}

function secretsIn(settings: ReturnType<typeof mpcApiEnvironment.read>) {
  const { MPC_API_KEY, LITELLM_API_KEY, LITELLM_MASTER_KEY, DATABASE_URL, REDIS_URL, REDIS_PASSWORD } = settings;
  return [MPC_API_KEY, LITELLM_API_KEY, LITELLM_MASTER_KEY, DATABASE_URL, REDIS_URL, REDIS_PASSWORD].filter(
    (secret) => secret !== undefined,
  );
}
