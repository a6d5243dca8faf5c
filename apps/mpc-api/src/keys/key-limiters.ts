import { Limiter, limitsOf } from '@showrunner/access';
import type { Limits } from '@showrunner/store';
import type { ApiKey } from './api-key.ts';

// What has been counted goes on, whatever the limits are now: it is counted under the key's id.

export function requestLimiter(counted: Limits, { id, limits }: ApiKey): Limiter {
  return limiter(counted, id, { requestsPerMinute: limits.requests_per_minute ?? undefined });
}

/** @param most how many a key may have under way at once; as many as it likes where that is null */
export function generationLimiter(counted: Limits, keyId: string, most: number | null): Limiter {
  return limiter(counted, keyId, { maxParallelRequests: most ?? undefined });
}

function limiter(
  counted: Limits,
  keyId: string,
  settings: { readonly requestsPerMinute?: number | undefined; readonly maxParallelRequests?: number | undefined },
): Limiter {
  const none = { requestsPerMinute: undefined, tokensPerMinute: undefined, maxParallelRequests: undefined };
  return new Limiter(counted, [{ holder: `key:${keyId}`, limits: limitsOf({ ...none, ...settings }) }]);
}
