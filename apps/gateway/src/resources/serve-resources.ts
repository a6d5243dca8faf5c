import { implement } from '@showrunner/service';
import type { RouteTable } from '@showrunner/routes';
import type { FastifyInstance } from 'fastify';
import { routePorts } from '../manage/route-ports.ts';
import type { Gateway } from '../serving/gateway.ts';
import { VendorDesk } from './at-vendors/vendor-desk.ts';
import { BatchBilling } from './batches/batch-billing.ts';
import { batchHandlers } from './batches/handlers.ts';
import { batchRoutes } from './batches/routes.ts';
import { FileUploads, type ReadUpload } from './files/file-uploads.ts';
import { fileHandlers } from './files/handlers.ts';
import { fileRoutes } from './files/routes.ts';
import { responseHandlers } from './responses/handlers.ts';
import { responseRoutes } from './responses/routes.ts';

/** All that is kept under an id. */
export const resourceRoutes: RouteTable = { ...responseRoutes, ...fileRoutes, ...batchRoutes };

/**
 * Serves them. To add a resource, write its routes and handlers in a folder beside this file and list both here.
 *
 * @param uploads reads the forms of files
 */
export function serveResources(app: FastifyInstance, gateway: Gateway, uploads: ReadUpload): void {
  const ports = routePorts(gateway);
  const desk = new VendorDesk(gateway);
  const billing = new BatchBilling(gateway);
  app.addHook('onClose', () => billing.dispose());
  billing.look();
  implement(app, responseRoutes, responseHandlers(gateway), ports);
  implement(app, batchRoutes, batchHandlers(gateway, desk, billing), ports);
  // Forms are read by the handler alone: nobody else's routes take them.
  void app.register(async (scope) => {
    scope.addContentTypeParser(/^multipart\/form-data/, (_request, _form, done) => done(null));
    const files = new FileUploads(gateway, desk, uploads);
    implement(scope, fileRoutes, fileHandlers(desk, files, gateway.kept), ports);
  });
}
