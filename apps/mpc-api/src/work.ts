import { healthRoutes } from '@showrunner/contract';
import {
  createLogger,
  createServer,
  drainOnSignal,
  implement,
  listen,
  type ProcessEnvironment,
} from '@showrunner/service';
import { createAdmission } from './admit/admit.ts';
import { mpcApiEnvironment } from './environment.ts';
import { healthHandlers } from './http/health-handlers.ts';
import { routePorts } from './http/route-ports.ts';
import { PublicUrl } from './serving/public-url.ts';
import { secretsOf } from './settings.ts';
import { openWorkshop } from './serving/workshop.ts';

/** Where health and metrics are answered when `INTERNAL_PORT` does not say. */
const PORT = 3003;

/**
 * A worker as a process of its own: it takes jobs from the database that an API accepted them into, tells receivers of
 * their ends, and answers on the internal port for probes and Prometheus alone. As many as one likes may run beside each other.
 */
export async function work(environment: ProcessEnvironment): Promise<void> {
  const settings = mpcApiEnvironment.read(environment);
  const logger = createLogger({ service: 'worker', level: settings.LOG_LEVEL, secrets: secretsOf(settings) });
  // Links lead to the API, which is the one that answers.
  const publicUrl = new PublicUrl(settings.MPC_PUBLIC_URL, { host: settings.HOST, port: settings.PORT });
  const workshop = await openWorkshop(settings, { logger, publicUrl });
  const { metrics } = workshop;
  const { health, access } = workshop.foundations;
  const app = createServer({
    logger,
    bodyLimit: settings.MPC_BODY_LIMIT,
    errors: { production: true },
    quietPaths: Object.values(healthRoutes).map(({ path }) => path),
  });
  const admission = createAdmission({
    key: settings.MPC_API_KEY,
    keys: access.known,
    allowedHosts: settings.ALLOWED_HOSTS,
  });
  implement(app, healthRoutes, healthHandlers({ health, metrics, admission }), routePorts(admission));
  // The same `.env` says by 0 that the API leaves the jobs to workers.
  const worker = workshop.start(settings.MPC_WORKERS || mpcApiEnvironment.variables.MPC_WORKERS.default);
  drainOnSignal(app, {
    health,
    deadlineMs: settings.MPC_DRAIN_SECONDS * 1_000,
    onStop: (deadline) => worker.stop(deadline),
    isSupervised: settings.SHOWRUNNER_SUPERVISED,
    onDrain: () => workshop.dispose(),
  });
  await listen(app, {
    host: settings.INTERNAL_HOST,
    port: settings.INTERNAL_PORT ?? PORT,
    portSetBy: 'INTERNAL_PORT',
  });
}
