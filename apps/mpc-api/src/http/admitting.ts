import type { FastifyRequest } from 'fastify';
import type { Admission } from '../admit/admit.ts';
import type { Principal } from '../admit/principal.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The caller, on routes that need one. */
    principal: Principal;
  }
}

/** A route's first hook: nobody's body is read before it is known who they are and that they may. */
export function admitting(admission: Admission, scope: string): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    request.principal = await admission.admit(request, scope);
  };
}
