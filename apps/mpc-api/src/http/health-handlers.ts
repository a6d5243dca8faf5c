import type { Caller } from '@showrunner/access';
import type { healthRoutes } from '@showrunner/contract';
import { metricsBody, sendHealth, type Handlers, type Health, type Metrics } from '@showrunner/service';
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
    getMetrics({ request, reply }) {
      const { headers, stream } = metricsBody(metrics, request.headers['accept-encoding']);
      return reply.headers(headers).send(stream);
    },
  };
}
