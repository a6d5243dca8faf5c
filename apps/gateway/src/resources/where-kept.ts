import { GatewayError } from '../failure/gateway-error.ts';

/** What is found in the database. Rejects with a 503 where that cannot be reached. */
export async function whereKept<Found>(found: Promise<Found>, what: string): Promise<Found> {
  try {
    return await found;
  } catch (cause) {
    const message = `The database of ${what} cannot be reached`;
    throw new GatewayError({ status: 503, type: 'service_unavailable', message, cause });
  }
}
