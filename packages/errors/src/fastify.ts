import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ApiError } from './api-error.ts';
import { answerClientErrors } from './client-error.ts';
import { bodyHeaders, errorResponse, type ErrorResponse } from './error-response.ts';
import { ErrorTypes, methodNotAllowed } from './error-types.ts';
import { collectRoutes } from './fastify-routes.ts';
import { toApiError, type ConversionOptions } from './to-api-error.ts';

export interface FastifyErrorsOptions extends ConversionOptions {
  /** Told of every error before it is answered; `logError` by default. */
  readonly onError?: (error: ApiError, request: FastifyRequest) => void;
  /** Another form of the answer, for an API whose clients expect one. */
  readonly render?: (error: ApiError, request?: FastifyRequest) => ErrorResponse;
  /** Ids for what cannot be read as a request, and so has none of its own; without it such answers carry no id. */
  readonly newRequestId?: () => string;
  /** What to say of a path that no route has, whatever the method; nothing where it is a plain 404. */
  readonly unknownPath?: (request: FastifyRequest) => unknown;
}

/** Answers every error, unknown routes (404) and wrong methods (405 with `Allow`) of the whole application. */
export function installErrors(app: FastifyInstance, options: FastifyErrorsOptions = {}): void {
  const answer = answerWith(options);
  const allowedMethods = collectRoutes(app);
  const notHere = (request: FastifyRequest): unknown => {
    const { url, method } = request;
    const path = url.split('?', 1)[0] ?? '/';
    const allowed = allowedMethods(path);
    if (allowed.length > 0) return methodNotAllowed(method, allowed);
    return options.unknownPath?.(request) ?? ErrorTypes.NOT_FOUND(`There is no ${method} ${path} here.`);
  };
  app.setErrorHandler((thrown, request, reply) => {
    // Fastify reads bodies of requests without a route as well; what is wrong with one matters less than where it went.
    const matters = !request.is404 || isRefusal(thrown);
    return answer(matters ? thrown : notHere(request), request, reply);
  });
  app.setNotFoundHandler((request, reply) => answer(notHere(request), request, reply));
}

/** Whoever may not ask at all is not told what is here, a 501 says of a path what is missing, and a 405 which methods it has. The application's own errors may name their status either way. */
function isRefusal(thrown: unknown): boolean {
  const { statusCode, status = statusCode } = Object(thrown) as { statusCode?: unknown; status?: unknown };
  return status === 401 || status === 403 || status === 405 || status === 501;
}

/** `installErrors` as a plugin. Await its registration before the routes, else their methods cannot be named in `Allow`. */
export const errorsPlugin = Object.assign(
  async (app: FastifyInstance, options: FastifyErrorsOptions) => {
    installErrors(app, options);
  },
  // What fastify-plugin sets: the handlers are for the application, not for a scope of the plugin's own.
  { [Symbol.for('skip-override')]: true, [Symbol.for('fastify.display-name')]: '@showrunner/errors' },
);

/** Options for `Fastify({...})`: they answer in the same form what fails before there is a request or a route. */
export function errorServerOptions(options: FastifyErrorsOptions = {}) {
  const answer = answerWith(options);
  const { render = inOurShape, newRequestId } = options;
  return {
    // No hook has run that could have named the request.
    frameworkErrors: (thrown: unknown, request: FastifyRequest, reply: FastifyReply) =>
      answer(thrown, request, newRequestId ? reply.header('x-request-id', request.id) : reply),
    clientErrorHandler: answerClientErrors({ render, newRequestId }),
  };
}

function answerWith({ onError = logError, render = inOurShape, ...conversion }: FastifyErrorsOptions) {
  return (thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const error = toApiError(thrown, { bodyLimit: request.routeOptions.bodyLimit, ...conversion });
    onError(error, request);
    // Half an answer is out already: it must not be taken for whole.
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return reply.hijack();
    }
    for (const name of bodyHeaders) reply.removeHeader(name);
    const { status, headers, body } = render(error, request);
    return reply.code(status).headers(headers).send(body);
  };
}

function inOurShape(error: ApiError, request?: FastifyRequest): ErrorResponse {
  return errorResponse(error, { accept: request?.headers.accept, url: request?.url });
}

/** A line for what went wrong here; what callers did wrong stands in the log at `debug` alone. */
export function logError(error: ApiError, request: FastifyRequest): void {
  if (error.statusCode >= 500) request.log.error({ err: error }, error.message);
  else request.log.debug({ code: error.code, statusCode: error.statusCode }, error.message);
}
