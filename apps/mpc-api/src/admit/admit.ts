import { Authenticator, permit, type Caller, type Identity } from '@showrunner/access';
import { ErrorTypes } from '@showrunner/errors';
import type { Secret } from '@showrunner/service';
import type { FastifyRequest } from 'fastify';
import { administrator } from './administrator.ts';
import { KEY_HEADERS } from './key-headers.ts';

/** Decides on the matched route who may go on. */
export interface Admission {
  /** Throws a 403 for pages of other sites where there is no key, whatever they ask for. */
  refuseForeignPage(request: FastifyRequest): void;
  /** The caller, with `scope` among what they may do; throws 400, 401 or 403. */
  admit(request: FastifyRequest, scope: string): Promise<Caller>;
  /** Whether the caller is known, for answers that only say more to those. */
  isKnown(request: FastifyRequest): Promise<boolean>;
}

/**
 * @param key without one everybody on this machine is let in
 * @param allowedHosts under which names that holds, beside those of loopback
 */
export function createAdmission(key: Secret | undefined, allowedHosts?: readonly string[]): Admission {
  const authenticator = new Authenticator({ headers: KEY_HEADERS, key: key?.reveal(), administrator, allowedHosts });
  return {
    refuseForeignPage({ raw }) {
      if (authenticator.isForeign(raw)) throw refusal('foreign_page');
    },

    async admit({ raw }, scope) {
      const identity = await authenticator.identify(raw);
      if (identity.kind !== 'known') throw refusal(identity.kind);
      const permission = permit(identity.caller, scope);
      if (permission.kind === 'lacks_scope')
        throw ErrorTypes.FORBIDDEN(`This key lacks the scope "${permission.scope}".`, { scope: permission.scope });
      return identity.caller;
    },

    async isKnown({ raw }) {
      const { kind } = await authenticator.identify(raw);
      return kind === 'known';
    },
  };
}

function refusal(kind: Exclude<Identity['kind'], 'known'>): Error {
  switch (kind) {
    case 'no_key':
      return unauthorized(
        'An API key is required: send "Authorization: Bearer <key>" or "X-API-Key: <key>".',
        'Bearer realm="mpc-api"',
      );
    case 'unknown_key':
      return unauthorized('This API key is not known here.', 'Bearer realm="mpc-api", error="invalid_token"');
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

function unauthorized(message: string, challenge: string): Error {
  return ErrorTypes.UNAUTHORIZED(message, undefined, { headers: { 'www-authenticate': challenge } });
}
