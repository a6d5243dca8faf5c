import type { ApiError } from '@showrunner/errors';
import { ProviderError } from '@showrunner/providers';
import { createServer, type Health, type Metrics } from '@showrunner/service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Gateway } from '../gateway.ts';
import { chatCompletions } from './chat-completions.ts';
import { GatewayError } from '../failure/gateway-error.ts';
import { healthDetails, healthStatus, readiness } from './health.ts';
import { findModel, listModels, modelInfo } from './models.ts';
import { parseJsonBodies } from './parse-body.ts';
import { renderError } from './render-error.ts';

/** Images travel inside requests as base64. */
const BODY_LIMIT = 32 * 1024 * 1024;

const LIVENESS_PATHS = ['/health/liveliness', '/health/liveness'];
const CHAT_PATHS = ['/chat/completions', '/v1/chat/completions'];

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

  for (const path of LIVENESS_PATHS) app.get(path, async () => '"I\'m alive!"');
  app.get('/health/readiness', async (_, reply) => {
    const isDraining = health.isDraining;
    return reply
      .code(isDraining ? 503 : 200)
      .send({ ...readiness(gateway), ...(isDraining && { status: 'draining' }) });
  });
  app.get('/health', async (request) => ({
    ...healthStatus(gateway),
    ...(hasKey(gateway, request) && healthDetails(gateway.current)),
  }));

  app.register(async (guarded) => {
    guarded.addHook('onRequest', (request, _reply, done) => {
      gateway.current.admission.checkKey(request.raw);
      done();
    });
    for (const path of CHAT_PATHS) {
      guarded.post(path, (request, reply) => chatCompletions(gateway, request, reply));
    }
    for (const prefix of ['', '/v1']) {
      guarded.get(`${prefix}/models`, async () => listModels(gateway.current));
      guarded.get<{ Params: { '*': string } }>(`${prefix}/models/*`, async ({ params }) =>
        findModel(gateway.current, params['*']),
      );
      guarded.get(`${prefix}/model/info`, async () => modelInfo(gateway.current));
    }
    guarded.get('/metrics', async (_, reply: FastifyReply) => {
      return reply.type(metrics.contentType).send(await metrics.render());
    });
  });
  return app;
}

/** What is told to callers is in the request log already; only what nobody foresaw needs a line of its own. */
function logUnexpected(error: ApiError, request: FastifyRequest): void {
  const isForeseen = error.cause instanceof GatewayError || ProviderError.isInstance(error.cause);
  if (!isForeseen && error.statusCode >= 500) request.log.error({ err: error.cause ?? error }, 'unexpected error');
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
