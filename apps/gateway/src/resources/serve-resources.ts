import { implement } from '@showrunner/service';
import type { RouteTable } from '@showrunner/routes';
import type { FastifyInstance } from 'fastify';
import { routePorts } from '../manage/route-ports.ts';
import type { Gateway } from '../serving/gateway.ts';
import { responseHandlers } from './responses/handlers.ts';
import { responseRoutes } from './responses/routes.ts';

/** All that is kept under an id. */
export const resourceRoutes: RouteTable = { ...responseRoutes };

/** Serves them. To add a resource, write its routes and handlers in a folder beside this file and list both here. */
export function serveResources(app: FastifyInstance, gateway: Gateway): void {
  const ports = routePorts(gateway);
  implement(app, responseRoutes, responseHandlers(gateway), ports);
}
