import { GatewayError } from '../failure/gateway-error.ts';

/** A caller who is known and may not do this; who is told no more learns nothing of what there is. */
export function forbidden(message: string, param: string | null = null): GatewayError {
  return new GatewayError({ status: 403, type: 'auth_error', param, message });
}

/** What a caller names is not theirs, or not there: they are not told which. */
export function notYours(what: string, param: string): GatewayError {
  return forbidden(`You are not allowed to access this ${what}, or there is none`, param);
}

export function notFound(message: string, param: string): GatewayError {
  return new GatewayError({ status: 404, type: 'not_found_error', param, message });
}
