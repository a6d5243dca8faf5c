import type { Caller } from '@showrunner/access';
import type { healthRoutes } from '@showrunner/contract';
import { sendHealth, type Handlers, type Health, type Metrics } from '@showrunner/service';
import type { Admission } from '../admit/admit.ts';
import { version } from './version.ts';

export interface HealthParts {
  readonly health: Health;
  readonly metrics: Metrics;
  readonly admission: Admission;
}

/** `/health` for people, the probes below it, and `/metrics` for Prometheus. */
export function healthHandlers({ health, metrics, admission }: HealthParts): Handlers<typeof healthRoutes, Caller> {
  return {
    async getHealth({ request, reply }) {
      const report = await health.report();
      const isKnown = await admission.isKnown(request);
      return sendHealth(reply, report, isKnown ? { ...report, version } : { status: report.status });
    },
    getLiveness: () => ({ status: 'ok' }),
    getReadiness: async ({ reply }) => sendHealth(reply, await health.report()),
    async getMetrics({ reply }) {
      reply.type(metrics.contentType);
      return metrics.render();
    },
  };
}
