import type { Identity } from '@showrunner/access';
import { badRequest, GatewayError } from '../failure/gateway-error.ts';

/** Why nobody was found who may ask, in LiteLLM's words. */
export function callerRefusal(kind: Exclude<Identity['kind'], 'known'>): GatewayError {
  switch (kind) {
    case 'no_key':
      return unauthorized('No api key passed in.');
    case 'unknown_key':
      return unauthorized('The key is not valid here.');
    case 'expired_key':
      return unauthorized('The key has expired.');
    case 'several_keys':
      return badRequest('The request has two Authorization headers; send one');
    case 'foreign_page':
      return forbidden(
        'a web page from elsewhere may not call a gateway that runs without a key; set LITELLM_MASTER_KEY, or name the host in ALLOWED_HOSTS',
      );
  }
}

export function scopeRefusal(scope: string): GatewayError {
  return forbidden(`this key lacks the scope ${scope}`);
}

function unauthorized(reason: string): GatewayError {
  return authError(401, reason, { 'www-authenticate': 'Bearer' });
}

function forbidden(reason: string): GatewayError {
  return authError(403, reason, {});
}

function authError(status: number, reason: string, headers: Record<string, string>): GatewayError {
  return new GatewayError({
    status,
    type: 'auth_error',
    param: 'None',
    message: `Authentication Error, ${reason}`,
    headers,
  });
}
