import { GatewayError } from './gateway-error.ts';

/** What is kept cannot be looked up now: a 503 that says when to come again. */
export function databaseAway(what: string, cause: unknown): GatewayError {
  return new GatewayError({
    status: 503,
    type: 'service_unavailable',
    message: `The database of ${what} cannot be reached`,
    headers: { 'retry-after': '2' },
    cause,
  });
}
