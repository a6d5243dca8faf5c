import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';

const health = { kind: 'json', name: 'Health', schema: z.looseObject({ status: z.string() }) } as const;
const probe = {
  method: 'get',
  tag: 'Health',
  scope: null,
  answer: health,
  errors: ['SERVICE_UNAVAILABLE'],
} as const;

/** How the server is, for people, probes and Prometheus. */
export const healthRoutes = {
  getHealth: {
    ...probe,
    path: '/health',
    summary: 'State of the service and what it depends on; details only with a key',
    sdk: 'health',
  },
  getLiveness: { ...probe, path: '/health/live', summary: 'Whether the process answers' },
  getReadiness: { ...probe, path: '/health/ready', summary: 'Whether requests can be taken' },
  getMetrics: {
    method: 'get',
    path: '/metrics',
    tag: 'Health',
    summary: 'Prometheus metrics',
    scope: 'admin',
    answer: { kind: 'text', mediaType: 'text/plain' },
    errors: [],
  },
} as const satisfies RouteTable;
