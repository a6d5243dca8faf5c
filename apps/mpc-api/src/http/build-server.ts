import { openApiDocument } from '@showrunner/contract';
import { addHealthRoutes, createServer } from '@showrunner/service';
import type { Health, Logger, Metrics } from '@showrunner/service';
import type { FastifyInstance } from 'fastify';
import type { Admission } from '../admit/admit.ts';
import type { Generation } from '../answers/answer.ts';
import type { JobStore } from '../jobs/job-store.ts';
import { registerGenerateRoutes } from './generate-routes.ts';
import { registerJobRoutes } from './job-routes.ts';
import { hearOutRefusedBodies } from './hear-out.ts';
import { acceptJsonBodies } from './json-body.ts';
import { registerOperationRoutes } from './operation-routes.ts';
import { registerReferenceRoutes } from './reference-routes.ts';
import { version } from './version.ts';

export interface HttpParts {
  readonly logger: Logger;
  readonly health: Health;
  readonly metrics: Metrics;
  readonly generation: Generation;
  readonly jobs: JobStore;
  readonly admission: Admission;
  /** In bytes. */
  readonly bodyLimit: number;
  readonly isProduction: boolean;
  /** Aborts when the server can wait no longer for what is in flight. */
  readonly stopping: AbortSignal;
}

/** The server with every route that it has. */
export function buildServer(parts: HttpParts): FastifyInstance {
  const app = createServer({
    logger: parts.logger,
    bodyLimit: parts.bodyLimit,
    errors: { production: parts.isProduction },
    quietPaths: ['/health', '/health/live', '/health/ready', '/metrics'],
  });
  acceptJsonBodies(app);
  hearOutRefusedBodies(app);
  registerGenerateRoutes(app, parts);
  registerJobRoutes(app, parts);
  registerReferenceRoutes(app, () => openApiDocument({ version }));
  addHealthRoutes(app, parts.health, { live: '/health/live', ready: '/health/ready' });
  registerOperationRoutes(app, parts);
  return app;
}
