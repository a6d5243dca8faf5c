import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiError } from './api-error.ts';
import { bodyHeaders, errorResponse, type ErrorResponse } from './error-response.ts';
import { ErrorTypes } from './error-types.ts';
import { toApiError, type ConversionOptions } from './to-api-error.ts';

type Next = (error?: unknown) => void;

export interface ErrorHandlerOptions extends ConversionOptions {
  /** Told of every error before it is answered, to log it; `error.cause` is what was thrown. */
  readonly onError?: (error: ApiError, request: IncomingMessage) => void;
}

/** Express's last middleware: answers every error in the one shape. */
export function errorHandler(
  options: ErrorHandlerOptions = {},
): (thrown: unknown, request: IncomingMessage, response: ServerResponse, next: Next) => void {
  // Express knows an error handler by its four parameters.
  return (thrown, request, response, next) => {
    const error = toApiError(thrown, options);
    options.onError?.(error, request);
    // Half an answer is out already: Express's own handler ends the connection, so that nobody takes it for whole.
    if (response.headersSent) {
      next(thrown);
      return;
    }
    send(response, errorResponse(error, { accept: request.headers.accept, url: originalUrl(request) }));
  };
}

/** Express's middleware after the last route: 404 in the one shape. */
export function notFoundHandler(): (request: IncomingMessage, response: ServerResponse, next: Next) => void {
  return (request, _response, next) => {
    const path = originalUrl(request)?.split('?', 1)[0];
    next(ErrorTypes.NOT_FOUND(`There is no ${request.method ?? 'GET'} ${path ?? '/'} here.`));
  };
}

/** Hands what an asynchronous handler throws to the error handler: Express 4 needs it, Express 5 is none the worse. */
export function asyncHandler<Request, Response>(
  handler: (request: Request, response: Response, next: Next) => unknown,
): (request: Request, response: Response, next: Next) => Promise<void> {
  return async (request, response, next) => {
    try {
      await handler(request, response, next);
    } catch (thrown) {
      // Express takes a missing error and the words "route" and "router" for instructions.
      next(thrown instanceof Error ? thrown : toApiError(thrown));
    }
  };
}

function send(response: ServerResponse, { status, headers, body }: ErrorResponse): void {
  for (const name of bodyHeaders) response.removeHeader(name);
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('content-length', new TextEncoder().encode(body).length);
  response.end(body);
}

/** Express cuts the mount point off `url` and keeps the whole in `originalUrl`. */
function originalUrl(request: IncomingMessage & { originalUrl?: string }): string | undefined {
  return request.originalUrl ?? request.url;
}
