import type { Identity } from '@showrunner/access';
import { ErrorTypes } from '@showrunner/errors';

/** Why nobody was found who may ask: 400, 401 or 403. */
export function callerRefusal(kind: Exclude<Identity['kind'], 'known'>): Error {
  switch (kind) {
    case 'no_key':
      return unauthorized(
        'An API key is required: send "Authorization: Bearer <key>" or "X-API-Key: <key>".',
        'Bearer realm="mpc-api"',
      );
    case 'unreadable_key':
    case 'unknown_key':
      return unauthorized('This API key is not known here.', 'Bearer realm="mpc-api", error="invalid_token"');
    case 'expired_key':
      return unauthorized('This API key has expired.', 'Bearer realm="mpc-api", error="invalid_token"');
    case 'several_keys':
      return ErrorTypes.BAD_REQUEST('More than one API key was sent. Send one, in "Authorization" or in "X-API-Key".', {
        reason: 'ambiguous_key',
        allowed: ['Authorization: Bearer <key>', 'X-API-Key: <key>'],
      });
    case 'foreign_page':
      return ErrorTypes.FORBIDDEN(
        'A web page from elsewhere may not call a server that runs without a key. Set MPC_API_KEY, or name the host in ALLOWED_HOSTS.',
      );
  }
}

export function scopeRefusal(scope: string): Error {
  return ErrorTypes.FORBIDDEN(`This key lacks the scope "${scope}".`, { scope });
}

function unauthorized(message: string, challenge: string): Error {
  return ErrorTypes.UNAUTHORIZED(message, undefined, { headers: { 'www-authenticate': challenge } });
}
