import type { Operation } from '@showrunner/recipes';
import type { CacheUse, GenerateRequest } from '../../drive/compose/generate-request.ts';
import { objectBody } from '../body/json-body.ts';
import type { GenerateCall } from './generate-parts.ts';

/** A request for one operation as it came over HTTP. */
export function generateRequestOf(
  operation: Operation,
  { request, caller }: Pick<GenerateCall, 'request' | 'caller'>,
): GenerateRequest {
  const body = objectBody(request);
  return {
    operation,
    body,
    workspace: caller.workspace,
    keyId: caller.keyId,
    ifMatch: request.headers['if-match'],
    requestId: request.id,
    cacheUse: cacheUseOf(request.headers['cache-control'] ?? ''),
  };
}

/** RFC 9111 §5.2.1: `no-store` keeps nothing of the answer, `no-cache` only wants a new one. */
function cacheUseOf(cacheControl: string): CacheUse {
  if (/\bno-store\b/i.test(cacheControl)) return 'none';
  return /\bno-cache\b/i.test(cacheControl) ? 'renewed' : 'shared';
}
