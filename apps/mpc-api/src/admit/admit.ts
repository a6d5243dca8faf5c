import { ErrorTypes } from '@showrunner/errors';
import type { FastifyRequest } from 'fastify';
import type { Authenticator } from './authenticator.ts';
import { isForeignPage } from './foreign-page.ts';
import { presentedKey } from './presented-key.ts';
import { hasScope } from './principal.ts';
import type { Principal } from './principal.ts';

/** Decides on the matched route who may go on. */
export interface Admission {
  /** The caller, with `scope` among what they may do; throws 401 or 403. */
  admit(request: FastifyRequest, scope: string): Promise<Principal>;
  /** Whether the caller is known, for answers that only say more to those. */
  isKnown(request: FastifyRequest): Promise<boolean>;
}

export function createAdmission(authenticator: Authenticator): Admission {
  return {
    async admit(request, scope) {
      if (authenticator.isOpen && isForeignPage(request.headers)) throw foreignPage();
      const principal = await authenticator.authenticate(presentedKey(request.raw));
      if (!principal) throw unauthorized(request);
      if (!hasScope(principal, scope)) throw ErrorTypes.FORBIDDEN(`This key lacks the scope "${scope}".`, { scope });
      return principal;
    },

    async isKnown(request) {
      if (authenticator.isOpen) return !isForeignPage(request.headers);
      return (await authenticator.authenticate(presentedKey(request.raw))) !== undefined;
    },
  };
}

function unauthorized({ headers }: FastifyRequest): Error {
  const isPresented = headers.authorization !== undefined || headers['x-api-key'] !== undefined;
  return ErrorTypes.UNAUTHORIZED(
    isPresented
      ? 'This API key is not known here.'
      : 'An API key is required: send "Authorization: Bearer <key>" or "X-API-Key: <key>".',
    undefined,
    { headers: { 'www-authenticate': `Bearer realm="mpc-api"${isPresented ? ', error="invalid_token"' : ''}` } },
  );
}

function foreignPage(): Error {
  return ErrorTypes.FORBIDDEN(
    'A web page from elsewhere may not call a server that runs without a key. Set MPC_API_KEY, or call it from this machine.',
  );
}
