import { GatewayError } from '../../failure/gateway-error.ts';

/** OpenAI's words, for what never was and for what is somebody else's. */
export function noResponse(id: string): GatewayError {
  return new GatewayError({
    status: 404,
    type: 'not_found_error',
    message: `Response with id '${id.slice(0, 200)}' not found.`,
  });
}
