import { healthRoutes } from '@showrunner/contract';
import {
  createLogger,
  createMetrics,
  createServer,
  drainOnSignal,
  implement,
  listen,
  prepareDataFolder,
  type ProcessEnvironment,
} from '@showrunner/service';
import { createAdmission } from './admit/admit.ts';
import { createCarryOut } from './answers/carry-out.ts';
import { mpcApiEnvironment } from './environment.ts';
import { openFoundations } from './foundations.ts';
import { healthHandlers } from './http/health-handlers.ts';
import { routePorts } from './http/route-ports.ts';
import { startWorker } from './jobs/worker/worker.ts';
import { performingOn } from './performing-on.ts';
import { PublicUrl } from './public-url.ts';
import { secretsOf } from './settings.ts';
import { STANDARD_SCHEDULE } from './webhook-variables.ts';
import { jobsThatReceiversNeed, ReceiverTeller } from './webhooks/tell-receivers.ts';

/** Where health and metrics are answered when `INTERNAL_PORT` does not say. */
const PORT = 3003;

/**
 * A worker as a process of its own: it takes jobs from the database that an API accepted them into, and answers on the
 * internal port for probes and Prometheus alone. As many as one likes may run beside each other.
 */
export async function work(environment: ProcessEnvironment): Promise<void> {
  const settings = mpcApiEnvironment.read(environment);
  const logger = createLogger({ service: 'worker', level: settings.LOG_LEVEL, secrets: secretsOf(settings) });
  // An end that happens here is written for the API's receivers; the API, at its own address, sends it.
  const publicUrl = new PublicUrl(settings.MPC_PUBLIC_URL, { host: settings.HOST, port: settings.PORT });
  const course = { schedule: settings.WEBHOOK_RETRY_SCHEDULE ?? STANDARD_SCHEDULE, chance: Math.random };
  const foundations = await openFoundations(settings, prepareDataFolder(settings.DATA_DIR), logger, {
    ends: [new ReceiverTeller(course, () => publicUrl.root)],
    needed: [jobsThatReceiversNeed],
  });
  const { health, jobs, access } = foundations;
  const metrics = createMetrics();
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
  const worker = startWorker({
    ...jobs,
    logger,
    slots: settings.MPC_WORKERS,
    carryOut: createCarryOut({ ...performingOn(foundations, metrics), queue: jobs.queue }),
  });
  drainOnSignal(app, {
    health,
    deadlineMs: settings.MPC_DRAIN_SECONDS * 1_000,
    onStop: (deadline) => worker.stop(deadline),
    isSupervised: settings.SHOWRUNNER_SUPERVISED,
    onDrain: () => foundations.dispose(),
  });
  await listen(app, {
    host: settings.INTERNAL_HOST,
    port: settings.INTERNAL_PORT ?? PORT,
    portSetBy: 'INTERNAL_PORT',
  });
}
