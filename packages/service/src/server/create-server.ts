import { setImmediate } from 'node:timers/promises';
import { errorServerOptions, installErrors, type FastifyErrorsOptions } from '@showrunner/errors/fastify';
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import { requestId } from '../logging/request-id.ts';
import { hearOut } from './hear-out.ts';
import { headProblem } from './head-problem.ts';
import { RequestLog } from './request-log.ts';

export interface ServerOptions {
  readonly logger: FastifyBaseLogger;
  /** In bytes. */
  readonly bodyLimit?: number;
  /** How errors are answered; the standard envelope by default. */
  readonly errors?: FastifyErrorsOptions;
  /** Paths whose requests are not logged: probes come twenty times a second. */
  readonly quietPaths?: readonly string[];
  /** Whether a request has a line of its own elsewhere, where its path does not say it. */
  readonly isQuiet?: (request: FastifyRequest) => boolean;
  /** How long a member of a path may be, in characters. */
  readonly longestPathMember?: number;
}

/** Fastify's own; longer than the ids of most. */
const LONGEST_PATH_MEMBER = 100;

/** 1 MiB. */
const BODY_LIMIT = 1_048_576;

/** Behind it the connection is closed. */
const TOO_LARGE = 413;

/** Of a request's first line and headers together; Node's own default (`--max-http-header-size`). */
export const MOST_HEAD_BYTES = 16_384;

/** Longer than clients and load balancers keep idle connections (60 s), so that they and not we close them. */
const KEEP_ALIVE_MS = 72_000;

/** A request that has not arrived whole by then is slow on purpose. It limits neither answers nor streams. */
const REQUEST_ARRIVES_WITHIN_MS = 30_000;
const HEADERS_ARRIVE_WITHIN_MS = 10_000;

/** How often Node looks for such requests; the time-outs are this much too long at worst. */
const CHECK_CONNECTIONS_EVERY_MS = 2_000;

/** Fastify with limits that hold on an open port, request ids, one error shape and one log line for each request. */
export function createServer({
  logger,
  bodyLimit = BODY_LIMIT,
  errors = {},
  quietPaths = [],
  isQuiet = () => false,
  longestPathMember = LONGEST_PATH_MEMBER,
}: ServerOptions): FastifyInstance {
  const app = fastify({
    loggerInstance: logger,
    logController: new RequestLog(quietPaths, isQuiet),
    genReqId: (request) => requestId(request.headers['x-request-id']),
    bodyLimit,
    routerOptions: { maxParamLength: longestPathMember },
    trustProxy: false,
    // While draining, requests that are already on their way are answered.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_ARRIVES_WITHIN_MS,
    http: {
      maxHeaderSize: MOST_HEAD_BYTES,
      // Asked for below, where the refusal has a body.
      requireHostHeader: false,
      headersTimeout: HEADERS_ARRIVE_WITHIN_MS,
      connectionsCheckingInterval: CHECK_CONNECTIONS_EVERY_MS,
    },
    ...errorServerOptions({ newRequestId: () => requestId(undefined), ...errors }),
  });
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff' });
    done(headProblem(request.raw));
  });
  app.addHook('onSend', async ({ raw }, reply) => {
    if (reply.statusCode === TOO_LARGE) await hearOut(raw);
    // What one turn of the event loop has to send leaves at its end, one behind the other: a write wakes whoever waits at
    // the other end, and those behind it find it awake (`bench/mpc-api`: a fifth of an answer from the cache).
    else await setImmediate();
  });
  // A server may ignore an expectation that it does not know (RFC 9110 §10.1.1); Node would answer without a body.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  installErrors(app, errors);
  return app;
}
