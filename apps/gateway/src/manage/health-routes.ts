import type { IncomingMessage } from 'node:http';
import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import { metricsBody, type Handlers, type Health, type Metrics } from '@showrunner/service';
import { z } from 'zod';
import type { Gateway } from '../serving/gateway.ts';
import { queryFlag, queryText } from './query-members.ts';
import { healthDetails, healthOfParts, healthStatus, readiness, type ChosenModels } from './health.ts';

const open = { method: 'get', tag: 'Health', scope: null, errors: [] } as const;
const shape = { kind: 'json', name: 'Health', schema: z.looseObject({ status: z.string() }) } as const;

/** How the gateway is, in LiteLLM's shapes, and its metrics. */
export const healthRoutes = {
  getLiveness: {
    ...open,
    path: '/health/liveliness',
    aliases: ['/health/liveness'],
    summary: 'Whether the process answers',
    answer: { kind: 'text', mediaType: 'application/json' },
  },
  getReadiness: { ...open, path: '/health/readiness', summary: 'Whether requests can be taken', answer: shape },
  getHealth: {
    ...open,
    path: '/health',
    summary: 'How all parts are; details only with a key. `probe=true` asks each model first, which administrators may',
    query: z.object({ model: queryText, model_id: queryText, probe: queryFlag }),
    answer: shape,
  },
  getMetrics: {
    ...open,
    path: '/metrics',
    // Where LiteLLM's redirects to.
    aliases: ['/metrics/'],
    summary: 'Prometheus metrics',
    scope: 'metrics:read',
    answer: { kind: 'text', mediaType: 'text/plain' },
  },
} as const satisfies RouteTable;

/** Asks models, for who may let them be asked. */
export type ProbeModels = (request: IncomingMessage, chosen: ChosenModels) => Promise<void>;

export function healthHandlers(
  gateway: Gateway,
  health: Health,
  metrics: Metrics,
  probe: ProbeModels,
): Handlers<typeof healthRoutes, Caller> {
  return {
    getLiveness: () => '"I\'m alive!"',
    getReadiness({ reply }) {
      const report = readiness(gateway);
      return health.isDraining ? reply.code(503).send({ ...report, status: 'draining' }) : report;
    },
    async getHealth({ request, query }) {
      if (query.probe === true) await probe(request.raw, query);
      const isKnown = await gateway.current.callers.permits(request.raw, 'health:read');
      return {
        ...healthStatus(gateway),
        ...(isKnown && { ...healthOfParts(gateway), ...healthDetails(gateway.current, query) }),
      };
    },
    getMetrics({ request, reply }) {
      const { headers, stream } = metricsBody(metrics, request.headers['accept-encoding']);
      return reply.headers(headers).send(stream);
    },
  };
}
