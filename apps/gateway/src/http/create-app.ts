import type { ApiError } from '@showrunner/errors';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { allowOrigins, createServer, type CrossOrigin, type Health, type Metrics } from '@showrunner/service';
import { pathsOf } from '@showrunner/routes';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Gateway } from '../serving/gateway.ts';
import { LITELLM_VERSION } from './answer/answer-head.ts';
import { arriveWithin, BODY_ARRIVES_WITHIN_MS, FORM_ARRIVES_WITHIN_MS } from './body/arrive-within.ts';
import { ReplyToPage } from './cross-origin.ts';
import { endpointPaths, endpointsOf, type Endpoint } from './endpoints.ts';
import { FastPath } from './fast-path/fast-path.ts';
import { healthRoutes } from '../manage/health-routes.ts';
import { serveManagement } from '../manage/serve-management.ts';
import { fileRoutes } from '../resources/files/routes.ts';
import { serveResources } from '../resources/serve-resources.ts';
import { parseJsonBodies } from './body/parse-body.ts';
import type { ReferencePaths } from './reference/reference-paths.ts';
import { serveReference } from './reference/serve-reference.ts';
import { unservedPath } from './not-served.ts';
import { KnownRequests } from './body/known-requests.ts';
import { uploadsOf } from './multipart/read-upload.ts';
import { probeModels } from './probe-models.ts';
import { namedInPath, type NamedInPath } from './model-in-path.ts';
import { NodeReply } from './answer/node-reply.ts';
import { BODY_LIMIT, readBody } from './body/read-body.ts';
import { isForeseen, renderError } from './answer/render-error.ts';
import type { Reply } from './answer/reply.ts';
import { PassedRequests } from './passing/passed-requests.ts';
import { serveExchange, type Arrival, type ServedEndpoint } from './serve-exchange.ts';

/** How it is reached. */
export interface AppOptions {
  readonly crossOrigin: CrossOrigin;
  /** What proxies leave before each path, without a slash at its end; paths without it are served as well. */
  readonly rootPath?: string | undefined;
  readonly reference: ReferencePaths;
}

/** The gateway's routes: those that ask models, and those that it answers by itself. */
export function createApp(gateway: Gateway, health: Health, metrics: Metrics, options: AppOptions): FastifyInstance {
  const passed = new PassedRequests(gateway);
  const toReader: ToReader = (reply, { headers: { origin } }) => {
    if (health.isDraining) reply.closeAfter();
    if (origin === undefined) return reply;
    return new ReplyToPage(reply, options.crossOrigin.fieldsFor(origin, gateway.current.callers.isKeyless));
  };
  const app = createServer({
    logger: gateway.logger,
    bodyLimit: BODY_LIMIT,
    longestPathMember: LONGEST_ID,
    errors: { render: (error) => renderError(error), onError: logUnexpected, unknownPath: unservedPath },
    // Requests of models have a line of their own, with tokens and cost.
    quietPaths: [...endpointPaths, ...PROBES.flatMap(pathsOf)],
    isQuiet: ({ raw }) => passed.has(raw),
  });
  parseJsonBodies(app);
  // Node knows one time for all requests, and forms take theirs.
  app.server.requestTimeout = FORM_ARRIVES_WITHIN_MS;
  app.addHook('onRequest', async ({ raw, id }, reply) => {
    reply.headers({ 'x-litellm-version': LITELLM_VERSION, 'x-litellm-call-id': id });
    gateway.current.callers.refuseForeignPage(raw);
  });
  allowOrigins(app, options.crossOrigin, () => gateway.current.callers.isKeyless);
  // Behind what browsers ask beforehand, which is an OPTIONS on any path.
  app.addHook('onRequest', async (request, reply) => {
    const { raw, is404 } = request;
    const isPassed = is404 && passed.serve(request, reply, (written) => toReader(written, raw));
    if (isPassed) return reply;
    if (!uploadPaths.has(request.routeOptions.url ?? '')) arriveWithin(raw, BODY_ARRIVES_WITHIN_MS);
    return undefined;
  });
  serveEndpoints(app, gateway, toReader, options.rootPath);
  serveResources(app, gateway, uploadsOf(gateway));
  serveManagement(app, gateway, {
    health,
    metrics,
    probe: (request, chosen) => probeModels(gateway, request, chosen),
  });
  serveReference(app, options.reference, options.rootPath ?? '');
  return app;
}

