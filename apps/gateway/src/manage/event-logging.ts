import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';

/** Where Anthropic's programs for coding report what they did; LiteLLM takes it as well, so that they see no error. */
export const eventLoggingRoutes = {
  logEvents: {
    method: 'post',
    tag: 'Events',
    scope: null,
    path: '/api/event_logging/batch',
    summary: 'Take reports of coding programs, and keep none of them',
    answer: { kind: 'json', name: 'EventsLogged', schema: z.object({ status: z.literal('ok') }) },
    errors: [],
  },
} as const satisfies RouteTable;

export const eventLoggingHandlers: Handlers<typeof eventLoggingRoutes, Caller> = {
  logEvents: () => ({ status: 'ok' }),
};
