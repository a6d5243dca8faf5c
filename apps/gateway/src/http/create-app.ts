import type { ApiError } from '@showrunner/errors';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Health, type Metrics } from '@showrunner/service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Gateway } from '../serving/gateway.ts';
import { chatCompletions, type ChatArrival } from './serve-exchange.ts';
import { CHAT_PATHS } from './chat-paths.ts';
import { FastPath } from './fast-path/fast-path.ts';
import { healthDetails, healthOfParts, healthStatus, readiness } from './health.ts';
import { findModel, listModels, modelInfo } from '../manage/models.ts';
import { parseJsonBodies } from './parse-body.ts';
import { NodeReply } from './node-reply.ts';
import { BODY_LIMIT, readBody } from './read-body.ts';
import { isForeseen, renderError } from './render-error.ts';
import type { Reply } from './reply.ts';
import { serveSpendLogs } from '../manage/spend-logs.ts';

const LIVENESS_PATHS = ['/health/liveliness', '/health/liveness'];

/** The gateway's routes: what anybody may ask, and what needs the key. */
export function createApp(gateway: Gateway, health: Health, metrics: Metrics): FastifyInstance {
  const app = createServer({
    logger: gateway.logger,
    bodyLimit: BODY_LIMIT,
    errors: { render: renderError, onError: logUnexpected },
    // Requests of models have a line of their own, with tokens and cost.
    quietPaths: [...LIVENESS_PATHS, ...CHAT_PATHS, '/health/readiness', '/metrics'],
  });
  parseJsonBodies(app);
  serveChat(app, gateway, health);

  for (const path of LIVENESS_PATHS) app.get(path, async () => '"I\'m alive!"');
  app.get('/health/readiness', async (_, reply) => {
    const isDraining = health.isDraining;
    return reply
      .code(isDraining ? 503 : 200)
      .send({ ...readiness(gateway), ...(isDraining && { status: 'draining' }) });
  });
  app.get('/health', async (request) => ({
    ...healthStatus(gateway),
    ...(hasKey(gateway, request) && { ...healthOfParts(gateway), ...healthDetails(gateway.current) }),
  }));

  app.register(async (guarded) => {
    guarded.addHook('onRequest', (request, _reply, done) => {
      gateway.current.admission.checkKey(request.raw);
      done();
    });
    for (const prefix of ['', '/v1']) {
      guarded.get(`${prefix}/models`, async () => listModels(gateway.current));
      guarded.get<{ Params: { '*': string } }>(`${prefix}/models/*`, async ({ params }) =>
        findModel(gateway.current, params['*']),
      );
      guarded.get(`${prefix}/model/info`, async () => modelInfo(gateway.current));
    }
    serveSpendLogs(guarded, () => gateway.spend);
    guarded.get('/metrics', async (_, reply: FastifyReply) => {
      return reply.type(metrics.contentType).send(await metrics.render());
    });
  });
  return app;
}

/**
 * The one hot route is served in three ways, the dearer the less usual: straight from the connection (`FastPath`); from
 * Node's server before Fastify's router, whose hooks and logger took a tenth of a plain request (`bench/gateway`,
 * November 2026); and, where the path is spelled in another way (a query, an escape), through the router.
 */
function serveChat(app: FastifyInstance, gateway: Gateway, health: Health): void {
  const [router] = app.server.listeners('request');
  const serve = (arrival: ChatArrival, reply: Reply): void => {
    if (health.isDraining) reply.closeAfter();
    void chatCompletions(gateway, arrival, reply);
  };
  const serveNode = (request: IncomingMessage, response: ServerResponse): void => {
    const { headers, rawHeaders, httpVersion } = request;
    serve({ headers, rawHeaders, httpVersion, readBody: () => readBody(request) }, new NodeReply(response));
  };
  new FastPath(app.server, serve).takeConnections();
  app.server.removeAllListeners('request');
  app.server.on('request', (request, response) => {
    if (request.method === 'POST' && CHAT_PATHS.includes(request.url ?? '')) serveNode(request, response);
    else router?.call(app.server, request, response);
  });
  for (const url of CHAT_PATHS) {
    app.post(
      url,
      {
        onRequest: ({ raw }, reply) => {
          reply.hijack();
          serveNode(raw, reply.raw);
        },
      },
      () => {},
    );
  }
}

function logUnexpected(error: ApiError, request: FastifyRequest): void {
  if (!isForeseen(error)) request.log.error({ err: error.cause ?? error }, 'unexpected error');
}

/** Details of health are for holders of the key; the status is for everybody. */
function hasKey(gateway: Gateway, request: FastifyRequest): boolean {
  try {
    gateway.current.admission.checkKey(request.raw);
    return true;
  } catch {
    return false;
  }
}
