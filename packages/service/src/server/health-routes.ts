import type { FastifyInstance } from 'fastify';
import { isReady } from '../health/create-health.ts';
import type { Health } from '../health/create-health.ts';

export interface HealthPaths {
  /** Whether the process runs: touches nothing outside of it. */
  readonly live: string;
  /** Whether requests should be sent here. */
  readonly ready: string;
}

/** The two probes: 200, or 503 with what is not well. */
export function addHealthRoutes(app: FastifyInstance, health: Health, { live, ready }: HealthPaths): void {
  app.get(live, async () => ({ status: 'ok' }));
  app.get(ready, async (_request, reply) => {
    const report = await health.report();
    return reply
      .code(isReady(report) ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(report);
  });
}
