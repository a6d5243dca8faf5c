import type { RouteTable } from '@showrunner/routes';
import { usage, usageQuery } from '../usage.ts';

/** What was used. */
export const usageRoutes = {
  getUsage: {
    method: 'get',
    path: '/usage',
    tag: 'Usage',
    summary: 'Sum tokens, cost and generations of the workspace',
    description:
      'Sums tokens, cost and generations of the workspace. Days are those of UTC; a question counts when it was answered, and stays when its job or its key goes.',
    scope: 'usage:read',
    query: usageQuery,
    answer: { kind: 'envelope', name: 'Usage', data: usage },
    errors: ['VALIDATION_ERROR'],
    sdk: 'usage',
  },
} as const satisfies RouteTable;
