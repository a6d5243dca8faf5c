import type { Caller } from '@showrunner/access';
import type { FastifyRequest } from 'fastify';
import type { Admission } from '../admit/admit.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, on routes that need a key. */
    caller: Caller;
  }
}

/** A route's first hook: nobody's body is read before it is known who they are and that they may. */
export function admitting(admission: Admission, scope: string): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    request.caller = await admission.admit(request, scope);
  };
}
