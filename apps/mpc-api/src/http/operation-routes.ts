import { isReady } from '@showrunner/service';
import type { Health, Metrics } from '@showrunner/service';
import type { FastifyInstance } from 'fastify';
import type { Admission } from '../admit/admit.ts';
import { admitting } from './admitting.ts';
import { version } from './version.ts';

export interface OperationParts {
  readonly health: Health;
  readonly metrics: Metrics;
  readonly admission: Admission;
}

/** `/health` for people and `/metrics` for Prometheus. */
export function registerOperationRoutes(app: FastifyInstance, { health, metrics, admission }: OperationParts): void {
  app.get('/health', async (request, reply) => {
    const report = await health.report();
    const isKnown = await admission.isKnown(request);
    return reply
      .code(isReady(report) ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(isKnown ? { ...report, version } : { status: report.status });
  });
  app.get('/metrics', { onRequest: admitting(admission, 'admin') }, async (_request, reply) =>
    reply.header('content-type', metrics.contentType).send(await metrics.render()),
  );
}
