import { ADMIN } from '@showrunner/access';
import type { ApiError } from '@showrunner/errors';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Health, type Metrics } from '@showrunner/service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Gateway } from '../serving/gateway.ts';
import { endpoints } from './endpoints.ts';
import { FastPath } from './fast-path/fast-path.ts';
import { healthDetails, healthOfParts, healthStatus, readiness } from './health.ts';
import { findModel, listModels, modelInfo } from '../manage/models.ts';
import { parseJsonBodies } from './parse-body.ts';
import { KnownRequests } from './known-requests.ts';
import { NodeReply } from './node-reply.ts';
import { BODY_LIMIT, readBody } from './read-body.ts';
import { isForeseen, renderError } from './render-error.ts';
import type { Reply } from './reply.ts';
import { serveExchange, type Arrival, type ServedEndpoint } from './serve-exchange.ts';
import { serveSpendLogs } from '../manage/spend-logs.ts';

const LIVENESS_PATHS = ['/health/liveliness', '/health/liveness'];

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a key needs; where a guarded route names nothing, only the administrator may. */
    readonly scope?: string;
  }
}

/** The gateway's routes: what anybody may ask, and what needs a key. */
export function createApp(gateway: Gateway, health: Health, metrics: Metrics): FastifyInstance {
  const app = createServer({
    logger: gateway.logger,
    bodyLimit: BODY_LIMIT,
    errors: { render: (error) => renderError(error), onError: logUnexpected },
    // Requests of models have a line of their own, with tokens and cost.
    quietPaths: [...LIVENESS_PATHS, ...endpoints.flatMap(({ paths }) => paths), '/health/readiness', '/metrics'],
  });
  parseJsonBodies(app);
  app.addHook('onRequest', async ({ raw }) => gateway.current.admission.refuseForeignPage(raw));
  serveEndpoints(app, gateway, health);

  for (const path of LIVENESS_PATHS) app.get(path, async () => '"I\'m alive!"');
  app.get('/health/readiness', async (_, reply) => {
    const isDraining = health.isDraining;
    return reply
      .code(isDraining ? 503 : 200)
      .send({ ...readiness(gateway), ...(isDraining && { status: 'draining' }) });
  });
  app.get('/health', async (request) => ({
    ...healthStatus(gateway),
    ...((await gateway.current.admission.permits(request.raw, 'health:read')) && {
      ...healthOfParts(gateway),
      ...healthDetails(gateway.current),
    }),
  }));

  app.register(async (guarded) => {
    guarded.addHook('onRequest', async ({ raw, routeOptions }) => {
      await gateway.current.admission.permit(raw, routeOptions.config.scope ?? ADMIN);
    });
    const readsModels = { config: { scope: 'models:read' } };
    for (const prefix of ['', '/v1']) {
      guarded.get(`${prefix}/models`, readsModels, async () => listModels(gateway.current));
      guarded.get<{ Params: { '*': string } }>(`${prefix}/models/*`, readsModels, async ({ params }) =>
        findModel(gateway.current, params['*']),
      );
      guarded.get(`${prefix}/model/info`, readsModels, async () => modelInfo(gateway.current));
    }
    serveSpendLogs(guarded, () => gateway.spend);
    guarded.get('/metrics', { config: { scope: 'metrics:read' } }, async (_, reply: FastifyReply) => {
      return reply.type(metrics.contentType).send(await metrics.render());
    });
  });
  return app;
}

/**
 * Requests for models' answers are served in three ways, the dearer the less usual: straight from the connection
 * (`FastPath`); from Node's server before Fastify's router, whose hooks and logger took a tenth of a plain request
 * (`bench/gateway`, November 2026); and, where the path is spelled in another way (a query, an escape), through the router.
 */
function serveEndpoints(app: FastifyInstance, gateway: Gateway, health: Health): void {
  const [router] = app.server.listeners('request');
  const byPath = servedByPath();
  const serve = (endpoint: ServedEndpoint, arrival: Arrival, reply: Reply): void => {
    if (health.isDraining) reply.closeAfter();
    void serveExchange(gateway, endpoint, arrival, reply);
  };
  const serveNode = (endpoint: ServedEndpoint, request: IncomingMessage, response: ServerResponse): void => {
    const { headers, rawHeaders, httpVersion } = request;
    serve(endpoint, { headers, rawHeaders, httpVersion, readBody: () => readBody(request) }, new NodeReply(response));
  };
  new FastPath(app.server, byPath, (request, reply) => serve(request.target, request, reply)).takeConnections();
  app.server.removeAllListeners('request');
  app.server.on('request', (request, response) => {
    const endpoint = request.method === 'POST' ? byPath.get(request.url ?? '') : undefined;
    if (endpoint) serveNode(endpoint, request, response);
    else router?.call(app.server, request, response);
  });
  for (const [url, endpoint] of byPath) {
    app.post(
      url,
      {
        onRequest: ({ raw }, reply) => {
          reply.hijack();
          serveNode(endpoint, raw, reply.raw);
        },
      },
      () => {},
    );
  }
}

function servedByPath(): ReadonlyMap<string, ServedEndpoint> {
  return new Map(
    endpoints.flatMap((endpoint) => {
      const served = { ...endpoint, known: new KnownRequests(endpoint.wire) };
      return endpoint.paths.map((path) => [path, served] as const);
    }),
  );
}

function logUnexpected(error: ApiError, request: FastifyRequest): void {
  if (!isForeseen(error)) request.log.error({ err: error.cause ?? error }, 'unexpected error');
}
