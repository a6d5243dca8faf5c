import { jsonErrorResponse, type ApiError, type ErrorResponse } from '@showrunner/errors';
import { ProviderError } from '@showrunner/providers';
import { isDatabaseAway } from '@showrunner/store';
import { describeFailure } from '../../failure/describe-failure.ts';
import type { Wire } from '../../exchange/wire.ts';
import { errorBody, GatewayError } from '../../failure/gateway-error.ts';

type ErrorsOfWire = Pick<Wire, 'errorBody' | 'errorStatus'>;

/** What LiteLLM's web framework says where no route takes a request. */
const routeDetails: Readonly<Record<number, string>> = { 404: 'Not Found', 405: 'Method Not Allowed' };

/**
 * Errors in the shape of the client's wire, whoever raised them: this gateway, a vendor, or the HTTP server below. What
 * is asked for in no wire is answered in LiteLLM's own shape.
 */
export function renderError(error: ApiError, wire: ErrorsOfWire = { errorBody }): ErrorResponse {
  const detail = isOurs(error.cause) ? undefined : routeDetails[error.statusCode];
  if (detail !== undefined) return jsonErrorResponse(error, 'application/json', { detail });
  const described = isOurs(error.cause) ? describeFailure(error.cause) : fromServer(error);
  const response = jsonErrorResponse(error, 'application/json', wire.errorBody(described));
  const status = wire.errorStatus?.(described) ?? described.status;
  return { ...response, status, headers: { ...response.headers, ...described.headers } };
}

/** What is told to callers is in the request log already; only what nobody foresaw needs a line of its own. */
export function isForeseen({ cause, statusCode }: ApiError): boolean {
  return isOurs(cause) || statusCode < 500;
}

function isOurs(cause: unknown): boolean {
  return cause instanceof GatewayError || ProviderError.isInstance(cause);
}

/** What the HTTP server refused: an unreadable body, a wrong method, too large a body; and what only the database could say. */
function fromServer({ statusCode, message, cause }: ApiError): GatewayError {
  if (statusCode >= 500 && isDatabaseAway(cause)) return databaseUnavailable(cause);
  return new GatewayError({
    status: statusCode,
    type: statusCode < 500 ? 'invalid_request_error' : 'internal_server_error',
    message: statusCode < 500 ? message : 'Internal server error',
    param: statusCode === 400 ? 'request_body' : null,
  });
}

function databaseUnavailable(cause: unknown): GatewayError {
  return new GatewayError({
    status: 503,
    type: 'no_db_connection',
    message: 'Service Unavailable: the database does not answer now; try again',
    headers: { 'retry-after': '2' },
    cause,
  });
}
