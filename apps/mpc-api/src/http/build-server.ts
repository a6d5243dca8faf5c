import {
  batchRoutes,
  catalogueRoutes,
  estimateRoutes,
  exportRoutes,
  generateRoutes,
  healthRoutes,
  jobEventRoutes,
  jobRoutes,
  keyRoutes,
  mcpRoutes,
  brandVoiceRoutes,
  presetRoutes,
  openApiDocument,
  referenceRoutes,
  usageRoutes,
  webhookRoutes,
} from '@showrunner/contract';
import { readExamples } from '@showrunner/contract/examples';
import {
  allowOrigins,
  createServer,
  type Health,
  implement,
  type Logger,
  type Metrics,
  MOST_HEAD_BYTES,
} from '@showrunner/service';
import type { FastifyInstance } from 'fastify';
import type { Admission } from '../admit/admit.ts';
import type { Generation } from '../answers/answer.ts';
import type { Batches } from '../batch/batches.ts';
import type { Idempotency } from '../idempotency/idempotency.ts';
import type { JobStore } from '../jobs/job-store.ts';
import type { Worker } from '../jobs/worker/worker.ts';
import type { Keys } from '../keys/keys.ts';
import type { Library } from '../library/library.ts';
import type { Usage } from '../usage/usage.ts';
import type { Webhooks } from '../webhooks/open-webhooks.ts';
import { crossOriginOf } from './cross-origin.ts';
import type { AcceptParts } from './generate/accept-job.ts';
import { batchHandlers } from './batch/batch-handlers.ts';
import { catalogueHandlers } from './catalogue-handlers.ts';
import { estimateHandlers } from './generate/estimate-handlers.ts';
import { exportHandlers } from './exports/export-handlers.ts';
import { generateHandlers } from './generate/generate-handlers.ts';
import { healthHandlers } from './health-handlers.ts';
import { jobEventHandlers } from './events/job-event-handlers.ts';
import { jobHandlers } from './jobs/job-handlers.ts';
import { acceptJsonBodies } from './body/json-body.ts';
import { keyHandlers } from './key-handlers.ts';
import { brandVoiceHandlers, presetHandlers } from './library-handlers.ts';
import { createOnce } from './idempotency/once.ts';
import { mcpHandlers } from './mcp/mcp-handlers.ts';
import { referenceHandlers } from './reference-handlers.ts';
import { routePorts } from './route-ports.ts';
import { unknownPath } from './unknown-path.ts';
import { usageHandlers } from './usage-handlers.ts';
import { version } from './version.ts';
import { webhookHandlers } from './webhook-handlers.ts';

export interface HttpParts {
  readonly logger: Logger;
  readonly health: Health;
  readonly metrics: Metrics;
  readonly generation: Generation;
  readonly jobs: JobStore;
  /** What work for workers is accepted into. */
  readonly work: AcceptParts['work'];
  /** Carries out here what is a job and waited for. */
  readonly worker: Pick<Worker, 'carry'>;
  readonly idempotency: Idempotency;
  readonly batches: Batches;
  /** How long jobs are kept after they have ended. */
  readonly retentionDays: number;
  readonly admission: Admission;
  readonly library: Library;
  readonly keys: Keys;
  readonly usage: Usage;
  readonly webhooks: Webhooks;
  /** Whose pages may read what their browser is answered here; `*` is everybody's. */
  readonly corsOrigins: readonly string[];
  /** Where callers reach the server, if that is another address than the one they asked. */
  readonly publicUrl?: string | undefined;
  /** In bytes. */
  readonly bodyLimit: number;
  readonly batchBodyLimit: number;
  readonly isProduction: boolean;
  /** Aborts when the server can wait no longer for what is in flight. */
  readonly stopping: AbortSignal;
  /** Aborts when the server begins to stop. */
  readonly draining: AbortSignal;
}

/** The server with every route of the contract. */
export function buildServer(parts: HttpParts): FastifyInstance {
  const app = createServer({
    logger: parts.logger,
    bodyLimit: parts.bodyLimit,
    errors: { production: parts.isProduction, unknownPath },
    quietPaths: Object.values(healthRoutes).map(({ path }) => path),
    // What is no id of ours is 404, however long it is.
    longestPathMember: MOST_HEAD_BYTES,
  });
  app.addHook('onRequest', async (request) => parts.admission.refuseForeignPage(request));
  allowOrigins(app, crossOriginOf(parts.corsOrigins));
  acceptJsonBodies(app);
  serveRoutes(app, parts);
  return app;
}

/** The contract's tables, each with its handlers. */
export function serveRoutes(app: FastifyInstance, parts: HttpParts): void {
  const ports = routePorts(parts.admission);
  const once = createOnce(parts.idempotency);
  implement(app, generateRoutes, generateHandlers(generateRoutes, parts), ports);
  implement(app, estimateRoutes, estimateHandlers(estimateRoutes, parts), ports);
  implement(app, catalogueRoutes, catalogueHandlers(parts.generation), ports);
  implement(app, jobRoutes, jobHandlers({ ...parts, once }), ports);
  implement(app, batchRoutes, batchHandlers(parts, once), { ...ports, bodyLimit: parts.batchBodyLimit });
  implement(app, jobEventRoutes, jobEventHandlers(parts), ports);
  implement(app, exportRoutes, exportHandlers(parts.jobs), ports);
  implement(app, presetRoutes, presetHandlers(parts.library, once), ports);
  implement(app, brandVoiceRoutes, brandVoiceHandlers(parts.library, once), ports);
  implement(app, keyRoutes, keyHandlers(parts.keys, once), ports);
  implement(app, usageRoutes, usageHandlers(parts.usage), ports);
  implement(app, webhookRoutes, webhookHandlers(parts.webhooks, once), ports);
  implement(app, mcpRoutes, mcpHandlers(app, parts.corsOrigins), ports);
  implement(app, healthRoutes, healthHandlers(parts), ports);
  implement(
    app,
    referenceRoutes,
    referenceHandlers((form) => openApiDocument({ version, examples: readExamples(), ...form }), parts.publicUrl),
    ports,
  );
}