/** The answer as whoever reads it needs it: pages of other origins, and all while the server stops. */
type ToReader = (reply: Reply, request: Pick<IncomingMessage, 'headers'>) => Reply;

/** Ids that say where a thing lies, ours and LiteLLM's, are some hundred characters. */
const LONGEST_ID = 1_024;

/** Files take as long as forms do. */
const uploadPaths: ReadonlySet<string> = new Set(pathsOf(fileRoutes.createFile));

/** What Google's clients write their key in, if not in the query. */
const KEY_HEADER = 'x-goog-api-key';

/** Asked many times a minute by machines. */
const PROBES = [healthRoutes.getLiveness, healthRoutes.getReadiness, healthRoutes.getMetrics];

/**
 * Requests for models' answers are served in three ways, the dearer the less usual: straight from the connection
 * (`FastPath`); from Node's server before Fastify's router, whose hooks and logger took a tenth of a plain request
 * (`bench/gateway`, November 2026); and, where the path is spelled in another way (a query, an escape), through the router.
 */
function serveEndpoints(app: FastifyInstance, gateway: Gateway, toReader: ToReader, rootPath = ''): void {
  const [router] = app.server.listeners('request');
  const byPath = servedByPath(endpointsOf({ responses: gateway.kept.responsesPorts }));
  const byTarget = new Map([...byPath].flatMap(([path, endpoint]) => targetsOf(path, endpoint)));
  const byWholeTarget = new Map(
    // Forms are not waited for, and so are Node's to read.
    [...byTarget].flatMap(([target, endpoint]) =>
      endpoint.isForm ? [] : [target, rootPath + target].map((one) => [one, endpoint] as const),
    ),
  );
  const serve = (endpoint: ServedEndpoint, arrival: Arrival, reply: Reply): void => {
    void serveExchange(gateway, endpoint, arrival, toReader(reply, arrival));
  };
  const serveNode = (
    endpoint: ServedEndpoint,
    request: IncomingMessage,
    response: ServerResponse,
    named?: NamedInPath,
  ): void => {
    const { rawHeaders, httpVersion } = request;
    const { model, key } = named ?? {};
    const headers = key === undefined ? request.headers : { [KEY_HEADER]: key, ...request.headers };
    if (!endpoint.isForm) arriveWithin(request, BODY_ARRIVES_WITHIN_MS);
    const arrival = { headers, rawHeaders, httpVersion, model, input: request, readBody: () => readBody(request) };
    serve(endpoint, arrival, new NodeReply(response));
  };
  new FastPath(app.server, byWholeTarget, (request, reply) => serve(request.target, request, reply)).takeConnections();
  app.server.removeAllListeners('request');
  app.server.on('request', (request, response) => {
    if (rootPath !== '' && request.url?.startsWith(`${rootPath}/`)) request.url = request.url.slice(rootPath.length);
    const { method, url = '' } = request;
    const endpoint = method === 'POST' ? byTarget.get(url) : undefined;
    const named = method === 'POST' && !endpoint ? namedInPath(url) : undefined;
    const asked = endpoint ?? byPath.get(named?.path ?? '');
    if (asked) serveNode(asked, request, response, named);
    else router?.call(app.server, request, response);
  });
  for (const [url, endpoint] of byPath) {
    if (endpoint.namesModel) continue;
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

function servedByPath(endpoints: readonly Endpoint[]): ReadonlyMap<string, ServedEndpoint> {
  return new Map(
    endpoints.flatMap((endpoint) => {
      const known = new KnownRequests(endpoint.wire);
      return endpoint.paths.map((route) => [route, { ...endpoint, route, known }] as const);
    }),
  );
}

/** A path as its clients write it, with and without a query. */
function targetsOf(path: string, endpoint: ServedEndpoint): (readonly [string, ServedEndpoint])[] {
  return ['', ...(endpoint.queries ?? [])].map((query) => [path + query, endpoint] as const);
}

function logUnexpected(error: ApiError, request: FastifyRequest): void {
  if (!isForeseen(error)) request.log.error({ err: error.cause ?? error }, 'unexpected error');
}
