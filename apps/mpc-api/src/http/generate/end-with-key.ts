import { ErrorTypes } from '@showrunner/errors';
import type { FastifyRequest } from 'fastify';
import type { Admission } from '../../admit/admit.ts';

/**
 * What a stream does at each of its heartbeats: it ends once its caller would no longer be let in, because the key was
 * removed, rotated or narrowed, or has expired.
 */
export function endWithKey(
  admission: Admission,
  { request, scope }: { readonly request: FastifyRequest; readonly scope: string },
  end: (reason: Error) => void,
): () => void {
  const look = async (): Promise<void> => {
    if (await admission.mayGoOn(request, scope)) return;
    end(ErrorTypes.UNAUTHORIZED('The key of this stream may no longer go on.'));
  };
  return () => void look();
}
